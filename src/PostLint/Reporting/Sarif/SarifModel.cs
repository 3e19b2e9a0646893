using System.Text.Json.Serialization;

namespace PostLint.Reporting.Sarif;

// The parts of SARIF 2.1.0 that PostLint writes, under the names of the standard.

internal sealed record SarifMessage(string Text, string? Markdown = null);

internal sealed record SarifTool(SarifDriver Driver);

internal sealed record SarifDriver(
    string Name,
    string? InformationUri,
    string Version,
    string SemanticVersion,
    IReadOnlyList<SarifRule> Rules
);

internal sealed record SarifRule(
    string Id,
    string Name,
    SarifMessage ShortDescription,
    SarifMessage FullDescription,
    SarifMessage Help,
    string? HelpUri,
    SarifConfiguration DefaultConfiguration,
    SarifRuleProperties Properties
);

internal sealed record SarifConfiguration(string Level);

internal sealed record SarifRuleProperties(
    IReadOnlyList<string> Tags,
    string Precision,
    [property: JsonPropertyName("problem.severity")] string ProblemSeverity
);

internal sealed record SarifRunDetails(string Id);

internal sealed record SarifRoot(SarifMessage Description);

internal sealed record SarifInvocation(bool ExecutionSuccessful, IReadOnlyList<SarifNotification> ToolExecutionNotifications);

internal sealed record SarifNotification(
    string Level,
    SarifMessage Message,
    IReadOnlyList<SarifLocation>? Locations,
    SarifRuleReference? AssociatedRule
);

internal sealed record SarifRuleReference(string Id, int Index);

internal sealed record SarifResult(
    string RuleId,
    int RuleIndex,
    string Level,
    SarifMessage Message,
    IReadOnlyList<SarifLocation> Locations,
    IReadOnlyList<SarifLocation>? RelatedLocations,
    IReadOnlyDictionary<string, string> PartialFingerprints,
    IReadOnlyList<SarifSuppression>? Suppressions,
    IReadOnlyList<SarifFix>? Fixes,
    SarifResultProperties Properties
)
{
    /// <summary>The chance in percent that clues stand for together; left out where none were weighed.</summary>
    public double? Rank { get; init; }
}

internal sealed record SarifFix(SarifMessage Description, IReadOnlyList<SarifArtifactChange> ArtifactChanges);

internal sealed record SarifArtifactChange(SarifArtifactLocation ArtifactLocation, IReadOnlyList<SarifReplacement> Replacements);

internal sealed record SarifReplacement(SarifRegion DeletedRegion, SarifContent? InsertedContent);

internal sealed record SarifContent(string Text);

internal sealed record SarifResultProperties(string Context, string Profile);

internal sealed record SarifRunProperties(IReadOnlyList<SarifSubmission> Submissions);

/// <summary>The profile that a submission was judged by, and what told it; the latter is left out where it was named.</summary>
internal sealed record SarifSubmission(string Name, string Profile, string? DetectedBy);

internal sealed record SarifLocation(
    SarifPhysicalLocation PhysicalLocation,
    int? Id = null,
    SarifMessage? Message = null,
    IReadOnlyList<SarifLogicalLocation>? LogicalLocations = null
);

/// <summary>A place that has no line of a file: in a file inside another, or in metadata.</summary>
internal sealed record SarifLogicalLocation(string FullyQualifiedName);

internal sealed record SarifPhysicalLocation(SarifArtifactLocation ArtifactLocation, SarifRegion? Region);

internal sealed record SarifArtifactLocation(string Uri, string? UriBaseId);

internal sealed record SarifRegion(int StartLine, int? StartColumn, int? EndLine, int? EndColumn);

internal sealed record SarifSuppression(string Kind, string Status, string Justification, SarifLocation Location);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(SarifTool))]
[JsonSerializable(typeof(SarifRunDetails))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, SarifRoot>))]
[JsonSerializable(typeof(IReadOnlyList<SarifInvocation>))]
[JsonSerializable(typeof(SarifResult))]
[JsonSerializable(typeof(SarifRule))]
[JsonSerializable(typeof(SarifRunProperties))]
internal sealed partial class SarifContext : JsonSerializerContext;
