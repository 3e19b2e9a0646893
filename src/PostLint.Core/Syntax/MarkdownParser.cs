using System.Net;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PostLint.Syntax;

/// <summary>
/// Reads Markdown as the track writes it: kramdown with Liquid, Distill elements, HTML, mathematics and YAML front matter.
/// </summary>
internal static class MarkdownParser
{
    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation()
        .UseMathematics()
        .UseFootnotes()
        .UsePipeTables()
        .Build();

    /// <summary>Parses a post. Never throws; what is broken is among the tree's problems.</summary>
    public static SyntaxTree Parse(SourceText source)
    {
        var builder = new TreeBuilder(source);
        int start = FrontMatterParser.Parse(builder);
        MarkdownMask mask = MarkdownMask.Of(builder, start);
        string masked = mask.TakeMasked();
        var walk = new Walk(builder, masked, mask.Tags);
        try
        {
            walk.Blocks(Markdown.Parse(masked, s_pipeline));
        }
        catch (ArgumentException)
        {
            // Markdig's only answer to nesting beyond its limit; the words are still read, as one run of text.
            builder = new TreeBuilder(source);
            builder.AddProblem(
                SyntaxProblemKind.TooDeep,
                new(start, 0),
                "Lists, quotes or brackets are nested too deeply to be read as Markdown; the text was read without its structure"
            );
            FrontMatterParser.Parse(builder);
            PlainTextParser.Read(builder, TextSpan.Between(start, source.Text.Length), TextContext.Prose);
            return builder.Build();
        }
        new HtmlReader(builder, walk.Html).Read();
        return builder.Build();
    }

    /// <summary>Turns Markdig's tree into nodes and units of text; positions come from its spans alone.</summary>
    private sealed class Walk(TreeBuilder builder, string masked, List<TextSpan> tags)
    {
        private readonly string _text = builder.Source.Text;

        /// <summary>The slices of HTML, in order; those of whole blocks hold text, those in a line are bare tags.</summary>
        public List<HtmlFragment> Html { get; } = [.. tags.Select(tag => new HtmlFragment(tag, false))];

        public void Blocks(ContainerBlock container)
        {
            foreach (Block block in container)
                Read(block);
            if (container is MarkdownDocument)
                SortHtml();
        }

        /// <summary>
        /// Puts the slices in order. After a tab in a heading Markdig's spans may overlap; of two that do, the second is left out.
        /// </summary>
        private void SortHtml()
        {
            Html.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
            int end = 0;
            Html.RemoveAll(fragment =>
            {
                if (fragment.Span.Start < end)
                    return true;
                end = fragment.Span.End;
                return false;
            });
        }

        private void Read(Block block)
        {
            switch (block)
            {
                case HtmlBlock html:
                    Html.Add(new(Span(html), true));
                    break;
                case CodeBlock code:
                    Code(code);
                    break;
                case HeadingBlock heading:
                    Leaf(heading, new(NodeKind.Heading, Span(heading), TextContext.Heading) { Level = heading.Level });
                    break;
                case LinkReferenceDefinition definition:
                    Definition(definition);
                    break;
                case LeafBlock leaf:
                    Leaf(leaf, new(NodeKind.Paragraph, Span(leaf), TextContext.Prose));
                    break;
                case ContainerBlock container:
                    Container(container);
                    break;
            }
        }

        private void Container(ContainerBlock container)
        {
            NodeKind? kind = container switch
            {
                ListBlock => NodeKind.List,
                ListItemBlock => NodeKind.ListItem,
                QuoteBlock quote => QuotedBoxes.IsBox(_text, Span(quote)) ? NodeKind.Callout : NodeKind.Quote,
                Table => NodeKind.Table,
                TableCell => NodeKind.Cell,
                Footnote => NodeKind.Footnote,
                _ => null,
            };
            if (kind is { } known && container.Span.Length > 0)
                builder.Add(new(known, Span(container), TextContext.Prose));
            Blocks(container);
        }

        private void Code(CodeBlock code)
        {
            TextSpan content = Lines(code),
                span = Around(Span(code), content);
            var node = new Node(NodeKind.CodeBlock, span, TextContext.Code)
            {
                Name = LanguageOf((code as FencedCodeBlock)?.Info),
                Content = content,
            };
            builder.Add(node);
            builder.Show(node.Content);
            builder.AddBlock(node, node.Content);
            if (FileKinds.IsOfPandoc(builder.Source.Path))
                CellOptions.Read(builder, content);
        }

