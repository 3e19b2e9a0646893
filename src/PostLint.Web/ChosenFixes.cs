using PostLint.Fixing;
using PostLint.Output;
using PostLint.Rules;

namespace PostLint.Web;

/// <summary>Shows and makes the changes that somebody chose, in the workspace.</summary>
internal static class ChosenFixes
{
    /// <summary>What the chosen fixes would change, file by file.</summary>
    public static PageChanges Preview(LintRun run, IReadOnlyList<ChosenFix> chosen) => new([.. Plan(run, chosen).Select(Show)]);

    /// <summary>Makes the changes; each is proved to lose nothing before it takes the place of what was there.</summary>
    /// <returns>What became of each file.</returns>
    public static PageChanges Make(LintRun run, IReadOnlyList<ChosenFix> chosen) => new([.. Plan(run, chosen).Select(Make)]);

    private static IEnumerable<FileFix> Plan(LintRun run, IReadOnlyList<ChosenFix> chosen) =>
        run
            .Results.SelectMany((result, submission) => Fixer.Plan(OnlyChosen(result, submission, chosen), takesUnsafe: true, _ => true))
            .DistinctBy(fix => fix.File.Path);

    /// <summary>A result whose findings have no fixes but the chosen ones.</summary>
    private static SubmissionResult OnlyChosen(SubmissionResult result, int submission, IReadOnlyList<ChosenFix> chosen)
    {
        ILookup<int, int> fixes = chosen.Where(one => one.Submission == submission).ToLookup(one => one.Finding, one => one.Fix);
        return result with
        {
            Findings =
            [
                .. result.Findings.Select(
                    (finding, number) => finding with { Fixes = [.. finding.Fixes.Where((_, fix) => fixes[number].Contains(fix))] }
                ),
            ],
        };
    }

    private static PageChange Make(FileFix fix)
    {
        string path = Workspace.FullPath(fix.File.Path);
        PageChange change = Show(fix);
        if (change.Refusal is not null)
            return change;
        try
        {
            if (fix.Kind is FixKind.Deletion)
                File.Delete(path);
            else
                File.WriteAllBytes(path, Fixer.ContentOf(fix, File.ReadAllBytes(path)));
            return change;
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return change with { Refusal = failure is InvalidDataException ? failure.Message : IoReason.Of(failure, "writing it fails") };
        }
    }

    private static PageChange Show(FileFix fix) =>
        new(fix.File.Path, Words(fix), fix.Rules, [.. Parts(fix)])
        {
            Refusal = fix.File.Container is null
                ? Fixer.Refusal(fix, Workspace.FullPath(fix.File.Path))
                : Fixer.Refusal(fix, fix.File.Path),
        };

    private static string Words(FileFix fix) =>
        fix switch
        {
            { Inner.Count: > 0 } => "packed again",
            { Kind: FixKind.Deletion } => "deleted",
            { Kind: FixKind.Metadata } => "written without its metadata",
            _ => "changed",
        };

    private static IEnumerable<PageChangedPart> Parts(FileFix fix)
    {
        if (fix.Inner.Count > 0)
            return fix.Inner.SelectMany(Parts);
        return
        [
            fix.Kind switch
            {
                FixKind.Text => new(fix.File.Path, "changed") { Difference = UnifiedDiff.Of(fix.File.Text!, fix.Edits) },
                FixKind.Metadata => new(fix.File.Path, "written without its metadata")
                {
                    Fields =
                    [
                        .. (fix.File.Sheet?.Fields ?? []).Select(field => new PageField(field.FullName, fix.File.Sheet!.ValueOf(field))),
                    ],
                },
                _ => new(fix.File.Path, "deleted"),
            },
        ];
    }
}
