namespace PostLint.Reporting;

/// <summary>What a report shows, and how.</summary>
/// <param name="ToolVersion">PostLint's version, as in <c>1.2.3</c>.</param>
public sealed record ReportOptions(string ToolVersion)
{
    /// <summary>Whether what identifies a person is shown; otherwise it is masked, and no line of a submission is printed.</summary>
    public bool Reveal { get; init; }

    /// <summary>Whether text shows the facts and rules behind each finding; JSON and SARIF always hold them.</summary>
    public bool ShowWhy { get; init; }

    /// <summary>Whether text is coloured with terminal escapes.</summary>
    public bool Color { get; init; }

    /// <summary>Whether text links names of rules to their pages, by what terminals take for a link (OSC 8).</summary>
    public bool Links { get; init; }

    /// <summary>The address that pages of PostLint lie below; empty for none.</summary>
    public string Site { get; init; } = "";

    /// <summary>The address of a rule's page; null for rules that have none.</summary>
    public Func<string, string?> PageOf { get; init; } = static _ => null;

    /// <summary>The id of a rule as text shows it.</summary>
    internal string RuleLink(string id, Terminal.Style style) =>
        Links && PageOf(id) is { } page ? Terminal.Style.Link(style.Faint(id), page) : style.Faint(id);

    /// <summary>How many columns text may take, at least 40.</summary>
    public int Width
    {
        get;
        init => field = Math.Max(40, value);
    } = 100;

    /// <summary>Whether text leaves out its counts.</summary>
    public bool Quiet { get; init; }
}
