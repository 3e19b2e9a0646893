using System.Diagnostics.CodeAnalysis;
using NRules;
using NRules.Diagnostics;
using NRules.Extensibility;
using NRules.RuleModel;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using Match = PostLint.Engine.Match;

namespace PostLint.NRules;

/// <summary>One run of a rule in NRules' language: what it reports, what it throws, and how much it tries.</summary>
internal sealed class FluentRun : IReports, IDependencyResolver
{
    [ThreadStatic]
    private static FluentRun? s_current;

    private readonly Engine.CompiledRule _rule;
    private readonly Dictionary<Fact, IReadOnlyList<Derivation>> _known;
    private readonly CancellationToken _cancellation;
    private readonly Budget _budget = new(Matcher.DefaultTries);
    private readonly List<Match> _reported = [];
    private Fault? _fault;
    private StoppedRule? _stop;

    public FluentRun(Engine.CompiledRule rule, IReadOnlyList<Evidence> facts, CancellationToken cancellation)
    {
        (_rule, _cancellation) = (rule, cancellation);
        _known = new((IEqualityComparer<Fact>)ReferenceEqualityComparer.Instance);
        foreach (Evidence evidence in facts.Where(evidence => evidence.Derivations.Count > 0))
            _known[evidence.Fact] = evidence.Derivations;
    }

    /// <summary>What the run found.</summary>
    public RunResult Result => new(Merging.Merge(_reported), _fault is null ? [] : [_fault]) { Stops = _stop is null ? [] : [_stop] };

    /// <summary>What each condition calls before it is tried.</summary>
    public static void Count() => s_current!._budget.Spend();

    /// <summary>Runs the rule.</summary>
    /// <param name="network">The rule as NRules compiled it.</param>
    /// <param name="facts">The facts of the kinds that it asks for.</param>
    /// <param name="watch">What to call for each condition that was tried; null for nothing.</param>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever a rule throws is the rule's fault, and is reported as such.")]
    public void Go(ISessionFactory network, IEnumerable<Fact> facts, EventHandler<LhsExpressionEventArgs>? watch = null)
    {
        _budget.BeginRun(_cancellation);
        s_current = this;
        try
        {
            ISession session = network.CreateSession();
            session.DependencyResolver = this;
            session.Events.LhsExpressionFailedEvent += (_, failed) => failed.IsHandled = IsFault(failed.Exception);
            session.Events.RhsExpressionFailedEvent += (_, failed) => failed.IsHandled = IsFault(failed.Exception);
            if (watch is not null)
                session.Events.LhsExpressionEvaluatedEvent += watch;
            session.InsertAll(facts);
            session.Fire(_cancellation);
        }
        catch (Exception) when (_stop is not null || _cancellation.IsCancellationRequested) { }
        catch (Exception exception)
        {
            IsFault(exception);
        }
        finally
        {
            s_current = null;
        }
        _cancellation.ThrowIfCancellationRequested();
    }

    /// <inheritdoc/>
    public object Resolve(IResolutionContext context, Type serviceType) =>
        serviceType == typeof(IReports)
            ? this
            : throw new InvalidOperationException($"Rules may ask for {nameof(IReports)} only, not for {serviceType.Name}.");

    /// <inheritdoc/>
    public void Add(IContext context, Report report)
    {
        var premises = new List<Evidence>();
        foreach (IFactMatch match in context.Match.Facts)
        {
            if (match.Value is Fact fact)
                premises.Add(Known(fact));
            else if (match.Value is IEnumerable<Fact> many)
                premises.AddRange(many.OrderBy(one => one.Place).Select(Known));
        }
        _budget.Spend(Session.MatchTries + premises.Count);
        _reported.Add(new(_rule, report, new(_rule.Descriptor, premises)));
    }

    /// <summary>
    /// Takes note of what a rule threw, and says whether the run may go on: not when it was cancelled or spent all it may.
    /// </summary>
    private bool IsFault(Exception? exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is SpentException spent)
                _stop = new(_rule.Descriptor, spent.Tries, null);
            if (cause is SpentException or OperationCanceledException)
                return false;
        }
        _fault = _fault is null ? new(_rule.Descriptor, exception!, 1) : _fault with { Count = _fault.Count + 1 };
        return true;
    }

    private Evidence Known(Fact fact) => new(fact, _known.TryGetValue(fact, out IReadOnlyList<Derivation>? derivations) ? derivations : []);
}
