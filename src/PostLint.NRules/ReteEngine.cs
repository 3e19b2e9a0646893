using System.Linq.Expressions;
using NRules;
using NRules.RuleModel;
using NRules.RuleModel.Builders;
using PostLint.Engine;
using PostLint.Facts;

namespace PostLint.NRules;

/// <summary>
/// The second engine: the same patterns on NRules' Rete network. It gives the same findings with the same evidence, and is there to be compared with.
/// Safe to share between threads.
/// </summary>
public sealed class ReteEngine : IEngine
{
    private readonly ISessionFactory _factory;
    private readonly Engine.RuleSet _rules;

    /// <summary>Translates and compiles a rule set.</summary>
    /// <exception cref="ArgumentException">NRules knows fewer rules than were given to it.</exception>
    public ReteEngine(Engine.RuleSet rules)
    {
        _rules = rules;
        var set = new global::NRules.RuleModel.RuleSet("PostLint");
        set.Add([.. rules.Ordered.Select(Translate)]);
        // What trimming or a broken translation dropped would be missed by nobody.
        if (set.Rules.Count() != rules.Ordered.Length)
            throw new ArgumentException($"NRules has {set.Rules.Count()} of {rules.Ordered.Length} rules.", nameof(rules));
        var compiler = new RuleCompiler();
        // Records are equal by value, and two equal facts are two facts all the same.
        compiler.FactIdentityComparerRegistry.DefaultFactIdentityComparer = ByReference.Instance;
        _factory = compiler.Compile([set]);
    }

    /// <inheritdoc/>
    public RunResult Run(IEnumerable<Fact> facts, CancellationToken cancellation = default)
    {
        Fact[] given = [.. facts];
        ISession session = _factory.CreateSession();
        var conclusions = new Conclusions(_rules, given);
        Conclusions.Current = conclusions;
        session.Events.LhsExpressionFailedEvent += (_, failed) =>
        {
            conclusions.Fail(failed.Rules.Select(rule => rule.Name), failed.Exception!);
            failed.IsHandled = true;
        };
        session.InsertAll(given);
        session.Fire(cancellation);
        cancellation.ThrowIfCancellationRequested();
        return conclusions.Result();
    }

    /// <param name="rule">The rule.</param>
    /// <param name="number">Its number in the order in which the rules run: what a rule denies or gathers is complete before it fires.</param>
    private static IRuleDefinition Translate(CompiledRule rule, int number)
    {
        var builder = new RuleBuilder();
        builder.Name(rule.Descriptor.Id);
        builder.Priority(-number);
        GroupBuilder left = builder.LeftHandSide();
        var bound = new List<Bound>();
        PatternBuilder? latest = null;
        foreach (Clause clause in rule.Clauses.Select(compiled => compiled.Clause))
        {
            switch (clause.Kind)
            {
                case ClauseKind.And:
                    latest = left.Pattern(clause.FactType!, $"p{bound.Count}");
                    Condition(latest, clause, bound);
                    bound.Add(new(latest.Declaration.ToParameterExpression(), clause));
                    break;
                case ClauseKind.Unless:
                    Condition(left.Not().Pattern(clause.FactType!, "candidate"), clause, bound);
                    break;
                case ClauseKind.With:
                    Condition(left.Exists().Pattern(clause.FactType!, "candidate"), clause, bound);
                    break;
                case ClauseKind.Gather:
                    latest = left.Pattern(typeof(IEnumerable<>).MakeGenericType(clause.FactType!), $"p{bound.Count}");
                    AggregateBuilder all = latest.Aggregate();
                    Condition(all.Pattern(clause.FactType!, "candidate"), clause, bound);
                    all.Collect();
                    bound.Add(new(latest.Declaration.ToParameterExpression(), clause));
                    break;
                case ClauseKind.Each:
                    latest = left.Pattern(typeof(IGrouping<,>).MakeGenericType(typeof(Key), clause.FactType!), $"p{bound.Count}");
                    AggregateBuilder each = latest.Aggregate();
                    PatternBuilder source = each.Pattern(clause.FactType!, "candidate");
                    Condition(source, clause, bound);
                    ParameterExpression member = source.Declaration.ToParameterExpression();
                    each.GroupBy(
                        Expression.Lambda(Call(nameof(KeyOf), Expression.Constant(clause), member), member),
                        Expression.Lambda(member, member)
                    );
                    bound.Add(new(latest.Declaration.ToParameterExpression(), clause));
                    break;
                case ClauseKind.Where:
                    // NRules has no condition of its own standing: it joins the latest pattern's.
                    latest!.Condition(
                        Expression.Lambda(Call(nameof(Holds), Expression.Constant(clause), Row(bound)), bound.Select(one => one.Parameter))
                    );
                    break;
            }
        }
        ParameterExpression context = Expression.Parameter(typeof(IContext), "context");
        builder
            .RightHandSide()
            .Action(
                Expression.Lambda(
                    Expression.Call(typeof(Conclusions), nameof(Conclusions.Fire), null, context, Expression.Constant(rule), Row(bound)),
                    [context, .. bound.Select(one => one.Parameter)]
                )
            );
        return builder.Build();
    }

