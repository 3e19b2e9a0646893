using System.Linq.Expressions;
using NRules;
using NRules.Aggregators;
using NRules.Extensibility;
using NRules.RuleModel;
using NRules.RuleModel.Builders;
using PostLint.Engine;
using RuleSet = PostLint.Engine.RuleSet;

namespace PostLint.NRules;

/// <summary>
/// Rules as a Rete network. NRules tries every pair of a join and shows every fact to every kind; so all facts of a kind are one fact of
/// the network. A rule's first clause is a condition on its kind, which most rules end at; each later one is a node that looks up in its
/// kind, by key, what meets a row.
/// </summary>
internal static class Network
{
    private const string Extension = "Extension";

    /// <summary>Compiles rules.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="kinds">What stands for all facts of a kind, by the number of its bucket.</param>
    public static ISessionFactory Compile(RuleSet rules, out Kind[] kinds)
    {
        Type[] types = [.. rules.Buckets.OrderBy(bucket => bucket.Value).Select(bucket => typeof(AllOf<>).MakeGenericType(bucket.Key))];
        kinds = [.. types.Select(type => (Kind)Activator.CreateInstance(type)!)];
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
        var stage = new Stage(rule, order, 0);
        PatternBuilder latest = left.Pattern(types[rule.Clauses[0].Bucket], "first");
        latest.Condition(Call(stage, nameof(Stage.Begin), latest.Declaration.ToParameterExpression()));
        for (int i = 1; i < rule.Clauses.Length; i++)
        {
            if (rule.Clauses[i].Clause.Kind is ClauseKind.Where)
                continue;
            stage = new(rule, order, i);
            PatternBuilder next = left.Pattern(typeof(Row), $"row{i}");
            AggregateBuilder join = next.Aggregate();
            PatternBuilder facts = join.Pattern(types[rule.Clauses[i].Bucket], "facts");
            join.ResultType(typeof(Row));
            join.Aggregator(Extension, [new(Extension, Extend(stage, latest.Declaration, facts.Declaration))], typeof(Stages));
            latest = next;
        }
        ParameterExpression context = Expression.Parameter(typeof(IContext));
        builder.RightHandSide().Action(Call(stage, nameof(Stage.Fire), latest.Declaration.ToParameterExpression(), context));
        return builder.Build();
    }

    /// <summary>What a stage makes of what the stage before it found and of all facts of its kind.</summary>
    private static LambdaExpression Extend(Stage stage, Declaration before, Declaration facts)
    {
        LambdaExpression extend = Call(stage, nameof(Stage.Extend), before.ToParameterExpression());
        return Expression.Lambda(extend.Body, [.. extend.Parameters, facts.ToParameterExpression()]);
    }

    /// <summary>A call that tells nodes of the network apart by their stages.</summary>
    private static LambdaExpression Call(Stage stage, string method, ParameterExpression of, params ParameterExpression[] first) =>
        Expression.Lambda(Expression.Call(Expression.Constant(stage), typeof(Stage).GetMethod(method)!, of), [.. first, of]);

    private static Stage StageOf(Expression call) => (Stage)((ConstantExpression)((MethodCallExpression)call).Object!).Value!;

    /// <summary>Stands in the network for all facts of a kind.</summary>
    private sealed class AllOf<T> : Kind
    {
        protected override Kind New() => new AllOf<T>();
    }

    /// <summary>What the network calls is known beforehand, so that nothing is compiled at the start.</summary>
    private sealed class KnownDelegates : IExpressionCompiler
    {
        private static readonly Func<ITuple, IFact, object> s_extend = static (_, _) =>
            throw new InvalidOperationException("Stages extend rows by themselves.");

        public TDelegate Compile<TDelegate>(Expression<TDelegate> expression)
            where TDelegate : Delegate
        {
            if (expression.ReturnType == typeof(object))
                return (TDelegate)(object)s_extend;
            // NRules puts statements before the call, which take arguments out of its own facts.
            Stage stage = StageOf(((BlockExpression)expression.Body).Expressions[^1]);
            if (expression.ReturnType == typeof(bool))
                return (TDelegate)(object)(Func<IFact, bool>)(fact => stage.Begin((Kind)fact.Value!));
            return (TDelegate)(object)(Action<IContext, ITuple>)((_, tuple) => stage.Fire(Last(tuple)));
        }
    }

    /// <summary>What the latest pattern of a tuple matched.</summary>
    private static object Last(ITuple tuple) => tuple.Facts.First().Value!; // from the last to the first

    /// <summary>Makes what extends rows at a node; NRules creates it by its type.</summary>
    private sealed class Stages : IAggregatorFactory
    {
        private Stage? _stage;

        public void Compile(AggregateElement element, IReadOnlyCollection<IAggregateExpression> compiledExpressions) =>
            _stage = StageOf(element.Expressions[Extension].Expression.Body);

        public IAggregator Create(AggregationContext context) => new Extending(_stage!);
    }

    /// <summary>Extends what was found before, once: all facts of a kind come together.</summary>
    private sealed class Extending(Stage stage) : IAggregator
    {
        private bool _isDone;

        public IReadOnlyCollection<AggregationResult> Add(AggregationContext context, ITuple tuple, IReadOnlyCollection<IFact> facts)
        {
            if (_isDone || facts.Count == 0)
                return AggregationResult.Empty;
            _isDone = true;
            IReadOnlyList<Row> rows = stage.Extend(Last(tuple));
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
