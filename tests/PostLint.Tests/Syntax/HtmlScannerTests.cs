using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;
using PostLint.Syntax;

namespace PostLint.Tests.Syntax;

/// <summary>AngleSharp's tokenizer, which follows the standard letter by letter, is the measure.</summary>
public sealed class HtmlScannerTests
{
    private static readonly string[] s_parts =
    [
        .. "<|<|</|>|>|/|a|b| | |\n|\r\n|\r|\t|\f|=|=|\"|'|-|--|-->|--!>|!|?|<!|<!--|é|İ|K|\0|x|&amp;|<![CDATA[|doctype".Split('|'),
        .. "script|SCRIPT|style|title|textarea|<script>|</script>|</script|<script|<style>|</style>|<a href=".Split('|'),
    ];

    [Theory]
    [InlineData("<a b='1' B=2 c d = e =f g==h>x</A B=C/>")]
    [InlineData("<br/><br //><a / b=/>")]
    [InlineData("x<a href=\"never closed>\n")]
    [InlineData("x < y <3 </ z> <!doctype html> <?xml?> <![CDATA[a]]>")]
    [InlineData("<!-->a--><!--->b--><!--c--!>d<!--e--!f--><!--g----->")]
    [InlineData("<title>a<b></titles></TITLE\n>")]
    [InlineData("<script>a<!--<script>b</script>c--></script>d")]
    [InlineData("<script>a<!--b</script>c--></script>")]
    [InlineData("<script>if (a</b/.exec(c)) d = '</scripts>';</script\t>")]
    [InlineData("<script>never closed </scrip")]
    [InlineData("<style><!-- </style> --></style>")]
    public void Tags_and_comments_stand_where_the_standard_says(string html)
    {
        Scan(html + "\n").Should().Equal(Tokenize(html + "\n"));
    }

    [Fact]
    public void Random_pages_are_read_as_the_standard_says()
    {
        var random = new Random(20260427);
        for (int i = 0; i < 20_000; i++)
        {
            string html = string.Concat(Enumerable.Range(0, random.Next(1, 24)).Select(_ => s_parts[random.Next(s_parts.Length)])) + "\n";
            // AngleSharp counts this to the tag behind it.
            if (!html.Contains("</>"))
                Scan(html).Should().Equal(Tokenize(html), because: html);
        }
    }

    private static List<string> Scan(string html)
    {
        var tokens = new List<string>();
        var scanner = new HtmlScanner(html);
        do
        {
            scanner.Next();
            tokens.Add(
                scanner.Kind switch
                {
                    HtmlTokenKind.StartTag => StartTag(scanner.Name, scanner.IsSelfClosing, scanner.Span, scanner.Attributes),
                    HtmlTokenKind.End => $"end at {scanner.Span.Start}",
                    _ => $"{scanner.Kind} {scanner.Name} {scanner.Span.Start}-{scanner.Span.End}",
                }
            );
            if (scanner.Kind is HtmlTokenKind.StartTag)
                scanner.Mode = scanner.Name switch
                {
                    "script" => HtmlTextMode.Script,
                    "style" or "title" or "textarea" => HtmlTextMode.Raw,
                    _ => HtmlTextMode.Markup,
                };
        } while (scanner.Kind is not HtmlTokenKind.End);
        return tokens;
    }

    private static List<string> Tokenize(string html)
    {
        var tokens = new List<string>();
        using var source = new TextSource(html);
        using var tokenizer = new HtmlTokenizer(source, new NoEntities()) { IsNotConsumingCharacterReferences = true };
        TextRange at = default;
        tokenizer.OnToken = (_, range) => at = range;
        HtmlToken token;
        do
        {
            token = tokenizer.Get();
            TextSpan span = new(at.Start.Index, Math.Min(at.End.Index, html.Length) - at.Start.Index);
            string? text = token switch
            {
                { Type: HtmlTokenType.Character } => null,
                { Type: HtmlTokenType.EndOfFile } => $"end at {at.Start.Index}",
                HtmlTagToken { Type: HtmlTokenType.StartTag } tag => StartTag(
                    tag.Name,
                    tag.IsSelfClosing,
                    span,
                    tag.Attributes.Select(attribute => (attribute.Name, attribute.Value))
                ),
                HtmlTagToken tag => $"EndTag {tag.Name} {span.Start}-{span.End}",
                _ => $"{(html.AsSpan(span.Start).StartsWith("<!--") ? "Comment" : "Other")}  {span.Start}-{span.End}",
            };
            if (text is not null)
                tokens.Add(text);
            if (token is HtmlTagToken { Type: HtmlTokenType.StartTag } start)
                tokenizer.State = start.Name switch
                {
                    "script" => HtmlParseMode.Script,
                    "style" => HtmlParseMode.Rawtext,
                    "title" or "textarea" => HtmlParseMode.RCData,
                    _ => HtmlParseMode.PCData,
                };
        } while (token.Type is not HtmlTokenType.EndOfFile);
        return tokens;
    }

    private static string StartTag(string name, bool isSelfClosing, TextSpan span, IEnumerable<(string Name, string Value)> attributes) =>
        $"StartTag {name} {span.Start}-{span.End}{(isSelfClosing ? " /" : "")} {string.Join(" ", attributes)}";

    private sealed class NoEntities : IEntityProvider
    {
        public string? GetSymbol(string name) => null;
    }
}
