using System.Linq.Expressions;
using NRules;
using NRules.Diagnostics;
using NRules.Extensibility;
using NRules.Fluent;
using NRules.RuleModel;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.NRules;

/// <summary>Runs a rule in NRules' language: a network of its own, so that what it throws or spends is its own.</summary>
internal sealed class FluentEngine : IExternalEngine
{
    private readonly Engine.CompiledRule _rule;
    private readonly ISessionFactory _network;
    private readonly HashSet<Type> _kinds = [];

    /// <summary>Reads and compiles the rule.</summary>
    /// <exception cref="RuleDefinitionException">NRules does not understand it.</exception>
    public FluentEngine(FluentRule rule)
    {
        _rule = new(rule.Descriptor, 0, [], static _ => null);
        IRuleDefinition definition = new RuleDefinitionFactory().Create(rule);
        new KindReader().Visit(_kinds, definition.LeftHandSide);
        var compiler = new RuleCompiler { ExpressionCompiler = new CountingCompiler() };
        // Records are equal by value, and two equal facts are two facts all the same.
        compiler.FactIdentityComparerRegistry.DefaultFactIdentityComparer = ByReference.Instance;
        _network = compiler.Compile([definition]);
    }

    /// <inheritdoc/>
    public RunResult Run(IReadOnlyList<Evidence> facts, CancellationToken cancellation = default)
    {
        var run = new FluentRun(_rule, facts, cancellation);
        run.Go(_network, Asked(facts));
        return run.Result;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> WhyNot(IReadOnlyList<Evidence> facts, Func<Fact, bool> isThere)
    {
        var trace = new FluentTrace(isThere);
        Fact[] asked = Asked(facts);
        var run = new FluentRun(_rule, facts, CancellationToken.None);
        run.Go(_network, asked, trace.Note);
        return trace.Lines(asked, run.Result, [.. _kinds.Select(kind => kind.Name).Order(StringComparer.Ordinal)]);
    }

    private Fact[] Asked(IReadOnlyList<Evidence> facts) =>
        [.. facts.Select(evidence => evidence.Fact).Where(fact => _kinds.Any(kind => kind.IsInstanceOfType(fact)))];

    /// <summary>Reads which kinds of facts a rule asks for.</summary>
    private sealed class KindReader : RuleElementVisitor<HashSet<Type>>
    {
        protected override PatternElement VisitPattern(HashSet<Type> context, PatternElement element)
        {
            if (element.Source is null)
                context.Add(element.ValueType);
            return base.VisitPattern(context, element);
        }
    }

    /// <summary>Lets each condition count itself, so that a rule that tries every pair is stopped.</summary>
    private sealed class CountingCompiler : IExpressionCompiler
    {
        public TDelegate Compile<TDelegate>(Expression<TDelegate> expression)
            where TDelegate : Delegate =>
            expression.ReturnType == typeof(void)
                ? expression.Compile()
                : Expression
                    .Lambda<TDelegate>(
                        Expression.Block(Expression.Call(typeof(FluentRun), nameof(FluentRun.Count), null), expression.Body),
                        expression.Parameters
                    )
                    .Compile();
    }
}
