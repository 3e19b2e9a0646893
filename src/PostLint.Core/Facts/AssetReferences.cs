using System.Buffers;
using System.Globalization;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>How a file of the site is named.</summary>
public enum AssetForm
{
    /// <summary>In words, code, comments or other files, where it need not show.</summary>
    Mention,

    /// <summary>A Markdown image.</summary>
    Markdown,

    /// <summary>An HTML image, video or frame.</summary>
    Html,

    /// <summary>A Liquid include.</summary>
    Include,
}

/// <summary>A file of the site that a text names.</summary>
/// <param name="Path">Below the site, unescaped; just as written where it does not begin with a folder of assets.</param>
/// <param name="Form">How it is named.</param>
/// <param name="Place">The path.</param>
public sealed record AssetReference(Quoted Path, AssetForm Form, Place Place) : Fact(Place)
{
    /// <summary>Whether the path is that of an asset, seen from the site.</summary>
    public bool IsRooted =>
        Path.Text.StartsWith("assets/", StringComparison.Ordinal) || Path.Text.StartsWith("public/", StringComparison.Ordinal);

    /// <summary>What the reference and the file share however the path is written.</summary>
    public string Name => NameOf(Path.Text);

    /// <summary>The last word of a path's file name, without case.</summary>
    public static string NameOf(string path) => path[(path.LastIndexOfAny(['/', ' ']) + 1)..].ToUpperInvariant();
}

/// <summary>
/// Finds images, videos and figures of the site that a post or one of its text assets names. Addresses on the web are none.
/// </summary>
internal sealed class AssetReferenceExtractor : IExtractor
{
    private const int MaxStem = 400; // characters before the ending
    private static readonly SearchValues<char> s_endingStarts = SearchValues.Create("abghjmpswABGHJMPSW");
    private static readonly SearchValues<char> s_delimiters = SearchValues.Create(" \t\r\n\v\f\"'()<>[]{}|,;=`:\\?#*!");

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        if (document.Role is FileRole.Bibliography)
            return;
        for (int next = 0; Next(document.Source.Text, next) is { } span; next = span.End)
        {
            ReadOnlySpan<char> written = document.Source.Slice(span);
            if (written.StartsWith("//"))
                continue;
            bool isWhole = span.Start == 0 || document.Source.Text[span.Start - 1] is '"' or '\'' or '(' or '}' or '=' or '<';
            AssetForm form = document.Role is FileRole.Post && isWhole ? FormOf(document, span.Start) : AssetForm.Mention;
            facts.Add(new AssetReference(Normal(written.ToString()), form, document.PlaceOf(span)));
        }
    }

    private static AssetForm FormOf(Document document, int offset)
    {
        IReadOnlyList<Node> nodes = document.NodesAt(offset);
        for (int i = nodes.Count - 1; i > 0; i--)
        {
            switch (nodes[i].Kind)
            {
                case NodeKind.Comment or NodeKind.Code or NodeKind.CodeBlock or NodeKind.FrontMatter or NodeKind.Raw:
                    return AssetForm.Mention;
                case NodeKind.Image:
                    return nodes[i].Name is null ? AssetForm.Markdown : AssetForm.Html;
                case NodeKind.Liquid when nodes[i].Name is "include" or "include_relative":
                    return AssetForm.Include;
                case NodeKind.Element when nodes[i].Name is "iframe" or "source" or "video" or "object" or "embed" or "d-figure":
                    return AssetForm.Html;
            }
        }
        return AssetForm.Mention;
    }

    /// <summary>From the folder of assets on: <c>/2026/assets/img/…</c> and <c>../assets/img/…</c> lead to the same file.</summary>
    private static string Normal(string written)
    {
        string path = written.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(written) : written;
        foreach (string root in (ReadOnlySpan<string>)["assets/", "public/"])
        {
            int at = path.IndexOf(root, StringComparison.Ordinal);
            if (at == 0 || (at > 0 && path[at - 1] == '/'))
                return path[at..];
        }
        return path;
    }

    /// <summary>The next path from an offset on: characters that paths are written with, then an ending that pages show.</summary>
    /// <remarks>
    /// By hand: a regular expression that bounds its time builds its automaton at every start, which costs more than a whole post.
    /// </remarks>
    internal static TextSpan? Next(string text, int from)
    {
        for (int dot = text.IndexOf('.', from); dot >= 0; dot = text.IndexOf('.', dot + 1))
        {
            int end = EndOfEnding(text, dot),
                start = dot,
                least = Math.Max(from, dot - MaxStem);
            if (end < 0)
                continue;
            while (start > least && !IsDelimiter(text[start - 1]))
                start--;
            if (start < dot)
                return TextSpan.Between(start, LastEnd(text, start, end));
        }
        return null;
    }

    /// <summary>The end of a path whose first ending is known: <c>plot.png.html</c> has two.</summary>
    private static int LastEnd(string text, int start, int end)
    {
        for (int at = end; at < text.Length && at <= start + MaxStem && !IsDelimiter(text[at]); at++)
        {
            if (text[at] == '.' && EndOfEnding(text, at) is > 0 and var further)
                end = further;
        }
        return end;
    }

    /// <summary>The offset after an ending that begins at a dot; -1 where none does.</summary>
    private static int EndOfEnding(string text, int dot)
    {
        // Scripts of plots hold numbers by the hundred thousand, and none of their points begins an ending.
        if (dot + 1 == text.Length || !s_endingStarts.Contains(text[dot + 1]))
            return -1;
        Span<char> ending = stackalloc char[5];
        int length = 0;
        for (int at = dot + 1; at < text.Length && IsWord(text[at]); at++)
        {
            if (length == ending.Length)
                return -1;
            ending[length++] = char.IsAsciiLetterUpper(text[at]) ? (char)(text[at] | 0x20) : text[at];
        }
        return
            ending[..length]
                is "png"
                    or "jpg"
                    or "jpeg"
                    or "gif"
                    or "svg"
                    or "webp"
                    or "avif"
                    or "bmp"
                    or "mp4"
                    or "webm"
                    or "mov"
                    or "mp3"
                    or "wav"
                    or "pdf"
                    or "htm"
                    or "html"
            ? dot + 1 + length
            : -1;
    }

    private static bool IsDelimiter(char c) => c < 128 ? s_delimiters.Contains(c) : char.IsWhiteSpace(c);

    /// <summary>What words are made of, as regular expressions have it.</summary>
    private static bool IsWord(char c) =>
        char.IsAsciiLetterOrDigit(c)
        || c == '_'
        || (
            c >= 128
            && (
                char.IsLetter(c)
                || c is '\u200C' or '\u200D'
                || char.GetUnicodeCategory(c)
                    is UnicodeCategory.DecimalDigitNumber
                        or UnicodeCategory.NonSpacingMark
                        or UnicodeCategory.ConnectorPunctuation
            )
        );
}
