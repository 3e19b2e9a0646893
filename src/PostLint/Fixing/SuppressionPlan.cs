using PostLint.Findings;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Suppressions;
using PostLint.Syntax;

namespace PostLint.Fixing;

/// <summary>
/// The suppressions that today's findings need: comments right before the blocks of a post where they stand, and entries of the
/// configuration where no comment can. A comment counts only if the check, run on the changed text, takes it.
/// </summary>
public sealed class SuppressionPlan
{
    private const int MaxRounds = 3;

    private readonly SubmissionResult _result;
    private readonly string _reason;
    private readonly Dictionary<string, SubmittedFile> _files;
    private readonly Dictionary<string, SyntaxTree> _trees = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(string File, int Offset), SortedSet<string>> _comments = [];
    private readonly HashSet<(string File, int Offset, string Rule)> _useless = [];

    private SuppressionPlan(SubmissionResult result, string reason)
    {
        (_result, _reason) = (result, reason);
        _files = result.Submission.Files.DistinctBy(file => file.Path).ToDictionary(file => file.Path, StringComparer.Ordinal);
    }

    /// <summary>The comments, as changes of the files that they are put into.</summary>
    public IReadOnlyList<FileFix> Changes => [.. _files.Values.Select(ChangeOf).OfType<FileFix>()];

    /// <summary>What the configuration has to name.</summary>
    public IReadOnlyList<PlannedEntry> Entries { get; private set; } = [];

    /// <summary>Findings that stay: the profile does not let authors suppress their rules, or they name no value.</summary>
    public IReadOnlyList<Finding> Staying { get; private set; } = [];

    /// <summary>Plans the suppressions of a submission's open findings.</summary>
    /// <param name="result">The submission as it was checked.</param>
    /// <param name="reason">Why they are suppressed; see <see cref="ProblemOf"/>.</param>
    /// <param name="selects">Which rules' findings are suppressed.</param>
    /// <param name="lint">Checks a changed submission as the first was.</param>
    public static SuppressionPlan Of(
        SubmissionResult result,
        string reason,
        Func<string, bool> selects,
        Func<Submission, SubmissionResult> lint
    )
    {
        var plan = new SuppressionPlan(result, reason);
        bool MaySuppress(Finding finding) =>
            SuppressionRules.All.All(rule => rule.Id != finding.Rule.Id) && result.Profile.SettingOf(finding.Rule.Id).IsSuppressible;
        Finding[] asked = [.. result.Findings.Where(finding => finding.Suppression is null && selects(finding.Rule.Id))];
        Finding[] open = [.. asked.Where(MaySuppress)];
        foreach (Finding finding in open)
            plan.Comment(finding);
        Finding[] left = open;
        for (int round = 0; round < MaxRounds && plan._comments.Count > 0; round++)
        {
            SubmissionResult tried = lint(plan.Changed());
            left = [.. tried.Findings.Where(finding => finding.Suppression is null && selects(finding.Rule.Id) && MaySuppress(finding))];
            if (!plan.DropUseless(tried))
                break;
        }
        plan.Entries =
        [
            .. left.SelectMany(finding => finding.OtherPlaces.Prepend(finding.Place).Select(place => plan.EntryOf(finding, place)))
                .OfType<PlannedEntry>()
                .Distinct(),
        ];
        plan.Staying =
        [
            .. asked.Where(finding => !MaySuppress(finding)),
            .. left.Where(finding => plan.EntryOf(finding, finding.Place) is null),
        ];
        return plan;
    }

    /// <summary>
    /// The change that puts a suppression before the block of a finding, its reason left to be written; null where no comment can stand.
    /// </summary>
    /// <param name="result">The submission as it was checked.</param>
    /// <param name="finding">One of its findings.</param>
    public static Fix? CommentFor(SubmissionResult result, Finding finding)
    {
        if (SuppressionRules.All.Any(rule => rule.Id == finding.Rule.Id) || !result.Profile.SettingOf(finding.Rule.Id).IsSuppressible)
            return null;
        var plan = new SuppressionPlan(result, "");
        if (plan.OffsetFor(finding.Place) is not { } offset)
            return null;
        SourceText text = plan._files[finding.Place.File].Text!;
        string comment = plan.TextOf(text, offset, [finding.Rule.Id]);
        return new(Message.Of($"Suppress it."), new(text.Path, offset, 0, text.LineOf(offset)), comment, IsSafe: false);
    }

    /// <summary>Why a text cannot be the reason of a suppression, in words that end a sentence; null where it can.</summary>
    public static string? ProblemOf(string reason) =>
        reason.AsSpan().ContainsAny('\n', '\r') ? "it has to be one line"
        : reason.Contains("-->", StringComparison.Ordinal) ? "it would end the comment that it stands in"
        : reason.Trim().TrimStart('-').Trim().Length == 0 ? "it says nothing"
        : null;

    /// <summary>Plans a comment for each place of a finding that can have one.</summary>
    private void Comment(Finding finding)
    {
        foreach (Place place in finding.OtherPlaces.Prepend(finding.Place))
        {
            if (OffsetFor(place) is { } offset && !_useless.Contains((place.File, offset, finding.Rule.Id)))
                RulesAt(place.File, offset).Add(finding.Rule.Id);
        }
    }

    private SortedSet<string> RulesAt(string file, int offset)
    {
        if (!_comments.TryGetValue((file, offset), out SortedSet<string>? rules))
            _comments[(file, offset)] = rules = new(StringComparer.Ordinal);
        return rules;
    }

