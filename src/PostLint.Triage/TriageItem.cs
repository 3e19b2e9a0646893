using System.Collections.ObjectModel;
using System.Text.Json.Serialization;
using PostLint.Submissions;

namespace PostLint.Triage;

/// <summary>A submission to triage: where it is, and what the source tells of it beside.</summary>
/// <param name="Id">What the chair calls it.</param>
/// <param name="Path">Full path of its folder, post or archive; of the repository for a pull request.</param>
internal sealed record TriageItem(string Id, string Path)
{
    /// <summary>The folder that its paths are reported from; null for its own.</summary>
    public string? Root { get; init; }

    /// <summary>The branch that a pull request goes to; null for what is no request.</summary>
    public string? Base { get; init; }

    /// <summary>The last commit of a pull request; null for what is no request.</summary>
    public string? Head { get; init; }

    /// <summary>Further columns of the manifest that may be shared, by name.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Those that may hold a person, and are for the chair's eyes.</summary>
    public IReadOnlyDictionary<string, string> PrivateFields { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>All of them.</summary>
    [JsonIgnore]
    public IEnumerable<KeyValuePair<string, string>> AllFields => Fields.Concat(PrivateFields);

    /// <summary>Full path of the folder that its paths are reported from.</summary>
    public string Folder => Root ?? (Directory.Exists(Path) ? Path : System.IO.Path.GetDirectoryName(Path)!);

    /// <summary>Finds the posts of a submission that lies in files, its paths reported from its own folder.</summary>
    /// <param name="text">How much text is read.</param>
    /// <param name="assets">How much of what is no text is read.</param>
    public (SubmissionReader Reader, Discovery Found) Discover(Limits text, Assets.AssetLimits assets)
    {
        var reader = new SubmissionReader
        {
            WorkingDirectory = Folder,
            Limits = text,
            AssetLimits = assets,
        };
        return (reader, reader.Discover([System.IO.Path.GetRelativePath(Folder, Path)]));
    }
}
