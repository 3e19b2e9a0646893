using System.Linq.Expressions;
using NRules;
using NRules.RuleModel;
using NRules.RuleModel.Builders;
using PostLint.Facts;
using static PostLint.Bench.Engines;

namespace PostLint.Bench;

/// <summary>
/// The forty rules as one would write them for NRules: typed conditions, compiled by it, and an action that only notes what fired.
/// </summary>
internal sealed class ByHand
{
    [ThreadStatic]
    private static List<object>? s_fired;
    private readonly ISessionFactory _factory;

    public ByHand()
    {
        var set = new RuleSet("bench");
        set.Add([.. Rules()]);
        _factory = new RuleCompiler().Compile([set]);
    }

    public int Run(Fact[] facts)
    {
        s_fired = [];
        ISession session = _factory.CreateSession();
        session.InsertAll(facts);
        session.Fire();
        return s_fired.Count;
    }

    internal static void Note(object fact) => s_fired!.Add(fact);

    private static IEnumerable<IRuleDefinition> Rules()
    {
        for (int n = 0; n < 8; n++)
        {
            int limit = 990 + n;
            yield return Filter<Alpha>($"filter/alpha-{n}", alpha => alpha.Value >= limit);
            yield return Filter<Beta>($"filter/beta-{n}", beta => beta.Value >= limit);
            yield return Filter<Gamma>($"filter/gamma-{n}", gamma => gamma.Value >= limit);
            yield return Rule<Alpha>(
                $"join/{n}",
                alpha => alpha.Value % 8 == limit % 8,
                (left, first) =>
                    Other<Alpha, Beta>(left.Pattern(typeof(Beta), "beta"), first, (alpha, beta) =>
                        alpha.Key == beta.Key && alpha.Value + beta.Value > 1_900
                    )
            );
        }
        for (int n = 0; n < 4; n++)
        {
            int rest = n;
            yield return Rule<Beta>(
                $"deny/{n}",
                beta => beta.Value % 50 == rest,
                (left, first) =>
                    Other<Beta, Gamma>(left.Not().Pattern(typeof(Gamma), "gamma"), first, (beta, gamma) => beta.Key == gamma.Key)
            );
        }
        for (int n = 0; n < 2; n++)
        {
            int rest = n;
            yield return Rule<Gamma>(
                $"witness/{n}",
                gamma => gamma.Value % 50 == rest,
                (left, first) =>
                    Other<Gamma, Alpha>(left.Exists().Pattern(typeof(Alpha), "alpha"), first, (gamma, alpha) => gamma.Key == alpha.Key)
            );
            yield return Rule<Alpha>(
                $"gather/{n}",
                alpha => alpha.Value % 50 == rest,
                (left, first) =>
                {
                    PatternBuilder all = left.Pattern(typeof(IEnumerable<Gamma>), "all");
                    AggregateBuilder aggregate = all.Aggregate();
                    Other<Alpha, Gamma>(aggregate.Pattern(typeof(Gamma), "gamma"), first, (alpha, gamma) => alpha.Key == gamma.Key);
                    aggregate.Collect();
                    Expression<Func<IEnumerable<Gamma>, bool>> many = gammas => gammas.Count() > 3;
                    all.Condition(Renamed(many, all.Declaration.ToParameterExpression()));
                }
            );
        }
    }

    private static IRuleDefinition Filter<T>(string name, Expression<Func<T, bool>> where) => Rule(name, where, (_, _) => { });

    private static IRuleDefinition Rule<T>(string name, Expression<Func<T, bool>> where, Action<GroupBuilder, ParameterExpression> rest)
    {
        var builder = new RuleBuilder();
        builder.Name(name);
        GroupBuilder left = builder.LeftHandSide();
        PatternBuilder first = left.Pattern(typeof(T), "first");
        ParameterExpression parameter = first.Declaration.ToParameterExpression();
        first.Condition(Renamed(where, parameter));
        rest(left, parameter);
        ParameterExpression context = Expression.Parameter(typeof(IContext), "context");
        builder
            .RightHandSide()
            .Action(
                Expression.Lambda(
                    Expression.Call(typeof(ByHand), nameof(Note), null, Expression.Convert(parameter, typeof(object))),
                    context,
                    parameter
                )
            );
        return builder.Build();
    }

    private static void Other<TFirst, TOther>(
        PatternBuilder other,
        ParameterExpression first,
        Expression<Func<TFirst, TOther, bool>> where
    ) => other.Condition(Renamed(where, first, other.Declaration.ToParameterExpression()));

    /// <summary>A condition with the parameters that NRules knows the facts by.</summary>
    private static LambdaExpression Renamed(LambdaExpression condition, params ParameterExpression[] parameters) =>
        Expression.Lambda(
            new Renaming(condition.Parameters.Zip(parameters).ToDictionary(pair => pair.First, pair => pair.Second)).Visit(condition.Body),
            parameters
        );

    private sealed class Renaming(Dictionary<ParameterExpression, ParameterExpression> names) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => names.GetValueOrDefault(node) ?? node;
    }
}
