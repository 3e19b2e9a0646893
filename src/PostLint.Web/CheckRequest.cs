using System.Text.Json.Serialization;

namespace PostLint.Web;

/// <summary>What the page asks to be checked, and how; members have the meaning of the command’s options.</summary>
internal sealed record CheckRequest
{
    /// <summary>What to check, below the workspace: a folder, a post or an archive.</summary>
    public required string Target { get; init; }

    /// <summary>The name of a profile; null to tell the edition.</summary>
    public string? Profile { get; init; }

    /// <summary>Whether the camera-ready version is checked.</summary>
    public bool CameraReady { get; init; }

    /// <summary>Names of packs that ship, and of files that were put beside the submission.</summary>
    // What the page leaves out is none: only members with “set” keep their own value then.
    public IReadOnlyList<string> Packs { get; set; } = [];

    /// <summary>Whether no comment and no configuration decides how the submission is checked.</summary>
    public bool Isolated { get; init; }
}

/// <summary>A fix that somebody chose.</summary>
/// <param name="Submission">The number of the submission in the run.</param>
/// <param name="Finding">The number of the finding in the submission.</param>
/// <param name="Fix">The number of the fix in the finding.</param>
internal sealed record ChosenFix(int Submission, int Finding, int Fix);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CheckRequest))]
[JsonSerializable(typeof(IReadOnlyList<ChosenFix>))]
internal sealed partial class RequestContext : JsonSerializerContext;
