using PostLint.Syntax;
using IElement = AngleSharp.Dom.IElement;

namespace PostLint.Facts;

/// <summary>Finds the texts that readers of a page do not see, and the phrases of instructions in them.</summary>
/// <param name="book">The lists, read; those under <c>steer.…</c> instruct.</param>
internal sealed class HiddenPassageExtractor(PhraseBook book) : IExtractor
{
    private const string Kinds = "steer."; // those of phrases-instructions.txt
    private const int MinAttribute = 20; // shorter values instruct nobody
    private const int MaxParagraph = 2_000; // as much as is read before a kramdown attribute
    private static readonly string[] s_white =
    [
        "\\color{white}",
        "\\textcolor{white}",
        "\\phantom",
        "\\hphantom",
        "\\vphantom",
        "display:none",
        "display: none",
        "opacity:0",
        "opacity: 0",
    ];

    private readonly PhraseBook _instructions = book.Under(Kinds);

    /// <inheritdoc/>
    public bool ReadsMetadata => true;

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        var reader = new PassageReader(document, _instructions, facts);
        StyleSheet sheet = StyleSheet.Of(document.Source.Text);
        foreach (TextSpan content in sheet.Contents)
            reader.Read(HiddenPassageKind.Style, content);
        StyledElements? elements = sheet.IsEmpty ? null : new();
        var open = new Stack<Visit>();
        open.Push(new(document.Tree.Root, elements?.Root, false, null));
        while (open.TryPop(out Visit next))
        {
            HiddenElement element = next.Within is null or HiddenPassageKind.Folded
                ? HiddenElement.Of(next.Node, next.Element, sheet, next.OnBackground)
                : default;
            bool isWithin = element.How == next.Within; // of nested folds the outermost holds all text
            if (element.How is { } how && !isWithin)
                reader.Read(how, next.Node.Content);
            else
                Read(document, next.Node, reader);
            foreach (Node child in next.Node.Children)
                open.Push(
                    new(
                        child,
                        next.Element is null ? null : elements!.Add(child, next.Element),
                        next.OnBackground || element.HasBackground,
                        element.How ?? next.Within
                    )
                );
        }
        if (document.Source.Path.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase))
            ReadNotebook(document, reader);
        ReadDisguised(document, reader);
    }

    private static void Read(Document document, Node node, PassageReader reader)
    {
        switch (node.Kind)
        {
            case NodeKind.Comment:
                reader.Read(
                    node.Context is TextContext.BibliographyField ? HiddenPassageKind.Bibliography : HiddenPassageKind.Comment,
                    node.Content
                );
                break;
            case NodeKind.Attribute when node.Name is "kramdown":
                ReadKramdown(document, node, reader);
                break;
            case NodeKind.Attribute when node.Context is TextContext.Caption:
                break; // read with the whole tag around it
            case NodeKind.Attribute when node.Content.Length >= MinAttribute && IsText(node.Name!):
                reader.Read(HiddenPassageKind.Attribute, node.Content);
                break;
            case NodeKind.Liquid when node.Content.Length >= MinAttribute:
                reader.Read(HiddenPassageKind.Attribute, node.Content);
                break;
            case NodeKind.MetadataField when node.Content.Length >= MinAttribute:
                reader.Read(HiddenPassageKind.Metadata, node.Content);
                break;
            case NodeKind.Scalar:
                reader.Read(HiddenPassageKind.FrontMatter, node.Span);
                break;
            case NodeKind.Image when node.Name is null:
                reader.Read(HiddenPassageKind.Attribute, node.Span);
                break;
            case NodeKind.Link:
                ReadLink(node, reader);
                break;
            case NodeKind.Math when IsBlank(document.Source.Slice(node.Span)):
                reader.Read(HiddenPassageKind.Mathematics, node.Span);
                break;
            case NodeKind.BibField when IsRemark(node.Name):
                reader.Read(HiddenPassageKind.Bibliography, node.Content);
                break;
            case NodeKind.CodeBlock when node.Name is "plain-script":
                reader.Read(HiddenPassageKind.Element, node.Content);
                break;
            case NodeKind.CodeBlock:
                ReadCode(document, node.Content, reader);
                break;
        }
    }

    private static bool IsText(string attribute) =>
        attribute is "alt" or "title" or "content" or "placeholder" or "summary" or "label" or "value" or "srcdoc" or "caption" or "desc"
        || attribute.StartsWith("aria-", StringComparison.Ordinal)
        || attribute.StartsWith("data-", StringComparison.Ordinal);

    /// <summary>Fields that pages do not print.</summary>
    private static bool IsRemark(string? field) =>
        field is "abstract" or "note" or "annote" or "annotation" or "comment" or "keywords" or "addendum" or "summary";

    private static bool IsBlank(ReadOnlySpan<char> math)
    {
        foreach (string mark in s_white)
        {
            if (math.Contains(mark, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    /// <summary>The paragraph before <c>{: style="display:none"}</c>.</summary>
    private static void ReadKramdown(Document document, Node node, PassageReader reader)
    {
        string text = document.Source.Text;
        ReadOnlySpan<char> attributes = document.Source.Slice(node.Content);
        int style = attributes.IndexOf("style=", StringComparison.Ordinal);
        if (
            style < 0
            || Styles.Read(attributes[(style + 6)..].Trim("\"' ").ToString(), onBackground: false)
                is not (Hiding.Folded or Hiding.Invisible)
        )
            return;
        int end = node.Span.Start;
        while (end > 0 && char.IsWhiteSpace(text[end - 1]))
            end--;
        int start = end == 0 ? -1 : text.LastIndexOf("\n\n", end - 1, Math.Min(end, MaxParagraph), StringComparison.Ordinal);
        reader.Read(HiddenPassageKind.Element, TextSpan.Between(Math.Max(start + 1, end - MaxParagraph), end));
    }

    /// <summary>A link's title, and what its address says behind percent signs.</summary>
    private static void ReadLink(Node node, PassageReader reader)
    {
        if (node.Name is null && node.Span.End - node.Content.End >= MinAttribute)
            reader.Read(HiddenPassageKind.Attribute, TextSpan.Between(node.Content.End, node.Span.End));
        if (node.Value is { } target && Deobfuscator.HasPercents(target))
            reader.Read(
                HiddenPassageKind.Encoded,
                node.Name is null ? node.Content : TextSpan.Between(node.Span.Start, node.Content.Start)
            );
    }

    /// <summary>Comments of code that take whole lines; those that follow each other are one text.</summary>
    private static void ReadCode(Document document, TextSpan code, PassageReader reader)
    {
        string text = document.Source.Text;
        int from = -1;
        for (int at = code.Start; at < code.End; )
        {
            int end = text.IndexOf('\n', at, code.End - at);
            end = end < 0 ? code.End : end + 1;
            bool isComment =
                text.AsSpan(at, end - at).TrimStart()
                is ['#', ' ', ..]
                    or ['/', '/', ..]
                    or ['/', '*', ..]
                    or ['*', ' ', ..]
                    or ['%', ..]
                    or ['-', '-', ' ', ..];
            if (isComment && from < 0)
                from = at;
            if (!isComment && from >= 0)
                reader.Read(HiddenPassageKind.Code, TextSpan.Between(from, at));
            if (!isComment)
                from = -1;
            at = end;
        }
        if (from >= 0)
            reader.Read(HiddenPassageKind.Code, TextSpan.Between(from, code.End));
    }

    private static void ReadNotebook(Document document, PassageReader reader)
    {
        foreach (TextUnit unit in document.Units)
            reader.Read(HiddenPassageKind.Code, unit);
    }

    /// <summary>Units of visible text that hold odd characters or a run of base64.</summary>
    private static void ReadDisguised(Document document, PassageReader reader)
    {
        HashSet<int> odd = [.. OddCharacterExtractor.Disguises(document.Source.Text).Select(document.UnitAt)];
        for (int i = 0; i < document.Units.Count; i++)
        {
            TextUnit unit = document.Units[i];
            if (odd.Contains(i))
                reader.Read(HiddenPassageKind.Characters, unit);
            else if (unit.Block.Context is TextContext.Prose && HasRun(document.WordsOf(unit)))
                reader.Read(HiddenPassageKind.Encoded, unit);
        }
    }

    private static bool HasRun(ReadOnlySpan<Word> words)
    {
        foreach (Word word in words)
        {
            if (word.Length >= 20)
                return true;
        }
        return false;
    }

    /// <summary>A node to be looked at, with what the nodes around it do to its text.</summary>
    /// <param name="Node">The node.</param>
    /// <param name="Element">The element that it is, or stands in, for selectors; null where no style sheet hides anything.</param>
    /// <param name="OnBackground">Whether something around it has a background.</param>
    /// <param name="Within">How what stands around it hides it; null where nothing does.</param>
    private readonly record struct Visit(Node Node, IElement? Element, bool OnBackground, HiddenPassageKind? Within);
}