        /// <summary>The language of <c>python</c>, <c>{python}</c> and <c>{.python filename="a.py"}</c>.</summary>
        private static string? LanguageOf(string? info) => info is ['{', ..] ? info.Trim('{', '}', '.', ',') : info;

        /// <summary>Markdig's span of a block of code leaves out lines at its border.</summary>
        private static TextSpan Around(TextSpan span, TextSpan content) =>
            TextSpan.Between(Math.Min(span.Start, content.Start), Math.Max(span.End, content.End));

        private TextSpan Lines(LeafBlock block)
        {
            StringLineGroup lines = block.Lines;
            if (lines.Count == 0)
                return new(Span(block).End, 0);
            int start = lines.Lines[0].Position,
                end = lines.Lines[lines.Count - 1].Position + lines.Lines[lines.Count - 1].Slice.Length;
            return TextSpan.Between(Math.Min(start, _text.Length), Math.Clamp(end, start, _text.Length));
        }

        private void Definition(LinkReferenceDefinition definition)
        {
            if (definition is FootnoteLinkReferenceDefinition || definition.UrlSpan.Length <= 0)
                return;
            builder.Add(
                new(NodeKind.Link, Span(definition), TextContext.Link) { Content = Span(definition.UrlSpan), Value = definition.Url }
            );
        }

        private void Leaf(LeafBlock leaf, Node node)
        {
            if (leaf.Inline is null || node.Span.IsEmpty)
                return;
            builder.Add(node);
            builder.AddBlock(node, node.Span);
            Inlines(leaf.Inline);
        }

        private void Inlines(ContainerInline container)
        {
            for (Inline? inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
                Read(inline);
        }

        private void Read(Inline inline)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    Literal(literal);
                    break;
                case LinkInline link:
                    Link(link);
                    break;
                case CodeInline code:
                    InlineCode(code);
                    break;
                case MathInline math:
                    builder.Add(new(NodeKind.Math, Span(math), TextContext.Code));
                    break;
                case HtmlInline html:
                    Html.Add(new(Span(html), false));
                    break;
                case HtmlEntityInline entity:
                    Entity(entity);
                    break;
                case AutolinkInline auto:
                    Autolink(auto);
                    break;
                case FootnoteLink:
                    break;
                case ContainerInline container:
                    Inlines(container);
                    break;
            }
        }

        private void Literal(LiteralInline literal)
        {
            TextSpan span = Span(literal);
            if (span.IsEmpty)
                return;
            builder.Show(span, masked);
            if (literal.IsFirstCharacterEscaped && _text[span.Start] == '\\')
                builder.Blank(new(span.Start, 1));
        }

        private void Link(LinkInline link)
        {
            TextSpan span = Span(link),
                target = Span(link.UrlSpan);
            if (!span.IsEmpty)
            {
                var node = new Node(
                    link.IsImage ? NodeKind.Image : NodeKind.Link,
                    span,
                    link.IsImage ? TextContext.Caption : TextContext.Link
                )
                {
                    Content = span.Contains(target) && !target.IsEmpty ? target : span,
                    Value = link.Url,
                };
                builder.Add(node);
            }
            Inlines(link);
        }

        private void InlineCode(CodeInline code)
        {
            TextSpan span = Span(code);
            int marks = Math.Min(code.DelimiterCount, span.Length / 2);
            builder.Add(new(NodeKind.Code, span, TextContext.Code) { Content = new(span.Start + marks, span.Length - (2 * marks)) });
        }

        private void Entity(HtmlEntityInline entity)
        {
            TextSpan span = Span(entity);
            string decoded = WebUtility.HtmlDecode(_text.Substring(span.Start, span.Length));
            if (decoded.Length == 1)
                builder.Put(span.Start, decoded[0] == '\u00A0' ? ' ' : decoded[0]);
        }

        private void Autolink(AutolinkInline link)
        {
            TextSpan span = Span(link);
            builder.Add(
                new(NodeKind.Link, span, TextContext.Link) { Content = new(span.Start + 1, Math.Max(0, span.Length - 2)), Value = link.Url }
            );
            if (link.IsEmail)
                builder.Show(new(span.Start + 1, Math.Max(0, span.Length - 2)));
        }

        private TextSpan Span(MarkdownObject node) => Span(node.Span);

        private TextSpan Span(SourceSpan span)
        {
            int start = Math.Clamp(span.Start, 0, _text.Length),
                end = Math.Clamp(span.End + 1, start, _text.Length);
            return TextSpan.Between(start, end);
        }
    }
}