    /// <summary>All that a candidate must satisfy: it is none of the facts bound so far, its key is theirs, and the test holds.</summary>
    private static void Condition(PatternBuilder pattern, Clause clause, List<Bound> bound)
    {
        ParameterExpression candidate = pattern.Declaration.ToParameterExpression();
        MethodCallExpression meets = Call(nameof(Meets), Expression.Constant(clause), Row(bound), candidate);
        pattern.Condition(Expression.Lambda(meets, [.. bound.Select(one => one.Parameter), candidate]));
    }

    /// <summary>The facts and groups bound so far, groups in the order of places.</summary>
    private static NewArrayExpression Row(List<Bound> bound) =>
        Expression.NewArrayInit(
            typeof(object),
            bound.Select(one =>
                one.Clause.Kind is ClauseKind.And
                    ? (Expression)one.Parameter
                    : Call(nameof(Gather), Expression.Constant(one.Clause), one.Parameter)
            )
        );

    private static MethodCallExpression Call(string method, params Expression[] arguments) =>
        Expression.Call(typeof(ReteEngine), method, null, arguments);

    internal static bool Meets(Clause clause, object[] bound, Fact candidate)
    {
        foreach (object position in bound)
        {
            if (ReferenceEquals(position, candidate))
                return false;
        }
        object?[] row = Conclusions.Row(bound);
        row[clause.Slot] = null;
        if (clause.Join is { } join && clause.Kind is not ClauseKind.Each && !AreJoined(join, row, candidate))
            return false;
        if (clause is { Kind: ClauseKind.Each, Join: { } group } && !group.Right(candidate).IsSome)
            return false;
        row[clause.Slot] = candidate;
        return clause.Test?.Invoke(row) != false;
    }

    internal static bool Holds(Clause clause, object[] bound) => clause.Test!(Conclusions.Row(bound));

    internal static Key KeyOf(Clause clause, Fact fact) => clause.Join!.Right(fact);

    internal static object Gather(Clause clause, IEnumerable<Fact> facts) => clause.ToGroup!([.. facts.Order(Conclusions.Current!)]);

    private static bool AreJoined(Join join, object?[] row, Fact candidate)
    {
        Key left = join.Left(row),
            right = join.Right(candidate);
        if (!left.IsSome || !right.IsSome)
            return false;
        for (int offset = -join.Radius; offset <= join.Radius; offset++)
        {
            if (left.Shift(offset) == right)
                return true;
        }
        return false;
    }

    /// <summary>A position of a pattern, and what NRules calls it.</summary>
    private sealed record Bound(ParameterExpression Parameter, Clause Clause);
}
