using System.Runtime.InteropServices.JavaScript;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PostLint.Facts.Language;
using PostLint.Reporting;
using PostLint.Rules;

namespace PostLint.Web;

/// <summary>
/// What the worker calls, one submission at a time. What is asked for and cannot be done comes back as <see cref="PageErrors"/>; what is
/// thrown is a fault.
/// </summary>
internal static partial class Exports
{
    private static LintRun? s_run;

    /// <summary>Version, profiles and packs, as <see cref="PageAbout"/>.</summary>
    [JSExport]
    internal static string About() =>
        ToJson(new PageAbout(Version, Profiles(), BuiltInPack.Catalogue.ShippedNames), PageContext.Default.PageAbout);

    /// <summary>Throws away the submission.</summary>
    [JSExport]
    internal static void Clear()
    {
        Workspace.Clear();
        s_run = null;
    }

    /// <summary>Puts a file of the submission into the workspace.</summary>
    [JSExport]
    internal static string Put(string path, byte[] content) => Try(() => Workspace.Put(Workspace.Root, path, content));

    /// <summary>Puts a pack of rules beside the submission.</summary>
    [JSExport]
    internal static string PutPack(string name, byte[] content) => Try(() => Workspace.Put(Workspace.Packs, name, content));

    /// <summary>Checks, and gives a <see cref="PageRun"/>.</summary>
    /// <param name="request">A <see cref="CheckRequest"/>.</param>
    [JSExport]
    internal static string Check(string request) =>
        Answer(
            () =>
            {
                LanguageModels.ForgetMissing();
                s_run = Checker.Run(JsonSerializer.Deserialize(request, RequestContext.Default.CheckRequest)!);
                return PageMapping.Map(s_run) with { LacksModels = LanguageModels.AreMissing };
            },
            PageContext.Default.PageRun
        );

    /// <summary>The text of a file of the last run.</summary>
    [JSExport]
    internal static string TextOf(string path) =>
        Last.Results.SelectMany(result => result.Submission.Files).First(file => file.Path == path && file.Text is not null).Text!.Text;

    /// <summary>The bytes of a file of the workspace, or of one in an archive.</summary>
    [JSExport]
    internal static byte[] BytesOf(string path) => FileBytes.Of(path);

    /// <summary>A report on the last run.</summary>
    /// <param name="format">Its name, as the command calls it.</param>
    /// <param name="reveals">Whether names are shown in it.</param>
    [JSExport]
    internal static byte[] Report(string format, bool reveals)
    {
        var report = new MemoryStream();
        ReportFormats.Named(format).Write(Last, new(Version) { Reveal = reveals }, report);
        return report.ToArray();
    }

    /// <summary>What fixes of the last run would change, as <see cref="PageChanges"/>.</summary>
    /// <param name="chosen">A list of <see cref="ChosenFix"/>.</param>
    [JSExport]
    internal static string Preview(string chosen) =>
        Answer(() => ChosenFixes.Preview(Last, Chosen(chosen)), PageContext.Default.PageChanges);

    /// <summary>Makes the changes, and says which.</summary>
    /// <param name="chosen">A list of <see cref="ChosenFix"/>.</param>
    [JSExport]
    internal static string Fix(string chosen) => Answer(() => ChosenFixes.Make(Last, Chosen(chosen)), PageContext.Default.PageChanges);

    /// <summary>The submission as an archive; one that came as an archive as it is.</summary>
    [JSExport]
    internal static byte[] Pack() => SubmissionZip.Pack();

    /// <summary>Takes the models that tell neighbouring languages.</summary>
    /// <param name="packed">The file that the build makes of them.</param>
    [JSExport]
    internal static void TakeModels(byte[] packed) => LanguageModels.Load(new MemoryStream(packed));

    private static LintRun Last => s_run ?? throw new InvalidOperationException("Nothing was checked.");

    private static string Version => typeof(Linter).Assembly.GetName().Version!.ToString(3);

    private static IReadOnlyList<ChosenFix> Chosen(string chosen) =>
        JsonSerializer.Deserialize(chosen, RequestContext.Default.IReadOnlyListChosenFix)!;

    private static IReadOnlyList<PageProfile> Profiles() =>
        [.. BuiltInPack.Catalogue.Heads().Select(profile => new PageProfile(profile.Name, profile.Summary))];

    private static string Try(Action action) =>
        Answer(
            () =>
            {
                action();
                return new PageErrors([]);
            },
            PageContext.Default.PageErrors
        );

    private static string Answer<T>(Func<T> answer, JsonTypeInfo<T> type)
    {
        try
        {
            return ToJson(answer(), type);
        }
        catch (UserException asked)
        {
            return ToJson(new PageErrors([.. asked.Errors.Select(Shown)]), PageContext.Default.PageErrors);
        }
    }

    /// <summary>An error without the folders of the in-memory file system, which nobody knows.</summary>
    private static string Shown(UserError error) =>
        error
            .ToString()
            .Replace($"{Workspace.Root}/", "", StringComparison.Ordinal)
            .Replace($"{Workspace.Packs}/", "", StringComparison.Ordinal);

    private static string ToJson<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type);
}
