using System.Text.RegularExpressions;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>Finds the places from where the links of a document are mentioned. To be used once.</summary>
/// <param name="document">The document.</param>
/// <param name="links">Its links, in order.</param>
internal sealed partial class MentionReader(Document document, IReadOnlyList<WebLink> links)
{
    private const int MostPlaces = 8; // of a kind for one link; more say nothing new and would cost the square of them
    private const int Timeout = 1_000; // milliseconds; the pattern is linear
    private const int MostSteps = 8; // entries of a list between a link and what leads to it
    private const int FewWords = 6; // beside a link that stands for itself
    private const int FewInNote = 8; // the same, in a footnote
    private const int FewBesideBare = 12; // beside a link whose own words are “code” or “here”
    private const int ShortLeadIn = 12; // words; a heading above it still speaks of what follows
    private const int LongestCell = 40; // words
    private const int MostCells = 64; // of a row; wider ones are data
    private const int LongestMark = 12; // characters
    private const int LongestLabel = 60; // characters, its brackets included

    private readonly Dictionary<string, List<TextSpan>> _uses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TextSpan>> _marks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TextSpan>> _superscripts = new(StringComparer.Ordinal);
    private readonly Dictionary<Node, Node?> _heads = [];
    private readonly List<TextSpan> _linked = [];

    /// <summary>Adds a fact for each place.</summary>
    public void Find(ICollection<Fact> facts)
    {
        if (links.Count == 0 || document.Role is FileRole.Bibliography)
            return;
        Index();
        foreach (WebLink link in links)
        {
            if (link.Use is LinkUse.Reference)
                continue;
            IReadOnlyList<Node> path = document.NodesAt(link.Place.Start);
            int unit = UnitOf(link);
            bool isAlone = unit < 0 || Outside(unit, 0) == 0;
            facts.Add(new Mention(link, MentionKind.Sentence, OwnPlace(link, path)) { IsAlone = isAlone });
            if (link.Use is LinkUse.Metadata or LinkUse.Comment)
                continue;
            bool isNote = AddUses(link, path, facts) | AddMarks(link, path, unit, facts);
            AddCaptions(link, path, unit, facts);
            AddRow(link, path, facts);
            if (!isNote)
                AddLeads(link, path, unit, facts);
        }
    }

    /// <summary>Gathers once what uses of definitions, marks and words of links there are.</summary>
    private void Index()
    {
        foreach (Node node in document.Tree.Nodes)
        {
            switch (node)
            {
                case { Kind: NodeKind.Link or NodeKind.Image }:
                    _linked.Add(node.Span);
                    bool isUse = node.Name is null && node.Content == node.Span;
                    if (node.Value is { } target && (isUse || target is ['#', _, ..]))
                        Gather(_uses, target, node.Span);
                    break;
                case { Kind: NodeKind.Element, Name: "sup" }:
                    Gather(_superscripts, TextOf(node), node.Span);
                    break;
            }
        }
        foreach (WebLink link in links)
            _linked.Add(link.Place.Span);
        _linked.Sort((a, b) => a.Start.CompareTo(b.Start));
        if (!document.Source.Text.Contains("[^", StringComparison.Ordinal))
            return;
        foreach (Match match in Mark().Matches(document.Source.Text))
        {
            bool isText = document.Source.Text.AsSpan(match.Index + match.Length).StartsWith(":");
            if (!isText)
                Gather(_marks, match.Groups["label"].Value, new(match.Index, match.Length));
        }
    }

    /// <summary>What a superscript says; one that is longer than a mark says nothing.</summary>
    private string TextOf(Node superscript) =>
        superscript.Content.Length > LongestMark ? "" : document.Source.Slice(superscript.Content).Trim().ToString();

    private static void Gather(Dictionary<string, List<TextSpan>> spans, string key, TextSpan span)
    {
        if (!spans.TryGetValue(key, out List<TextSpan>? list))
            spans[key] = list = [];
        if (list.Count < MostPlaces)
            list.Add(span);
    }

