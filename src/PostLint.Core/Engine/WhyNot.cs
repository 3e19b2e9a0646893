using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Engine;

/// <summary>
/// Goes through a rule clause by clause at a place, and says how far it comes and what fails there. Holds nothing of the submission but
/// numbers of lines.
/// </summary>
internal sealed class WhyNot
{
    private const int MostTries = 1_000_000;
    private const int MostSubjects = 12;
    private const int Deepest = 3; // rules that conclude what rules need

    private readonly RuleSet _rules;
    private readonly FactBase _facts;
    private readonly Func<Fact, bool> _isThere;
    private readonly Budget _budget = new(MostTries);
    private readonly List<string> _lines = [];
    private readonly object?[] _row = new object?[Session.MaxPositions + 1];
    private CompiledRule _rule = null!;
    private (int Clause, string Reason) _failed;

    /// <param name="rules">The rules that ran.</param>
    /// <param name="facts">What was found and concluded.</param>
    /// <param name="isThere">Whether a fact stands at the place.</param>
    public WhyNot(RuleSet rules, IReadOnlyList<Evidence> facts, Func<Fact, bool> isThere)
    {
        (_rules, _facts, _isThere) = (rules, new(rules), isThere);
        foreach (Evidence known in facts)
            _facts.Add(known.Fact);
    }

    /// <summary>What becomes of a rule at the place, in lines.</summary>
    public IReadOnlyList<string> Of(string id)
    {
        Explain(_rules.Ordered.First(rule => rule.Descriptor.Id == id), "");
        return _lines;
    }

    private void Explain(CompiledRule rule, string indent)
    {
        CompiledClause subject = rule.Clauses[0];
        Fact[] there = [.. _facts.Facts(subject.Bucket).Where(_isThere)];
        string kind = subject.Clause.FactType!.Name;
        if (there.Length > 0)
        {
            foreach (Fact fact in there.Take(MostSubjects))
                _lines.Add($"{indent}{kind}: {Judge(rule, fact)}");
            if (there.Length > MostSubjects)
                _lines.Add($"{indent}and {(there.Length - MostSubjects).ToString(CultureInfo.InvariantCulture)} more");
            return;
        }
        CompiledRule[] concluding = [.. _rules.Ordered.Where(other => other.Concludes == subject.Clause.FactType)];
        string source = concluding.Length == 0 ? "" : ", which rules conclude:";
        _lines.Add($"{indent}{rule.Descriptor.Id} begins at each {kind}, and none stands there{source}");
        if (indent.Length / 2 >= Deepest)
            return;
        foreach (CompiledRule before in concluding)
            Explain(before, indent + "  ");
    }

    private string Judge(CompiledRule rule, Fact subject)
    {
        (_rule, _failed) = (rule, (-1, ""));
        Array.Clear(_row);
        _budget.BeginRule();
        try
        {
            if (Begin(subject))
                return rule.Concludes is { } kind ? $"{rule.Descriptor.Id} concludes {kind.Name} of it" : "the rule reports it";
        }
        catch (SpentException spent)
        {
            return $"given up after {spent.Tries.ToString(CultureInfo.InvariantCulture)} trials";
        }
        return _failed.Clause == rule.Clauses.Length
            ? _failed.Reason
            : $"condition {(_failed.Clause + 1).ToString(CultureInfo.InvariantCulture)} of "
                + $"{rule.Clauses.Length.ToString(CultureInfo.InvariantCulture)} fails, {rule.Clauses[_failed.Clause].Clause}: "
                + $"{_failed.Reason}";
    }

    private bool Begin(Fact subject)
    {
        Clause clause = _rule.Clauses[0].Clause;
        if (clause.Kind is not ClauseKind.Each)
            return Meets(0, subject) ? Step(1) : Fail(0, "it does not hold");
        Key key = Of(0, () => clause.Join!.Right(subject));
        if (!key.IsSome)
            return Fail(0, "it has no key");
        List<Fact> group =
        [
            .. _facts.Facts(_rule.Clauses[0].Bucket).Where(fact => Of(0, () => clause.Join!.Right(fact)) == key && Meets(0, fact)),
        ];
        if (group.Count == 0)
            return Fail(0, "it does not hold");
        _row[0] = clause.ToGroup!(group);
        return Step(1);
    }

    private bool Step(int i)
    {
        if (i == _rule.Clauses.Length)
            return Of(i, () => _rule.Outcome(_row)) is not null || Fail(i, "all conditions hold, but the rule says nothing of it");
        Clause clause = _rule.Clauses[i].Clause;
        if (clause.Kind is ClauseKind.Where)
            return Holds(i) ? Step(i + 1) : Fail(i, "it does not hold");
        List<Fact> gathered = [];
        int tried = 0;
        foreach (Fact candidate in Candidates(i))
        {
            tried++;
            if (!Meets(i, candidate))
                continue;
            if (clause.Kind is ClauseKind.Unless)
                return Fail(i, candidate.Place.Line > 0 ? $"there is one in line {candidate.Place.Line}" : "there is one");
            gathered.Add(candidate);
            if (clause.Kind is ClauseKind.Gather)
                continue;
            if (Step(i + 1))
                return true;
            if (clause.Kind is ClauseKind.With)
                return false;
        }
        if (clause.Kind is ClauseKind.Gather)
            _row[clause.Slot] = clause.ToGroup!(gathered);
        if (clause.Kind is ClauseKind.Gather or ClauseKind.Unless)
            return Step(i + 1);
        return gathered.Count == 0
            && Fail(i, tried == 0 ? "there is none" : $"it holds for none of {tried.ToString(CultureInfo.InvariantCulture)}");
    }

    private IEnumerable<Fact> Candidates(int i)
    {
        CompiledClause clause = _rule.Clauses[i];
        List<Fact> facts = _facts.Facts(clause.Bucket);
        if (clause.Clause.Join is not { } join)
            return facts;
        Key left = Of(i, () => join.Left(_row));
        if (!left.IsSome)
            return [];
        HashSet<Key> keys = [.. Enumerable.Range(-join.Radius, 1 + (2 * join.Radius)).Select(left.Shift)];
        return facts.Where(fact => keys.Contains(Of(i, () => join.Right(fact))));
    }

    private bool Meets(int i, Fact candidate)
    {
        Clause clause = _rule.Clauses[i].Clause;
        for (int position = 0; position < clause.Slot; position++)
            if (ReferenceEquals(_row[position], candidate))
                return false;
        _row[clause.Slot] = candidate;
        return Holds(i);
    }

    private bool Holds(int i) => _rule.Clauses[i].Clause.Test is not { } test || Of(i, () => test(_row));

    /// <summary>What a part of the rule says; the default, and a failure, where it throws.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "That a rule throws is what is told.")]
    private T? Of<T>(int i, Func<T?> part)
    {
        _budget.Spend();
        try
        {
            return part();
        }
        catch (Exception exception)
        {
            Fail(i, $"it throws {exception.GetType().Name}");
            return default;
        }
    }

    /// <summary>Takes note of what fails, where nothing failed farther on; false, for the caller to return.</summary>
    private bool Fail(int clause, string reason)
    {
        if (clause > _failed.Clause)
            _failed = (clause, reason);
        return false;
    }
}
