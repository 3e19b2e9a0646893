using System.Text.Json.Serialization;
using PostLint.Rules;

namespace PostLint.Reporting.Json;

// The shape is documented in docs/json.md. Members are left out where they hold nothing.

internal sealed record JsonTool(string Name, string Version);

internal sealed record JsonProfile(string? Name, string Phase);

internal sealed record JsonSubmission(
    string Name,
    string Profile,
    string? DetectedBy,
    IReadOnlyList<string> Files,
    IReadOnlyList<JsonFinding> Findings,
    IReadOnlyList<JsonUnread> Unread,
    IReadOnlyList<JsonFault> Faults,
    IReadOnlyList<JsonStop>? NotFullyChecked
)
{
    public IReadOnlyList<string>? NotAsked { get; init; }
}

internal sealed record JsonPlace(
    string File,
    int? Line,
    int? Column,
    int? EndLine,
    int? EndColumn,
    string Context,
    string? Text,
    string? Field = null
);

internal sealed record JsonFinding(
    string Rule,
    string Severity,
    string Message,
    string File,
    int? Line,
    int? Column,
    int? EndLine,
    int? EndColumn,
    string Context,
    string? Text,
    IReadOnlyList<JsonPlace> OtherPlaces,
    IReadOnlyList<JsonEvidence> Evidence,
    JsonRequirement? Requirement,
    JsonSuppression? Suppression,
    string Fingerprint,
    IReadOnlyList<JsonFix>? Fixes,
    string? Field = null
)
{
    public JsonWeight? Weight { get; init; }
}

internal sealed record JsonWeight(
    string Hypothesis,
    double Bits,
    double PriorBits,
    double Chance,
    IReadOnlyList<JsonClue> For,
    IReadOnlyList<JsonClue> Against
);

internal sealed record JsonClue(string Clue, string Words, double Bits, int Support, string Source);

internal sealed record JsonFix(string Description, bool IsSafe, JsonPlace Place, string? Replacement);

internal sealed record JsonEvidence(string Kind, int Depth, IReadOnlyList<string> ConcludedBy, JsonPlace Place);

internal sealed record JsonRequirement(string Text, string Source, string? Address);

internal sealed record JsonSuppression(string Kind, string Reason, JsonPlace Place);

internal sealed record JsonUnread(string File, string Reason);

internal sealed record JsonExcluded(string File, string By);

internal sealed record JsonFault(string? Rule, int Count, string Exception)
{
    public string? What { get; init; }
}

internal sealed record JsonStop(string Rule, int Tries, JsonPlace? Place);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(JsonTool))]
[JsonSerializable(typeof(JsonProfile))]
[JsonSerializable(typeof(JsonSubmission))]
[JsonSerializable(typeof(JsonUnread))]
[JsonSerializable(typeof(JsonExcluded))]
[JsonSerializable(typeof(Tally))]
internal sealed partial class JsonReportContext : JsonSerializerContext;