    /// <summary>The unit that holds the words of a link, or else the link; -1 where neither stands in one.</summary>
    private int UnitOf(WebLink link) => document.UnitAt(AnchorOf(link)) is >= 0 and var unit ? unit : document.UnitAt(link.Place.Start);

    /// <summary>Where a link’s words end, since a sentence that begins with them begins behind the bracket; else the address.</summary>
    private static int AnchorOf(WebLink link) => link.Label.IsEmpty ? link.Place.Start : link.Label.End - 1;

    private Place OwnPlace(WebLink link, IReadOnlyList<Node> path)
    {
        TextSpan whole = link.Place.Span;
        for (int i = path.Count - 1; i > 0; i--)
        {
            if (path[i].Kind is not (NodeKind.Link or NodeKind.Image))
                continue;
            whole = path[i].Span;
            break;
        }
        int anchor = AnchorOf(link);
        Place words = document.PlaceOf(new(document.UnitAt(anchor) < 0 ? link.Place.Start : anchor, 1));
        int line = document.Source.LineOf(whole.Start);
        return link.Place with { Start = whole.Start, Length = whole.Length, Line = line, Block = words.Block, Sentence = words.Sentence };
    }

    /// <summary>The uses of a definition, or the links to an element with little else in it. Tells whether there are any.</summary>
    private bool AddUses(WebLink link, IReadOnlyList<Node> path, ICollection<Fact> facts)
    {
        for (int i = path.Count - 1; i > 0; i--)
        {
            Node node = path[i];
            string? key = IsDefinition(node) ? node.Value : NoteOf(node);
            if (key is null || !_uses.TryGetValue(key, out List<TextSpan>? uses))
                continue;
            foreach (TextSpan use in uses)
            {
                if (!node.Span.Contains(use))
                    facts.Add(new Mention(link, MentionKind.Reference, MarkPlace(use, use.End - 1)));
            }
            return true;
        }
        return false;
    }

    /// <summary>A definition such as <c>[label]: address</c>, which is no text.</summary>
    private bool IsDefinition(Node node) =>
        node is { Kind: NodeKind.Link, Name: null, Value: { } }
        && node.Content != node.Span
        && document.Source.Slice(TextSpan.Between(node.Span.Start, node.Content.Start)).Contains("]:", StringComparison.Ordinal);

    /// <summary>The target of links to an element with few words; null for other nodes.</summary>
    private string? NoteOf(Node node) => node.Kind is NodeKind.Element && IdOf(node) is { } id && IsNote(node) ? $"#{id}" : null;

    private static string? IdOf(Node element)
    {
        foreach (Node child in element.Children)
        {
            if (child.Kind is not NodeKind.Attribute)
                return null;
            if (child.Name is "id")
                return child.Value;
        }
        return null;
    }

    private bool IsNote(Node element)
    {
        int words = 0;
        foreach (int unit in document.UnitsIn(element.Span, 3))
            words += Outside(unit, FewInNote);
        return words <= FewInNote;
    }

    /// <summary>The marks of the footnote in which a link stands with little else. Returns whether it stands in one.</summary>
    private bool AddMarks(WebLink link, IReadOnlyList<Node> path, int unit, ICollection<Fact> facts)
    {
        Node? note = null;
        for (int i = path.Count - 1; i > 0 && note is null; i--)
        {
            if (path[i].Kind is NodeKind.Footnote)
                note = path[i];
        }
        if (unit >= 0 && Outside(unit, FewInNote) > FewInNote)
            return note is not null;
        if (note is { Name: "d-footnote" })
        {
            facts.Add(new Mention(link, MentionKind.Footnote, MarkPlace(note.Span, note.Span.Start)));
            return true;
        }
        List<TextSpan>? marks = null;
        if (note is not null && LabelOf(note) is { } label)
            _marks.TryGetValue(label, out marks);
        else if (note is null && unit >= 0 && Superscript(unit) is { } sup)
            _superscripts.TryGetValue(sup, out marks);
        foreach (TextSpan mark in marks ?? [])
        {
            Place place = MarkPlace(mark, mark.Start);
            if (unit < 0 || place.Block != document.Units[unit].Number)
                facts.Add(new Mention(link, MentionKind.Footnote, place));
        }
        return note is not null || marks is { Count: > 1 };
    }

