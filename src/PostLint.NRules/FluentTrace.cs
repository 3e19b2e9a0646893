using System.Globalization;
using System.Linq.Expressions;
using NRules.Diagnostics;
using PostLint.Engine;
using PostLint.Facts;

namespace PostLint.NRules;

/// <summary>Which conditions of a rule were tried on the facts at a place, and what came of it.</summary>
/// <param name="isThere">Whether a fact stands at the place.</param>
internal sealed class FluentTrace(Func<Fact, bool> isThere)
{
    private readonly Dictionary<Fact, List<Tried>> _tried = new((IEqualityComparer<Fact>)ReferenceEqualityComparer.Instance);

    /// <summary>Takes note of a condition that was tried.</summary>
    public void Note(object? sender, LhsExpressionEventArgs tried)
    {
        foreach (Fact fact in tried.Arguments.OfType<Fact>().Where(isThere))
        {
            if (!_tried.TryGetValue(fact, out List<Tried>? list))
                _tried[fact] = list = [];
            if (list.Find(known => ReferenceEquals(known.Condition, tried.Expression)) is not { } condition)
                list.Add(condition = new(tried.Expression));
            condition.Holds += tried.Result is false || tried.Exception is not null ? 0 : 1;
            condition.Times++;
        }
    }

    /// <summary>What came of each fact at the place.</summary>
    /// <param name="facts">All facts of the kinds that the rule asks for.</param>
    /// <param name="result">What the rule found.</param>
    /// <param name="kinds">The names of those kinds.</param>
    public IReadOnlyList<string> Lines(IReadOnlyList<Fact> facts, RunResult result, IReadOnlyList<string> kinds)
    {
        Fact[] there = [.. facts.Where(isThere)];
        if (there.Length == 0)
            return [$"nothing that the rule asks for stands there; it asks for {string.Join(", ", kinds)}"];
        var reported = new HashSet<Fact>(
            result
                .Findings.SelectMany(finding => finding.Derivations)
                .SelectMany(derivation => derivation.Premises)
                .Select(known => known.Fact),
            (IEqualityComparer<Fact>)ReferenceEqualityComparer.Instance
        );
        return [.. there.Select(fact => reported.Contains(fact) ? $"{fact.GetType().Name}: the rule reports it" : Line(fact))];
    }

    private string Line(Fact fact)
    {
        string name = fact.GetType().Name;
        if (!_tried.TryGetValue(fact, out List<Tried>? tried))
            return $"{name}: the rule asks for it, and for something else that is missing before its conditions are tried";
        return tried.Find(condition => condition.Holds == 0) is { } failed
            ? $"{name}: of its {Count(tried.Count)} the {Ordinal(tried.IndexOf(failed))} never holds "
                + $"({Count(failed.Times, "trial")}): {Text(failed.Condition)}"
            : $"{name}: each of its {Count(tried.Count)} holds at least once; what is missing stands in a query or in Not";
    }

    private static string Text(Expression condition) =>
        (condition is LambdaExpression lambda ? lambda.Body : condition).ToString().Replace("value(", "(", StringComparison.Ordinal);

    private static string Count(int number, string thing = "condition") =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {thing}{(number == 1 ? "" : "s")}");

    private static string Ordinal(int index) =>
        index switch
        {
            0 => "first",
            1 => "second",
            2 => "third",
            _ => string.Create(CultureInfo.InvariantCulture, $"{index + 1}th"),
        };

    /// <summary>A condition, how often it was tried, and how often it held.</summary>
    private sealed class Tried(Expression condition)
    {
        public Expression Condition => condition;

        public int Times { get; set; }

        public int Holds { get; set; }
    }
}
