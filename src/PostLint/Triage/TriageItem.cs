using PostLint.Submissions;

namespace PostLint.Triage;

/// <summary>A submission to triage: where it is, and what the source tells of it beside.</summary>
/// <param name="Id">What the chair calls it.</param>
/// <param name="Path">Full path of its folder, post or archive; of the repository for a pull request.</param>
public sealed record TriageItem(string Id, string Path)
{
    /// <summary>The folder that its paths are reported from; null for its own.</summary>
    public string? Root { get; init; }

    /// <summary>The branch that a pull request goes to; null for what is no request.</summary>
    public string? Base { get; init; }

    /// <summary>The last commit of a pull request; null for what is no request.</summary>
    public string? Head { get; init; }

    /// <summary>Further columns of the manifest, by name.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>Full path of the folder that its paths are reported from.</summary>
    public string Folder => Root ?? (Directory.Exists(Path) ? Path : System.IO.Path.GetDirectoryName(Path)!);

    /// <summary>Finds the posts of a submission that lies in files, its paths reported from its own folder.</summary>
    /// <param name="text">How much text is read.</param>
    /// <param name="assets">How much of what is no text is read.</param>
    public (SubmissionReader Reader, Discovery Found) Discover(Limits text, Assets.AssetLimits assets)
    {
        var reader = new SubmissionReader { WorkingDirectory = Folder, Limits = text, AssetLimits = assets };
        return (reader, reader.Discover([System.IO.Path.GetRelativePath(Folder, Path)]));
    }
}
