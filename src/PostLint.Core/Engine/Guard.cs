using System.Diagnostics.CodeAnalysis;
using PostLint.Facts;
using PostLint.Rules;

namespace PostLint.Engine;

/// <summary>What a test says of a row.</summary>
internal enum Verdict
{
    No,
    Yes,

    /// <summary>It threw: nobody can tell.</summary>
    Unknown,
}

/// <summary>Calls what rules are made of. What they throw becomes a fault of the rule that runs, and counts as much work.</summary>
[SuppressMessage("Design", "CA1031", Justification = "Whatever a rule throws is the rule's fault, and is reported as such.")]
internal sealed class Guard(Budget budget)
{
    private const int FaultTries = 1000;
    private readonly List<Fault> _faults = [];

    /// <summary>The rule that runs.</summary>
    public required RuleDescriptor Rule { get; set; }

    /// <summary>In the order the rules ran; one a rule, that of its first exception.</summary>
    public IReadOnlyList<Fault> Faults => [.. _faults];

    public Verdict Test(Clause clause, object?[] row)
    {
        if (clause.Test is null)
            return Verdict.Yes;
        try
        {
            return clause.Test(row) ? Verdict.Yes : Verdict.No;
        }
        catch (Exception exception)
        {
            Fail(exception);
            return Verdict.Unknown;
        }
    }

    /// <summary>A key; null where it threw.</summary>
    public Key? Key<T>(Func<T, Key> of, T from)
    {
        try
        {
            return of(from);
        }
        catch (Exception exception)
        {
            Fail(exception);
            return null;
        }
    }

    /// <summary>A report or a fact; null where there is none or it threw.</summary>
    public object? Outcome(CompiledRule rule, object?[] row)
    {
        try
        {
            return rule.Outcome(row);
        }
        catch (Exception exception)
        {
            Fail(exception);
            return null;
        }
    }

    /// <summary>Does what compares facts, whose equality may be their own.</summary>
    public void Keep(Action<object> keep, object outcome)
    {
        try
        {
            keep(outcome);
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
    }

    public void Note(Exception exception)
    {
        if (_faults.Count > 0 && _faults[^1].Rule == Rule)
            _faults[^1] = _faults[^1] with { Count = _faults[^1].Count + 1 };
        else
            _faults.Add(new(Rule, exception, 1));
    }

    public void Clear() => _faults.Recycle();

    private void Fail(Exception exception)
    {
        Note(exception);
        budget.Spend(FaultTries);
    }
}
