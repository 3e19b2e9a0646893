using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Setup;
using PostLint.Submissions;

namespace PostLint.Web;

/// <summary>Checks what lies in the workspace as <c>postlint check</c> does in a folder.</summary>
internal static class Checker
{
    // Building rules takes longer than a post: those that no configuration and no pack changes are kept for the next.
    private static readonly Dictionary<(string? Profile, bool IsCameraReady, bool IsIsolated), Linters> s_kept = [];

    /// <summary>Finds, reads and lints what is asked for.</summary>
    /// <exception cref="UserException">The configuration, the profile or a pack cannot be used, or the target is none.</exception>
    public static LintRun Run(CheckRequest request)
    {
        string? configuration = request.Isolated ? null : ConfigurationReader.Find(Workspace.FullPath(request.Target));
        if (configuration is not null || request.Packs.Count > 0)
        {
            LintSession session = LintSession.Open(BuiltInPack.Catalogue, SettingsOf(request), [request.Target]);
            return Run(request.Target, session.Linters, session.Reader, session.ConfigurationPath);
        }
        var key = (request.Profile, request.CameraReady, request.Isolated);
        if (!s_kept.TryGetValue(key, out Linters? linters))
            s_kept.Add(key, linters = new(SettingsOf(request), configuration: null, BuiltInPack.Catalogue));
        return Run(request.Target, linters, new() { WorkingDirectory = Workspace.Root }, shown: null);
    }

    /// <summary>One submission after the other: a browser has one thread for them.</summary>
    private static LintRun Run(string target, Linters linters, SubmissionReader reader, string? shown)
    {
        Discovery found = reader.Discover([target]);
        SubmissionResult[] results = [.. found.Sources.Select(source => linters.Lint(reader.Read(source)))];
        return new(linters.Profile, linters.RulesOf(results), results, shown, found.Unread)
        {
            Excluded = found.Excluded,
            Ignored = found.Ignored,
        };
    }

    private static RunSettings SettingsOf(CheckRequest request) =>
        new()
        {
            WorkingDirectory = Workspace.Root,
            Profile = request.Profile,
            Phase = request.CameraReady ? Phase.CameraReady : Phase.Submission,
            Packs = [.. request.Packs.Select(PathOf)],
            IsIsolated = request.Isolated,
            HonoursSuppressions = !request.Isolated,
        };

    /// <summary>The name of a pack that ships, or the full path of one that was put here.</summary>
    private static string PathOf(string pack) =>
        BuiltInPack.Catalogue.ShippedNames.Contains(pack) ? pack : Path.Combine(Workspace.Packs, pack);
}