    /// <summary>The label of a footnote of Markdown, whose node begins behind it; null where there is none.</summary>
    private string? LabelOf(Node note)
    {
        int length = Math.Min(note.Span.Start, LongestLabel);
        ReadOnlySpan<char> before = document.Source.Text.AsSpan(note.Span.Start - length, length).TrimEnd();
        int open = before.LastIndexOf("[^");
        return open >= 0 && before.EndsWith("]:") ? before[(open + 2)..^2].ToString() : null;
    }

    /// <summary>The text of the superscript that a unit begins with, as a note does; null where it begins otherwise.</summary>
    private string? Superscript(int unit)
    {
        int start = document.Units[unit].Block.Node.Span.Start;
        IReadOnlyList<Node> path = document.NodesAt(start);
        for (int i = path.Count - 1; i > 0; i--)
        {
            if (path[i] is { Kind: NodeKind.Element, Name: "sup" } element)
                return TextOf(element);
        }
        return null;
    }

    /// <summary>The place of a mark. One at the border of a unit of its own belongs to the unit before it.</summary>
    private Place MarkPlace(TextSpan mark, int anchor)
    {
        Place place = document.PlaceOf(mark, TextContext.Prose);
        Place words = document.PlaceOf(new(document.UnitAt(anchor) < 0 && anchor > 0 ? anchor - 1 : anchor, 1));
        return place with { Block = words.Block, Sentence = words.Sentence };
    }

    /// <summary>Captions, titles and alternative texts: in what shows the link, in the figure around it, and behind it.</summary>
    private void AddCaptions(WebLink link, IReadOnlyList<Node> path, int own, ICollection<Fact> facts)
    {
        Node? shown = null;
        bool isShown = link.Use is LinkUse.Image or LinkUse.Embed;
        for (int i = path.Count - 1; i > 0; i--)
        {
            Node node = path[i];
            bool isPart = node.Kind is NodeKind.Link or NodeKind.Image or NodeKind.Liquid;
            bool isAround = node.Kind is NodeKind.Element && (shown is null ? isShown : node.Name is "figure");
            if (isPart || isAround)
                shown = node;
            if (node.Name is "figure")
                break;
        }
        if (shown is null)
            return;
        foreach (int unit in document.UnitsIn(shown.Span, MostPlaces))
        {
            if (unit != own)
                AddSentences(link, MentionKind.Caption, unit, facts);
        }
        if (!isShown || document.UnitsIn(TextSpan.Between(shown.Span.End, document.Source.Text.Length), 1) is not [var next])
            return;
        if (next != own && document.Units[next].Block.Context is TextContext.Caption)
            AddSentences(link, MentionKind.Caption, next, facts);
    }

    private void AddSentences(WebLink link, MentionKind kind, int index, ICollection<Fact> facts)
    {
        TextUnit unit = document.Units[index];
        if (unit.Block.Context is TextContext.Code or TextContext.HtmlComment)
            return;
        int end = Math.Min(unit.EndSentence, unit.FirstSentence + MostPlaces);
        for (int i = unit.FirstSentence; i < end; i++)
            facts.Add(new Mention(link, kind, document.PlaceOfSentence(unit, i)));
    }

    /// <summary>The other cells of a row, and the head of the column.</summary>
    private void AddRow(WebLink link, IReadOnlyList<Node> path, ICollection<Fact> facts)
    {
        for (int i = path.Count - 1; i > 0; i--)
        {
            Node node = path[i];
            if (node.Kind is NodeKind.Table)
            {
                AddMarkdownRow(link, node, facts);
                return;
            }
            if (node is not { Kind: NodeKind.Element, Name: "tr" })
                continue;
            int column = AddCells(link, Cells(node), facts);
            if (HeadOf(path) is { } head && head != node)
                AddHead(link, Cells(head), column, facts);
            return;
        }
    }

