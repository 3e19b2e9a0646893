using PostLint.Findings;
using PostLint.Fixing;
using PostLint.Rules;
using PostLint.Server.Protocol;

namespace PostLint.Server;

/// <summary>
/// What an editor offers to do about findings: safe fixes, unsafe ones named as such, suppressions, and all safe fixes at once.
/// </summary>
internal static class CodeActions
{
    public const string QuickFix = "quickfix",
        FixAll = "source.fixAll.postlint";

    /// <summary>The actions for a range of a document.</summary>
    public static IReadOnlyList<CodeAction> For(Snapshot snapshot, CodeActionParams asked, ServerOptions options)
    {
        bool Wants(string kind) =>
            asked.Context?.Only is not { Count: > 0 } only
            || only.Any(one => kind == one || kind.StartsWith(one + ".", StringComparison.Ordinal));
        var places = new Places(snapshot.Result, options, path => path == snapshot.Path ? snapshot.Text : null);
        Finding[] here =
        [
            .. snapshot.Result.Findings.Where(finding => finding.Suppression is null && places.FileOf(finding.Place) == snapshot.Path),
        ];
        var actions = new List<CodeAction>();
        if (Wants(QuickFix))
        {
            foreach (Finding finding in here.Where(finding => TouchesAny(finding, asked.Range, places, snapshot)))
                actions.AddRange(Of(finding, snapshot, places, options));
        }
        Fix[] safe = [.. here.SelectMany(finding => finding.Fixes).Where(fix => fix.IsSafe && IsOfText(fix, snapshot, places))];
        if (safe.Length > 0 && Wants(FixAll))
            actions.Add(new("Fix all that can be fixed safely (PostLint)", FixAll, null, null, EditOf(TextEdits.Of(safe), snapshot)));
        return actions;
    }

    private static bool TouchesAny(Finding finding, Protocol.Range range, Places places, Snapshot snapshot) =>
        finding
            .OtherPlaces.Prepend(finding.Place)
            .Any(place => places.FileOf(place) == snapshot.Path && places.RangeOf(place).Touches(range));

    private static IEnumerable<CodeAction> Of(Finding finding, Snapshot snapshot, Places places, ServerOptions options)
    {
        Diagnostic[] diagnostics = [Diagnostics.Of(finding, places, options)];
        Fix[] fixes = [.. finding.Fixes.Where(fix => IsOfText(fix, snapshot, places))];
        foreach (IGrouping<bool, Fix> group in fixes.GroupBy(fix => fix.IsSafe).OrderByDescending(group => group.Key))
        {
            string title = group.First().Description.Reveal().TrimEnd('.');
            yield return new(
                group.Key ? title : $"{title} (unsafe: see what is lost)",
                QuickFix,
                diagnostics,
                group.Key ? true : null,
                EditOf(TextEdits.Of(group), snapshot)
            );
        }
        if (SuppressionPlan.CommentFor(snapshot.Result, finding) is { } comment)
        {
            yield return new(
                $"Suppress {finding.Rule.Id} here: write the reason behind the hyphens",
                QuickFix,
                diagnostics,
                null,
                EditOf(TextEdits.Of([comment]), snapshot)
            );
        }
    }

    private static bool IsOfText(Fix fix, Snapshot snapshot, Places places) =>
        fix.Kind is FixKind.Text && places.FileOf(fix.Place) == snapshot.Path && !fix.Place.File.Contains("!/", StringComparison.Ordinal);

    private static WorkspaceEdit EditOf(TextEdits edits, Snapshot snapshot) =>
        new(
            new Dictionary<string, IReadOnlyList<TextEdit>>
            {
                [snapshot.Uri] = [.. edits.Edits.Select(edit => new TextEdit(snapshot.Text.RangeOf(edit.Span), edit.Replacement))],
            }
        );
}