    /// <summary>Where a comment goes to hold for a place: the start of a line; null where none can.</summary>
    private int? OffsetFor(Place place)
    {
        if (
            !_files.TryGetValue(place.File, out SubmittedFile? file) || file is not { Role: FileRole.Post, Container: null, Text: { } text }
        )
            return null;
        if (place.Line < 1 || file.Problems.Count > 0)
            return null;
        if (!_trees.TryGetValue(place.File, out SyntaxTree? tree))
            _trees[place.File] = tree = file.Parse();
        if (place.Context is TextContext.FrontMatterComment)
            return FirstCommentLine(text, place.Line);
        Node? block = tree.Root.Children.FirstOrDefault(child => child.Span.Contains(place.Start));
        while (block is { Kind: NodeKind.FrontMatter or NodeKind.Element })
        {
            Node? inner = block.Children.FirstOrDefault(child => child.Span.Contains(place.Start) && BeginsLine(text, child.Span.Start));
            if (inner is null or { Kind: NodeKind.Attribute or NodeKind.Link or NodeKind.Code or NodeKind.Math or NodeKind.Citation })
                break;
            block = inner;
            if (block.Kind is NodeKind.Property)
                break;
        }
        return block is { Kind: not NodeKind.FrontMatter } && BeginsLine(text, block.Span.Start)
            ? text.LineSpan(text.LineOf(block.Span.Start)).Start
            : null;
    }

    private static bool BeginsLine(SourceText text, int offset)
    {
        int start = text.LineSpan(text.LineOf(offset)).Start;
        return text.Text.AsSpan(start, offset - start).IsWhiteSpace();
    }

    /// <summary>The first of the commented lines of front matter that a line is among.</summary>
    private static int FirstCommentLine(SourceText text, int line)
    {
        while (line > 1 && text.Slice(text.LineSpan(line - 1)).TrimStart().StartsWith('#'))
            line--;
        return text.LineSpan(line).Start;
    }

    private FileFix? ChangeOf(SubmittedFile file)
    {
        var edits = _comments.Where(comment => comment.Key.File == file.Path && comment.Value.Count > 0).ToArray();
        if (edits.Length == 0)
            return null;
        IEnumerable<Fix> fixes = edits.Select(edit => new Fix(
            Message.Of($"Suppress."),
            new(file.Path, edit.Key.Offset, 0, file.Text!.LineOf(edit.Key.Offset)),
            TextOf(file.Text!, edit.Key.Offset, edit.Value),
            IsSafe: true
        ));
        return new(file, FixKind.Text, TextEdits.Of(fixes), [.. edits.SelectMany(edit => edit.Value).Distinct().Order()]);
    }

    private string TextOf(SourceText text, int offset, SortedSet<string> rules)
    {
        string newLine = text.NewLine;
        ReadOnlySpan<char> line = text.Slice(text.LineSpan(text.LineOf(offset)));
        string indent = line[..^line.TrimStart().Length].ToString();
        string directive = $"postlint-disable-next-block {string.Join(", ", rules)} -- {_reason.Trim()}";
        SyntaxTree tree = _trees[text.Path];
        Node? top = tree.Root.Children.FirstOrDefault(child => child.Span.Contains(offset + indent.Length));
        if (top?.Kind is NodeKind.FrontMatter)
            return $"{indent}# {directive}{newLine}";
        // A blank line ends HTML in Markdown; elsewhere it keeps the comment from being taken for the start of the block.
        bool isInHtml = top is { Kind: NodeKind.Element } && top.Span.Start != offset + indent.Length;
        return $"{indent}<!-- {directive} -->{newLine}{(isInHtml ? "" : newLine)}";
    }

    private Submission Changed() =>
        _result.Submission with
        {
            Files =
            [
                .. _result.Submission.Files.Select(file =>
                    ChangeOf(file) is { } change ? file with { Text = new(file.Path, change.Edits.Apply(file.Text!.Text)) } : file
                ),
            ],
        };

    /// <summary>Takes back what the check calls without effect; says whether there was any.</summary>
    private bool DropUseless(SubmissionResult tried)
    {
        bool any = false;
        foreach (Finding complaint in tried.Findings.Where(finding => finding.Rule == SuppressionRules.Unused))
        {
            int shift = 0;
            foreach (
                ((string file, int offset), SortedSet<string> rules) in _comments.Where(comment => comment.Key.File == complaint.Place.File)
            )
            {
                if (rules.Count == 0)
                    continue;
                string inserted = TextOf(_files[file].Text!, offset, rules);
                int at = complaint.Place.Start - offset - shift;
                shift += inserted.Length;
                if (at < 0 || at >= inserted.Length)
                    continue;
                string rule = inserted.Substring(at, complaint.Place.Length);
                any |= rules.Remove(rule);
                _useless.Add((file, offset, rule));
                break;
            }
        }
        return any;
    }

    private PlannedEntry? EntryOf(Finding finding, Place place)
    {
        SourceText? text = _files.GetValueOrDefault(place.File)?.Text;
        string message = finding.Message.Reveal();
        string? value = finding
            .Message.Parts.Where(part => part.Kind is not PartKind.Neutral)
            .Select(part => message[part.Range])
            .FirstOrDefault(part => part.Trim().Length > 0);
        // What stands in the text counts in the text as it was: a finding of the changed one has moved.
        if (
            value is null
            && text is not null
            && place.Length > 0
            && place.Span.End <= text.Text.Length
            && !_comments.Any(c => c.Key.File == place.File)
        )
            value = text.Slice(place.Span).ToString();
        return string.IsNullOrWhiteSpace(value) ? null : new(finding.Rule.Id, place.File, SuppressionEntry.HashOf(value));
    }
}