    /// <summary>The first row of the outermost table.</summary>
    private Node? HeadOf(IReadOnlyList<Node> path)
    {
        if (path.FirstOrDefault(outer => outer is { Kind: NodeKind.Element, Name: "table" }) is not { } table)
            return null;
        if (_heads.TryGetValue(table, out Node? known))
            return known;
        return _heads[table] = table.DescendantsAndSelf().FirstOrDefault(inner => inner is { Kind: NodeKind.Element, Name: "tr" });
    }

    private static List<Node> Cells(Node row) =>
        [.. row.Children.Take(MostCells).Where(child => child is { Kind: NodeKind.Element, Name: "td" or "th" })];

    private void AddMarkdownRow(WebLink link, Node table, ICollection<Fact> facts)
    {
        IReadOnlyList<Node> all = table.Children;
        int line = link.Place.Line,
            first = 0,
            last = all.Count;
        while (first < last)
        {
            int middle = (first + last) / 2;
            if (document.Source.LineOf(all[middle].Span.Start) < line)
                first = middle + 1;
            else
                last = middle;
        }
        var cells = new List<Node>();
        for (int i = first; i < all.Count && i < first + MostCells && document.Source.LineOf(all[i].Span.Start) == line; i++)
        {
            if (all[i].Kind is NodeKind.Cell)
                cells.Add(all[i]);
        }
        int column = AddCells(link, cells, facts);
        if (first == 0 || column < 0)
            return;
        int top = document.Source.LineOf(all[0].Span.Start);
        IEnumerable<Node> heads = all.Take(column + 1).Where(cell => cell.Kind is NodeKind.Cell);
        AddHead(link, [.. heads.Where(cell => document.Source.LineOf(cell.Span.Start) == top)], column, facts);
    }

    /// <summary>Mentions a link in the cells beside it; returns its own cell's index, or -1.</summary>
    private int AddCells(WebLink link, List<Node> cells, ICollection<Fact> facts)
    {
        int own = cells.FindIndex(cell => cell.Span.Contains(link.Place.Start));
        for (int i = 0; i < Math.Min(cells.Count, MostPlaces); i++)
        {
            if (i != own)
                AddCell(link, MentionKind.Row, cells[i], facts);
        }
        return own;
    }

    private void AddHead(WebLink link, List<Node> cells, int column, ICollection<Fact> facts)
    {
        if (column >= 0 && column < cells.Count)
            AddCell(link, MentionKind.Column, cells[column], facts);
    }

    private void AddCell(WebLink link, MentionKind kind, Node cell, ICollection<Fact> facts)
    {
        if (document.UnitsIn(cell.Span, 1) is not [var unit] || Outside(unit, LongestCell) > LongestCell)
            return;
        AddSentences(link, kind, unit, facts);
    }

