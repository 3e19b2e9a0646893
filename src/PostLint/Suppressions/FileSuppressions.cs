using PostLint.Findings;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Syntax;

namespace PostLint.Suppressions;

/// <summary>One id of one directive, and the range it holds for.</summary>
internal sealed class SuppressedRange(string rule, TextSpan range, Suppression suppression, Place place)
{
    public string Rule { get; } = rule;

    public TextSpan Range { get; set; } = range;

    public Suppression Suppression { get; } = suppression;

    /// <summary>Where the id stands.</summary>
    public Place Place { get; } = place;

    public bool IsUsed { get; set; }
}

/// <summary>Reads the directives of one file: those that hold, and what is wrong with the others.</summary>
internal sealed class FileSuppressions
{
    private const int MaxDirectives = 1000;
    private readonly SyntaxTree _tree;
    private readonly Profile _profile;
    private readonly IReadOnlySet<string> _knownRules;
    private readonly IReadOnlyDictionary<string, string> _renamed;
    private readonly Lazy<NextBlock> _nextBlock;
    private readonly HashSet<string> _begun = new(StringComparer.Ordinal);
    private readonly List<SuppressedRange> _all = [];
    private readonly Dictionary<string, Stack<SuppressedRange>> _open = new(StringComparer.Ordinal);
    private readonly List<Finding> _complaints = [];

    public FileSuppressions(SyntaxTree tree, Profile profile, IReadOnlySet<string> knownRules, IReadOnlyDictionary<string, string> renamed)
    {
        (_tree, _profile, _knownRules, _renamed) = (tree, profile, knownRules, renamed);
        _nextBlock = new(() => new(tree, IsOnlyDirectives));
        List<Directive> directives = Directives();
        foreach (Directive directive in directives.Take(MaxDirectives))
            Read(directive);
        if (directives.Count > MaxDirectives)
            Complain(
                SuppressionRules.Unknown,
                directives[MaxDirectives].PlaceIn(tree.Source),
                Message.Of($"Only the first {MaxDirectives} suppressions of a file are read.")
            );
        foreach (SuppressedRange open in _open.Values.SelectMany(stack => stack))
            Complain(SuppressionRules.Unclosed, open.Place, NotClosed(open.Rule));
    }

    /// <summary>Those that hold.</summary>
    public IReadOnlyList<SuppressedRange> All => _all;

    /// <summary>What is wrong with the others.</summary>
    public IReadOnlyList<Finding> Complaints => _complaints;

    private List<Directive> Directives()
    {
        var found = new List<Directive>();
        foreach (Node node in _tree.Root.DescendantsAndSelf())
        {
            if (node.Kind is NodeKind.Comment)
                found.AddRange(Directive.Find(_tree.Source, node));
        }
        // A comment within a comment is read twice and counts once.
        return [.. found.DistinctBy(directive => directive.Span.Start).OrderBy(directive => directive.Span.Start)];
    }

    private void Read(Directive directive)
    {
        Place place = directive.PlaceIn(_tree.Source);
        if (directive.Kind is DirectiveKind.Disable)
            _begun.UnionWith(
                directive.Ids.Select(id => _tree.Source.Slice(id).ToString()).Select(id => _renamed.GetValueOrDefault(id, id))
            );
        if (directive.Kind is DirectiveKind.Unknown)
            Complain(SuppressionRules.Unknown, place, Message.Of($"PostLint knows no suppression of this form."));
        else if (directive.Ids.Count == 0)
            Complain(SuppressionRules.Incomplete, place, Message.Of($"This suppression names no rule; it has no effect."));
        else if (directive.Kind is DirectiveKind.Enable)
            ReadEnable(directive);
        else if (directive.Reason.Length == 0)
            Complain(
                SuppressionRules.Incomplete,
                place,
                Message.Of($"This suppression gives no reason after two hyphens; it has no effect.")
            );
        else
            ReadDisable(directive);
    }

    private void ReadDisable(Directive directive)
    {
        TextSpan? range =
            directive.Kind is DirectiveKind.Disable
                ? TextSpan.Between(directive.Span.End, _tree.Source.Text.Length)
                : _nextBlock.Value.After(directive);
        var suppression = new Suppression(SuppressionKind.InSource, directive.Reason, directive.PlaceIn(_tree.Source));
        foreach (TextSpan id in directive.Ids)
        {
            if (Known(directive, id) is not { } rule || IsRefused(directive, id, rule))
                continue;
            var added = new SuppressedRange(rule, range ?? default, suppression, directive.PlaceOf(_tree.Source, id));
            _all.Add(added);
            if (directive.Kind is DirectiveKind.Disable)
                OpenRanges(rule).Push(added);
        }
    }

    private void ReadEnable(Directive directive)
    {
        foreach (TextSpan id in directive.Ids)
        {
            if (Known(directive, id) is not { } rule)
                continue;
            if (OpenRanges(rule).TryPop(out SuppressedRange? opened))
                opened.Range = TextSpan.Between(opened.Range.Start, Math.Max(opened.Range.Start, directive.Comment.Span.Start));
            // A range that does not hold was complained about where it begins.
            else if (!_begun.Contains(rule))
                Complain(
                    SuppressionRules.Unused,
                    directive.PlaceOf(_tree.Source, id),
                    Message.Of($"No range for {new Neutral(rule)} is open here.")
                );
        }
    }

    private Stack<SuppressedRange> OpenRanges(string rule)
    {
        if (!_open.TryGetValue(rule, out Stack<SuppressedRange>? stack))
            _open[rule] = stack = new();
        return stack;
    }

    private string? Known(Directive directive, TextSpan id)
    {
        string written = _tree.Source.Slice(id).ToString();
        if (_knownRules.Contains(written))
            return written;
        if (_renamed.TryGetValue(written, out string? current))
            return current;
        Message message = Nearest.Of(written, _knownRules) is { } nearest
            ? Message.Of($"There is no rule {new Quoted(written)}; the nearest is {new Neutral(nearest)}.")
            : Message.Of($"There is no rule {new Quoted(written)}.");
        Complain(SuppressionRules.Unknown, directive.PlaceOf(_tree.Source, id), message);
        return null;
    }

    private bool IsRefused(Directive directive, TextSpan id, string rule)
    {
        if (_profile.SettingOf(rule).IsSuppressible)
            return false;
        Message message = Message.Of($"The profile {new Neutral(_profile.Name)} does not let authors suppress {new Neutral(rule)}.");
        Complain(SuppressionRules.Refused, directive.PlaceOf(_tree.Source, id), message);
        return true;
    }

    /// <summary>Whether a comment holds directives and nothing to suppress.</summary>
    private bool IsOnlyDirectives(Node node) => node.Kind is NodeKind.Comment && Directive.Find(_tree.Source, node).Any();

    private void Complain(RuleDescriptor rule, Place place, Message message) => _complaints.Add(new(rule, place, message, []));

    private static Message NotClosed(string rule) =>
        Message.Of($"Nothing closes this range for {new Neutral(rule)}; it holds to the end of the file.");
}
