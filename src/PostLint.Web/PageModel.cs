using System.Text.Json.Serialization;
using PostLint.Reporting;

namespace PostLint.Web;

// What the page is told of a run: everything that a report holds, with names, and beside each text what a masked report shows of it.
// Members are left out where they hold nothing.

/// <summary>What the page knows before anything is checked.</summary>
internal sealed record PageAbout(string Version, IReadOnlyList<PageProfile> Profiles, IReadOnlyList<string> Packs);

internal sealed record PageProfile(string Name, string Summary);

/// <summary>A whole run.</summary>
/// <param name="Secrets">All texts that masked reports do not show, longest first.</param>
internal sealed record PageRun(
    string Profile,
    string? Configuration,
    IReadOnlyList<PageSubmission> Submissions,
    IReadOnlyList<PageGap> Unread,
    IReadOnlyList<PageGap> Excluded,
    Tally Counts,
    IReadOnlyDictionary<string, PageRule> Rules,
    IReadOnlyList<string> Secrets
)
{
    /// <summary>Whether a text had to be judged without the language models, because they are not loaded.</summary>
    public bool LacksModels { get; init; }
}

internal sealed record PageRule(string Summary, string Why, string Fix);

internal sealed record PageSubmission(
    string Name,
    string Profile,
    string? DetectedBy,
    IReadOnlyList<PageFile> Files,
    IReadOnlyList<PageFinding> Findings,
    IReadOnlyList<PageGap> Unread,
    IReadOnlyList<string> Remarks
);

/// <summary>A file.</summary>
/// <param name="Path">Its path, by which it is asked for.</param>
/// <param name="Shown">What a masked report shows of it.</param>
/// <param name="Kind"><c>post</c>, <c>bibliography</c>, <c>text</c>, or the name of its format for people.</param>
internal sealed record PageFile(string Path, string Shown, string Kind, long Bytes, bool HasText)
{
    public string? Container { get; init; }

    public IReadOnlyList<PageField>? Fields { get; init; }

    public string? Size { get; init; }

    /// <summary>Whether it is of a format that is not read.</summary>
    public bool IsOpaque { get; init; }
}

internal sealed record PageField(string Name, string Value);

internal sealed record PageGap(string Path, string Shown, string Reason);

/// <summary>A finding; its number in the submission names it.</summary>
internal sealed record PageFinding(string Rule, string Severity, string Message, string Masked, PagePlace Place)
{
    public IReadOnlyList<PagePlace>? Others { get; init; }

    public PageRequirement? Asked { get; init; }

    public IReadOnlyList<PageEvidence>? Evidence { get; init; }

    public PageWeight? Weight { get; init; }

    public IReadOnlyList<PageFix>? Fixes { get; init; }

    /// <summary>By what it is suppressed, and why.</summary>
    public string? Suppressed { get; init; }
}

/// <summary>Where something stands.</summary>
/// <param name="Start">Offset in the text, in UTF-16 units.</param>
/// <param name="Length">In UTF-16 units; 0 where it has no slice.</param>
/// <param name="Line">1-based; 0 where there is none.</param>
internal sealed record PagePlace(string File, int Start, int Length, int Line, int Column)
{
    /// <summary>Where the words stand, for people; left out in running text.</summary>
    public string? Where { get; init; }

    public string? Field { get; init; }

    public string? Text { get; init; }
}

internal sealed record PageRequirement(string Text, string Source, string? Address);

internal sealed record PageEvidence(int Depth, string Kind, PagePlace Place, IReadOnlyList<string> By);

internal sealed record PageWeight(string Hypothesis, string Chance, IReadOnlyList<PageClue> For, IReadOnlyList<PageClue> Against);

internal sealed record PageClue(string Words, double Bits, PagePlace Place);

internal sealed record PageFix(string Description, string Masked, bool IsSafe);

/// <summary>What fixes would change, or did.</summary>
internal sealed record PageChanges(IReadOnlyList<PageChange> Files);

/// <summary>A file that is changed.</summary>
/// <param name="Done">What is done to it.</param>
internal sealed record PageChange(string Path, string Done, IReadOnlyList<string> Rules, IReadOnlyList<PageChangedPart> Parts)
{
    /// <summary>Why it stays as it is.</summary>
    public string? Refusal { get; init; }
}

/// <summary>The file itself, or one in it.</summary>
internal sealed record PageChangedPart(string Path, string Done)
{
    /// <summary>As <c>diff -u</c> shows it.</summary>
    public string? Difference { get; init; }

    public IReadOnlyList<PageField>? Fields { get; init; }
}

/// <summary>What was asked for and cannot be done, in words for who asked.</summary>
internal sealed record PageErrors(IReadOnlyList<string> Errors);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(PageAbout))]
[JsonSerializable(typeof(PageRun))]
[JsonSerializable(typeof(PageChanges))]
[JsonSerializable(typeof(PageErrors))]
internal sealed partial class PageContext : JsonSerializerContext;
