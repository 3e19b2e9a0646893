using System.Globalization;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>Lines in a row that stand in a template or sample post of the track, word for word.</summary>
/// <param name="Lines">How many there are.</param>
/// <param name="Place">All of them, in one unit of text.</param>
public sealed record TemplateText(int Lines, Place Place) : Fact(Place);

/// <summary>
/// The lines of templates and sample posts, kept as hashes: enough to know a line again, too little to print it. Letters count without
/// case, a run of digits
/// counts as one digit, all else parts words, so that dates, blanks and punctuation may differ. Lines that anybody might write are left
/// out.
/// Built once, then only read; the list is read when the first line is looked up.
/// </summary>
/// <param name="read">Reads the list: one hash a line in hexadecimal, in any order; what follows a number sign is a comment.</param>
internal sealed class TemplateLines(Func<string> read)
{
    private const int MinWords = 7; // shorter lines are said by many: “which results in the following image:”
    private const int MinLetters = 30;
    private const int MinTitleLetters = 14; // front matter: “Sample Blog Post” is a value whole, no line of a text

    private const ulong Basis = 14695981039346656037,
        Prime = 1099511628211; // FNV-1a, 64 bits

    private static ReadOnlySpan<byte> Ascii => // what each character counts as
        (
            "                                                0000000000       abcdefghijklmnopqrstuvwxyz      "u8
            + "abcdefghijklmnopqrstuvwxyz     "u8
        );

    private readonly Lazy<HashSet<ulong>> _hashes = new(() => Parse(read()));

    /// <summary>Whether a line stands in a template.</summary>
    /// <param name="line">The line, markup blank.</param>
    /// <param name="context">Where it stands.</param>
    public bool Holds(ReadOnlySpan<char> line, TextContext context) => Hash(line, context) is { } hash && _hashes.Value.Contains(hash);

    /// <summary>The hashes of a template's lines, for the list; those that anybody might write are left out.</summary>
    public static IEnumerable<ulong> HashesOf(SyntaxTree tree)
    {
        foreach (TextBlock block in tree.Blocks)
        {
            if (!IsRead(block.Context))
                continue;
            foreach (TextSpan line in LinesOf(tree, block))
            {
                if (Hash(tree.Plain.AsSpan(line.Start, line.Length), block.Context) is { } hash)
                    yield return hash;
            }
        }
    }

    /// <summary>
    /// Where templates put words for their users to replace; comments in front matter stay in nearly every post and are nobody's concern.
    /// </summary>
    internal static bool IsRead(TextContext context) =>
        context
            is TextContext.Prose
                or TextContext.Heading
                or TextContext.Caption
                or TextContext.FrontMatter
                or TextContext.HtmlComment
                or TextContext.MarkdownComment;

    /// <summary>The lines of a unit.</summary>
    internal static IEnumerable<TextSpan> LinesOf(SyntaxTree tree, TextBlock block)
    {
        foreach (TextSpan segment in block.Segments)
        {
            for (int start = segment.Start; start < segment.End; )
            {
                int end = tree.Source.Text.IndexOf('\n', start, segment.End - start); // line ends are blank in the plain text
                if (end < 0)
                    end = segment.End;
                yield return TextSpan.Between(start, end);
                start = end + 1;
            }
        }
    }

    private static ulong? Hash(ReadOnlySpan<char> line, TextContext context)
    {
        ulong hash = Basis;
        int words = 0,
            letters = 0;
        char before = ' ';
        foreach (char unit in line)
        {
            char now = Fold(unit);
            if (now == before && now is ' ' or '0')
                continue;
            if (now is not ' ')
            {
                if (before is ' ')
                {
                    words++;
                    hash = (hash ^ ' ') * Prime;
                }
                letters++;
                hash = (hash ^ now) * Prime;
            }
            before = now;
        }
        bool isEnough =
            context is TextContext.FrontMatter ? letters >= MinTitleLetters && words >= 3 : letters >= MinLetters && words >= MinWords;
        return isEnough ? hash : null;
    }

    private static char Fold(char unit)
    {
        if (!char.IsAscii(unit))
            return char.IsLetter(unit) ? char.ToLowerInvariant(unit)
                : char.IsDigit(unit) ? '0'
                : ' ';
        return (char)Ascii[unit];
    }

    private static HashSet<ulong> Parse(string list)
    {
        var hashes = new HashSet<ulong>(list.Length / 17);
        foreach (ReadOnlySpan<char> raw in list.AsSpan().EnumerateLines())
        {
            int comment = raw.IndexOf('#');
            ReadOnlySpan<char> line = (comment < 0 ? raw : raw[..comment]).Trim();
            if (!line.IsEmpty)
                hashes.Add(ulong.Parse(line, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        }
        return hashes;
    }
}

/// <summary>Finds lines of templates, those that follow each other in one unit as one fact.</summary>
/// <param name="lines">The lines.</param>
internal sealed class TemplateTextExtractor(TemplateLines lines) : IExtractor
{
    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        if (document.Role is not FileRole.Post)
            return;
        foreach (TextUnit unit in document.Units)
        {
            if (!TemplateLines.IsRead(unit.Block.Context))
                continue;
            TextSpan first = default,
                last = default;
            int count = 0;
            foreach (TextSpan line in TemplateLines.LinesOf(document.Tree, unit.Block))
            {
                if (!lines.Holds(document.Tree.Plain.AsSpan(line.Start, line.Length), unit.Block.Context))
                    continue;
                if (count++ == 0)
                    first = line;
                last = line;
            }
            if (count == 0 || document.NodesAt(first.Start).Any(node => node.Kind is NodeKind.Quote))
                continue;
            var span = TextSpan.Between(first.Start, last.Start + document.Tree.Plain.AsSpan(last.Start, last.Length).TrimEnd().Length);
            facts.Add(new TemplateText(count, document.PlaceOf(span, unit.Block.Context)));
        }
    }
}