    /// <summary>What leads to a link in code, or in an entry or line with few other words: run-in words, lead-in and heading.</summary>
    private void AddLeads(WebLink link, IReadOnlyList<Node> path, int unit, ICollection<Fact> facts)
    {
        bool isCode = link.Use is LinkUse.Code or LinkUse.Call && path.Any(node => node.Kind is NodeKind.CodeBlock);
        if (!isCode && link.Use is not (LinkUse.Text or LinkUse.Anchor or LinkUse.Embed))
            return;
        if (!isCode && unit >= 0)
        {
            if (document.Units[unit].Block.Context is not (TextContext.Prose or TextContext.Caption))
                return;
            AddRunIn(link, unit, facts);
            if (Outside(unit, FewBesideBare) > (link.IsBare ? FewBesideBare : FewWords))
                return;
        }
        int from = unit >= 0 ? unit - 1 : document.UnitBefore(link.Place.Start);
        bool isAlone = !isCode && (unit < 0 || Outside(unit, 0) == 0),
            hasLead = false;
        for (int i = from; i >= 0 && i > from - MostSteps; i--)
        {
            TextUnit before = document.Units[i];
            switch (before.Block.Context)
            {
                case TextContext.Attribute:
                    continue;
                case TextContext.Code when isCode && !hasLead:
                    continue;
                case TextContext.Heading:
                    AddSentences(link, MentionKind.Heading, i, facts);
                    return;
                case TextContext.Prose when hasLead:
                    return;
                case TextContext.Prose when isCode || !IsEntry(i):
                    bool leads = isCode || EndsOpen(before) || (i == from && isAlone);
                    if (!leads || before.FirstSentence == before.EndSentence)
                        return;
                    facts.Add(new Mention(link, MentionKind.LeadIn, document.PlaceOfSentence(before, before.EndSentence - 1)));
                    if (document.WordsOf(before).Length > ShortLeadIn)
                        return;
                    hasLead = true;
                    continue;
                case TextContext.Prose:
                    continue;
                default:
                    return;
            }
        }
    }

    /// <summary>“**Code.** It lies [here](…)”: the few bold words of a paragraph in which the link stands in a later sentence.</summary>
    private void AddRunIn(WebLink link, int index, ICollection<Fact> facts)
    {
        TextUnit unit = document.Units[index];
        if (unit.EndSentence - unit.FirstSentence < 2)
            return;
        ReadOnlySpan<Word> first = document.Sentence(unit.FirstSentence);
        ReadOnlySpan<char> before = document.Source.Slice(TextSpan.Between(unit.Block.Node.Span.Start, first[0].Start));
        bool isMarked = before.ContainsAny('*', '_', '<');
        if (!isMarked || first.Length > FewWords || AnchorOf(link) <= document.Sentence(unit.FirstSentence + 1)[0].Start)
            return;
        facts.Add(new Mention(link, MentionKind.Heading, document.PlaceOfSentence(unit, unit.FirstSentence)));
    }

    /// <summary>An entry of a list or a line that holds a link and little else, as the one looked at may be.</summary>
    private bool IsEntry(int unit) => Outside(unit, FewWords) <= FewWords && HasLink(document.Units[unit].Block.Node.Span);

    private bool HasLink(TextSpan span)
    {
        int next = LinkedFrom(span.Start);
        return next < _linked.Count && _linked[next].Start < span.End;
    }

    /// <summary>Whether a unit ends with a colon or an arrow, and so speaks of what follows.</summary>
    private bool EndsOpen(TextUnit unit)
    {
        ReadOnlySpan<char> text = document.Source.Slice(unit.Block.Segments[^1]).TrimEnd(" \t\r\n*_\\>");
        return text.Length > 0 && (text[^1] is ':' or '→' or '↓' or '⬇' || text.EndsWith("👇", StringComparison.Ordinal));
    }

    /// <summary>How many words of a unit belong to no link, at most one more than asked for.</summary>
    private int Outside(int index, int most)
    {
        int count = 0;
        foreach (Word word in document.WordsOf(document.Units[index]))
        {
            if (word.IsMark || IsLinked(word.Start))
                continue;
            if (++count > most)
                break;
        }
        return count;
    }

    /// <summary>Whether an offset lies in a link, its words included.</summary>
    private bool IsLinked(int offset)
    {
        int next = LinkedFrom(offset + 1);
        for (int i = next - 1; i >= 0 && i >= next - 3; i--) // links nest no deeper than a picture in a link, and the address in both
        {
            if (_linked[i].Contains(offset))
                return true;
        }
        return false;
    }

    private int LinkedFrom(int offset)
    {
        int low = 0,
            high = _linked.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_linked[middle].Start < offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    [GeneratedRegex("""\[\^(?<label>[\w.-]{1,40})\]""", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Mark();
}
