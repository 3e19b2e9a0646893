using System.Text.Json.Serialization;

namespace PostLint.Triage;

/// <summary>What triage knows of a submission. What may be shared stands apart from what may not.</summary>
/// <param name="Id">What the chair calls it.</param>
/// <param name="Verdict">What is to be done.</param>
/// <param name="Weight">How heavy its reasons are together; for ranking.</param>
public sealed record TriageRecord(string Id, Verdict Verdict, int Weight)
{
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

    /// <summary>Configuration and waivers in the submission, which are not heeded.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>Further columns of the manifest.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>Names of <see cref="Fields"/> that may hold a person and are not shared.</summary>
    public IReadOnlyList<string> PrivateFields { get; init; } = [];

    /// <summary>What other submissions may share with it; never shown.</summary>
    public IReadOnlyList<SharedTrace> Traces { get; init; } = [];

    /// <summary>How many findings weigh so much.</summary>
    public int Count(string severity) => Findings.Count(finding => finding.Severity == severity);

    /// <summary>The record without what may not be shared.</summary>
    public TriageRecord Shared() => this with
    {
        Findings = [.. Findings.Select(finding => finding with { Private = null })],
        Fields = Fields.Where(field => !PrivateFields.Contains(field.Key)).ToDictionary(),
        PrivateFields = [],
        Traces = [],
    };
}

/// <summary>Findings of one rule in a submission.</summary>
/// <param name="Rule">Id of the rule, or what else is a reason: <c>unread</c>, <c>fault</c>.</param>
/// <param name="Severity">error, warning or note.</param>
/// <param name="Count">How many.</param>
/// <param name="Weight">How heavy they are together.</param>
public sealed record Reason(string Rule, string Severity, int Count, int Weight);

/// <summary>A finding as triage shows it, masked.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Severity">error, warning or note.</param>
/// <param name="Message">What stands there, masked.</param>
/// <param name="File">The file, masked where its name identifies.</param>
/// <param name="Line">Its line; 0 where it has none.</param>
/// <param name="Where">Where the words stand, for people; null for running text.</param>
public sealed record TriageFinding(string Rule, string Severity, string Message, string File, int Line, string? Where)
{
    /// <summary>The field of metadata; null for places in text.</summary>
    public string? Field { get; init; }

    /// <summary>In how many other places it shows.</summary>
    public int Others { get; init; }

    /// <summary>Whether <c>postlint fix</c> mends it.</summary>
    public bool IsMendable { get; init; }

    /// <summary>Whether it rests on what only the chair knows, so that its authors are not told.</summary>
    public bool IsConfidential { get; init; }

    /// <summary>What only the chair may see; null in what is shared.</summary>
    public PrivateFinding? Private { get; init; }
}

/// <summary>What only the chair may see of a finding.</summary>
/// <param name="Message">The whole message.</param>
/// <param name="File">The file.</param>
/// <param name="Text">The line; empty where there is none.</param>
/// <param name="Start">Where in it the finding begins.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Why">The facts and rules behind it, the deeper the more blanks before.</param>
public sealed record PrivateFinding(string Message, string File, string Text, int Start, int Length, IReadOnlyList<string> Why)
{
    /// <summary>The image that it is about, as a <c>data:</c> address; null for others and for large ones.</summary>
    public string? Image { get; init; }
}

/// <summary>What submissions may have in common.</summary>
public enum SharedKind
{
    /// <summary>An account.</summary>
    Account,

    /// <summary>An e-mail address.</summary>
    Address,

    /// <summary>An id of an analytics service or a comments widget.</summary>
    Widget,

    /// <summary>The name of a user.</summary>
    User,

    /// <summary>Whoever keeps the bibliography.</summary>
    BibliographyOwner,

    /// <summary>An id of an account or device in an asset.</summary>
    AssetId,

    /// <summary>Whoever made an asset.</summary>
    AssetMaker,

    /// <summary>The id of a document.</summary>
    Document,

    /// <summary>An image.</summary>
    Image,

    /// <summary>A part of the text’s sketch.</summary>
    Text,
}

/// <summary>Something that links submissions to one another.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Hash">Tells it from others without saying it.</param>
public readonly record struct SharedTrace(SharedKind Kind, ulong Hash);

/// <summary>The short form of a record in which a run is ranked.</summary>
/// <param name="Id">What the chair calls it.</param>
/// <param name="Key">Tells the content and all that it was judged by.</param>
/// <param name="Verdict">What is to be done.</param>
/// <param name="Weight">How heavy its reasons are.</param>
/// <param name="Traces">What other submissions may share with it.</param>
public sealed record RecordHead(string Id, string Key, Verdict Verdict, int Weight, IReadOnlyList<SharedTrace> Traces);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(TriageRecord))]
[JsonSerializable(typeof(RecordHead))]
[JsonSerializable(typeof(TriageItem))]
internal sealed partial class TriageContext : JsonSerializerContext;
