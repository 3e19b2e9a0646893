using System.Collections.ObjectModel;
using System.Globalization;
using PostLint.Rules;

namespace PostLint.Triage;

/// <summary>What triage knows of a submission and may be shared.</summary>
/// <param name="Id">What the chair calls it.</param>
/// <param name="Verdict">What is to be done.</param>
/// <param name="Lanes">The submission in each lane, in their order.</param>
internal sealed record TriageRecord(string Id, Verdict Verdict, IReadOnlyList<LaneResult> Lanes)
{
    /// <summary>What the submission is called by its source or its post; empty where neither says so.</summary>
    public string Title { get; init; } = "";

    /// <summary>The profile it was judged by; empty where it could not be read.</summary>
    public string Profile { get; init; } = "";

    /// <summary>Why it cannot be judged; null where it can.</summary>
    public string? Failure { get; init; }

    /// <summary>Why it has its verdict, the heaviest first.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>What was found, the heaviest first.</summary>
    public IReadOnlyList<TriageFinding> Findings { get; init; } = [];

    /// <summary>What of it could not be read, each with the reason.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];

    /// <summary>Configuration and suppressions in the submission, which are not heeded.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>Further columns of the manifest.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>How many findings are errors.</summary>
    public int Errors => Count("error");

    /// <summary>How many findings are warnings.</summary>
    public int Warnings => Count("warning");

    /// <summary>How many findings are notes.</summary>
    public int Notes => Count("note");

    private int Count(string severity) => Findings.Count(finding => finding.Severity == severity);
}

/// <summary>What a table shows of a record: all but its findings. Read from the record's JSON, whose findings are passed over.</summary>
/// <param name="Id">What the chair calls it.</param>
/// <param name="Verdict">What is to be done.</param>
/// <param name="Lanes">The submission in each lane, in their order.</param>
internal sealed record TriageRow(string Id, Verdict Verdict, IReadOnlyList<LaneResult> Lanes)
{
    /// <summary>What the submission is called by its source or its post; empty where neither says so.</summary>
    public string Title { get; init; } = "";

    /// <summary>The profile it was judged by; empty where it could not be read.</summary>
    public string Profile { get; init; } = "";

    /// <summary>Why it cannot be judged; null where it can.</summary>
    public string? Failure { get; init; }

    /// <summary>Why it has its verdict, the heaviest first.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>How many findings are errors.</summary>
    public int Errors { get; init; }

    /// <summary>How many findings are warnings.</summary>
    public int Warnings { get; init; }

    /// <summary>How many findings are notes.</summary>
    public int Notes { get; init; }

    /// <summary>What of it could not be read, each with the reason.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];

    /// <summary>Further columns of the manifest.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}

/// <summary>Findings of one rule in a submission.</summary>
/// <param name="Rule">Id of the rule, or what else is a reason: <c>unread</c>, <c>fault</c>.</param>
/// <param name="Severity">error, warning or note.</param>
/// <param name="Count">How many.</param>
/// <param name="Weight">How heavy they are together.</param>
internal sealed record Reason(string Rule, string Severity, int Count, int Weight)
{
    /// <summary>The reason in words.</summary>
    /// <param name="rules">The cards of all rules, by id.</param>
    public string Said(IReadOnlyDictionary<string, RuleDescriptor> rules)
    {
        string what =
            Rule is "unread" ? "Not all of it could be read"
            : Rule is "fault" ? "PostLint failed in a part of it"
            : rules.TryGetValue(Rule, out RuleDescriptor? rule) ? rule.Summary
            : Rule;
        return Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"{what} ({Count} times)") : what;
    }
}

/// <summary>A finding as triage shows it, masked.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Severity">error, warning or note.</param>
/// <param name="Message">What stands there, masked.</param>
/// <param name="File">The file, masked where its name identifies.</param>
/// <param name="Line">Its line; 0 where it has none.</param>
/// <param name="Where">Where the words stand, for people; null for running text.</param>
internal sealed record TriageFinding(string Rule, string Severity, string Message, string File, int Line, string? Where)
{
    /// <summary>The field of metadata; null for places in text.</summary>
    public string? Field { get; init; }

    /// <summary>How heavy it is; for ranking.</summary>
    public int Weight { get; init; }

    /// <summary>The clues that were weighed, by name; null where none were.</summary>
    public IReadOnlyList<string>? Clues { get; init; }

    /// <summary>In how many other places it shows.</summary>
    public int Others { get; init; }

    /// <summary>Whether <c>postlint fix</c> fixes it.</summary>
    public bool IsFixable { get; init; }

    /// <summary>Whether it rests on what only the chair knows, so that its authors are not told.</summary>
    public bool IsConfidential { get; init; }
}
