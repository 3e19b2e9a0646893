using System.Linq.Expressions;
using NRules;
using NRules.Aggregators;
using NRules.Extensibility;
using NRules.RuleModel;
using NRules.RuleModel.Builders;
using PostLint.Engine;
using PostLint.Facts;
using RuleSet = PostLint.Engine.RuleSet;

namespace PostLint.NRules;

/// <summary>
/// Rules as a Rete network. NRules tries every pair of a join and shows every fact to every kind; so all facts of a kind are one fact of
/// the network, and a stage looks up
/// in it by key what meets a row.
/// </summary>
internal static class Network
{
    private const string Extension = "Extension";

    /// <summary>Compiles rules.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="kinds">What stands in the network for all facts of a kind, by the number of its bucket.</param>
    public static ISessionFactory Compile(RuleSet rules, out object[] kinds)
    {
        Type[] types = [.. rules.Buckets.OrderBy(bucket => bucket.Value).Select(bucket => typeof(AllOf<>).MakeGenericType(bucket.Key))];
        kinds = [.. types.Select(type => Activator.CreateInstance(type)!)];
        var compiler = new RuleCompiler { ExpressionCompiler = new KnownDelegates() };
        // Rows and kinds are told apart by what they are.
        compiler.FactIdentityComparerRegistry.DefaultFactIdentityComparer = ByReference.Instance;
        return compiler.Compile(rules.Ordered.Select((rule, order) => Translate(rule, order, types)));
    }

    private static IRuleDefinition Translate(Engine.CompiledRule rule, int order, Type[] types)
    {
        var builder = new RuleBuilder();
        builder.Name(rule.Descriptor.Id);
        GroupBuilder left = builder.LeftHandSide();
        PatternBuilder latest = left.Pattern(typeof(Row), "row");
        for (int i = 0; i < rule.Clauses.Length; i++)
        {
            if (rule.Clauses[i].Clause.Kind is ClauseKind.Where)
                continue;
            PatternBuilder next = left.Pattern(typeof(Row), $"row{i}");
            AggregateBuilder join = next.Aggregate();
            PatternBuilder facts = join.Pattern(types[rule.Clauses[i].Bucket], "facts");
            join.ResultType(typeof(Row));
            join.Aggregator(
                Extension,
                [new(Extension, Extend(new(rule, order, i), latest.Declaration, facts.Declaration))],
                typeof(Stages)
            );
            latest = next;
        }
        ParameterExpression context = Expression.Parameter(typeof(IContext)),
            row = latest.Declaration.ToParameterExpression();
        Expression<Action<IContext, Row>> fire = (_, full) => full.Run.Fire(full);
        builder.RightHandSide().Action(Expression.Lambda(Expression.Invoke(fire, context, row), context, row));
        return builder.Build();
    }

    /// <summary>What a stage makes of a row and all facts of its kind.</summary>
    private static LambdaExpression Extend(Stage stage, Declaration before, Declaration facts)
    {
        ParameterExpression row = before.ToParameterExpression();
        MethodCallExpression extend = Expression.Call(Expression.Constant(stage), typeof(Stage).GetMethod(nameof(Stage.Extend))!, row);
        return Expression.Lambda(extend, row, facts.ToParameterExpression());
    }

    /// <summary>Stands in the network for all facts of a kind.</summary>
    private sealed class AllOf<T>;

    /// <summary>The two things that the network calls are known beforehand, so that nothing is compiled at the start.</summary>
    private sealed class KnownDelegates : IExpressionCompiler
    {
        private static readonly Action<IContext, ITuple> s_fire = static (_, tuple) =>
        {
            var row = Row.Of(tuple);
            row.Run.Fire(row);
        };

        private static readonly Func<ITuple, IFact, object> s_extend = static (_, _) =>
            throw new InvalidOperationException("Stages extend rows by themselves.");

        public TDelegate Compile<TDelegate>(Expression<TDelegate> expression)
            where TDelegate : Delegate => (TDelegate)(object)(expression.ReturnType == typeof(void) ? s_fire : s_extend);
    }

    /// <summary>Makes what extends rows at a node; NRules creates it by its type.</summary>
    private sealed class Stages : IAggregatorFactory
    {
        private Stage? _stage;

        public void Compile(AggregateElement element, IReadOnlyCollection<IAggregateExpression> compiledExpressions)
        {
            var call = (MethodCallExpression)element.Expressions[Extension].Expression.Body;
            _stage = (Stage)((ConstantExpression)call.Object!).Value!;
        }

        public IAggregator Create(AggregationContext context) => new Extending(_stage!);
    }

    /// <summary>Extends one row, once: all facts of a kind come together.</summary>
    private sealed class Extending(Stage stage) : IAggregator
    {
        private bool _isDone;

        public IReadOnlyCollection<AggregationResult> Add(AggregationContext context, ITuple tuple, IReadOnlyCollection<IFact> facts)
        {
            if (_isDone || facts.Count == 0)
                return AggregationResult.Empty;
            _isDone = true;
            IReadOnlyList<Row> rows = stage.Extend(Row.Of(tuple));
            if (rows.Count == 0)
                return AggregationResult.Empty;
            var results = new AggregationResult[rows.Count];
            for (int i = 0; i < results.Length; i++)
                results[i] = AggregationResult.Added(rows[i], facts);
            return results;
        }

        public IReadOnlyCollection<AggregationResult> Modify(AggregationContext context, ITuple tuple, IReadOnlyCollection<IFact> facts) =>
            AggregationResult.Empty;

        public IReadOnlyCollection<AggregationResult> Remove(AggregationContext context, ITuple tuple, IReadOnlyCollection<IFact> facts) =>
            AggregationResult.Empty;
    }
}
