using System.Buffers;

namespace PostLint.Facts;

/// <summary>What is odd about a character where it stands.</summary>
public enum OddKind
{
    /// <summary>It shows nothing and stands within a Latin word, or in a run of its like.</summary>
    ZeroWidth,

    /// <summary>A tag character, which shows nothing and repeats ASCII.</summary>
    Tag,

    /// <summary>A run of variation selectors, which can carry bytes.</summary>
    Selectors,

    /// <summary>It turns the letters that follow round.</summary>
    Override,

    /// <summary>It opens a run of another direction that is not closed in its line.</summary>
    Unclosed,

    /// <summary>A letter of another script that looks like a Latin one, within a Latin word.</summary>
    Lookalike,
}

/// <summary>A character that shows readers something else than the source says.</summary>
/// <param name="Kind">What is odd about it.</param>
/// <param name="Code">Its number in Unicode, as U+200B.</param>
/// <param name="Place">Where it stands; for a run its first character, for a look-alike its word.</param>
public sealed record OddCharacter(OddKind Kind, Neutral Code, Place Place) : Fact(Place);

/// <summary>
/// Finds odd characters in the source, whatever the context; ordinary uses in emoji, other scripts and mathematics are passed over.
/// </summary>
internal sealed class OddCharacterExtractor : IExtractor
{
    private const int MaxFacts = 500; // of one file; more say nothing new
    private const int MaxRun = 2_000; // characters; what closes later than this closes nothing that a reader relates to it

    private static readonly SearchValues<char> s_odd = SearchValues.Create(
        "\u180E\u200B\u200C\u200D\u202A\u202B\u202C\u202D\u202E\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\uFEFF\uDB40"
            + "\uFE00\uFE01\uFE02\uFE03\uFE04\uFE05\uFE06\uFE07\uFE08\uFE09\uFE0A\uFE0B\uFE0C\uFE0D\uFE0E\uFE0F"
    );

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        int limit = facts.Count + MaxFacts;
        foreach ((OddKind kind, TextSpan span) in Find(document.Source.Text))
        {
            if (facts.Count >= limit)
                return;
            if (kind is OddKind.Lookalike && !IsProse(document, span))
                continue;
            facts.Add(new OddCharacter(kind, new(CodeOf(document.Source.Text, kind, span)), document.PlaceOf(span)));
        }
    }

    /// <summary>Offsets of characters that can disguise words.</summary>
    internal static IEnumerable<int> Disguises(string text) => Find(text).Take(MaxFacts).Select(found => found.Span.Start);

    /// <summary>Not in code, and not an example between quotation marks.</summary>
    private static bool IsProse(Document document, TextSpan word)
    {
        string plain = document.Tree.Plain;
        bool isQuoted = word.Start > 0 && plain[word.Start - 1] is '"' or '“' or '\'' or '‘' or '`';
        return !isQuoted
            && plain[word.Start] == document.Source.Text[word.Start]
            && document.PlaceOf(word).Context is not (TextContext.Code or TextContext.Link or TextContext.FileName);
    }

    private static string CodeOf(string text, OddKind kind, TextSpan span)
    {
        int at = span.Start;
        if (kind is OddKind.Lookalike)
        {
            while (char.IsAscii(text[at]))
                at++;
        }
        int code = char.IsSurrogatePair(text, at) ? char.ConvertToUtf32(text, at) : text[at];
        return $"U+{code:X4}";
    }

    private static IEnumerable<(OddKind Kind, TextSpan Span)> Find(string text)
    {
        if (System.Text.Ascii.IsValid(text))
            yield break;
        for (int at = Next(text, 0); at >= 0; at = Next(text, at))
        {
            int length = 1;
            if (char.IsLetter(text[at]))
            {
                TextSpan word = WordAt(text, at);
                if (IsMixed(text.AsSpan(word.Start, word.Length)))
                    yield return (OddKind.Lookalike, word);
                length = word.End - at;
            }
            else if (KindAt(text, at, out length) is { } kind)
                yield return (kind, new(at, length));
            at += length;
        }
    }

    private static int Next(string text, int from)
    {
        // Nearly all text is ASCII, which is passed over quickly; few of the other characters are odd, and are looked at one by one.
        for (int at = from; at < text.Length; at++)
        {
            if (char.IsAscii(text[at]))
            {
                int found = text.AsSpan(at).IndexOfAnyExceptInRange('\0', '\u007F');
                if (found < 0)
                    return -1;
                at += found;
            }
            if (text[at] is >= '\u0370' and <= '\u052F' || s_odd.Contains(text[at]))
                return at;
        }
        return -1;
    }

    private static OddKind? KindAt(string text, int at, out int length)
    {
        length = 1;
        if (InvisibleText.IsDirection(text[at]))
            return DirectionAt(text, at);
        if (InvisibleText.IsZeroWidth(text[at]))
            return ZeroWidthAt(text, at, ref length);
        if (InvisibleText.TagAt(text, at) != '\0')
            return TagsAt(text, at, ref length);
        int count = 0,
            end = at;
        while (end < text.Length && InvisibleText.SelectorAt(text, end) is { Length: > 0 } selector)
        {
            end += selector.Length;
            count++;
        }
        length = Math.Max(1, end - at);
        return count >= 4 ? OddKind.Selectors : null;
    }

    private static OddKind? DirectionAt(string text, int at)
    {
        if (text[at] is '\u202D' or '\u202E')
            return OddKind.Override;
        if (text[at] is '\u202C' or '\u2069')
            return null;
        char close = text[at] is '\u202A' or '\u202B' ? '\u202C' : '\u2069';
        ReadOnlySpan<char> line = text.AsSpan(at, Math.Min(MaxRun, text.Length - at));
        int end = line.IndexOf('\n');
        return (end < 0 ? line : line[..end]).Contains(close) ? null : OddKind.Unclosed;
    }

    /// <summary>
    /// Between two Latin letters, or three and more in a row; elsewhere they join emoji, break addresses and write other scripts.
    /// </summary>
    private static OddKind? ZeroWidthAt(string text, int at, ref int length)
    {
        int end = at;
        while (end < text.Length && InvisibleText.IsZeroWidth(text[end]))
            end++;
        length = end - at;
        bool isWithin = at > 0 && end < text.Length && char.IsAsciiLetter(text[at - 1]) && char.IsAsciiLetter(text[end]);
        return isWithin || length >= 4 ? OddKind.ZeroWidth : null;
    }

    /// <summary>A run of tags, unless it spells the flag of a region behind a black flag.</summary>
    private static OddKind? TagsAt(string text, int at, ref int length)
    {
        int end = at;
        while (InvisibleText.TagAt(text, end) != '\0')
            end += 2;
        length = end - at;
        bool isFlag = at >= 2 && text[at - 2] == '\uD83C' && text[at - 1] == '\uDFF4' && length <= 12;
        return isFlag ? null : OddKind.Tag;
    }

    private static TextSpan WordAt(string text, int at)
    {
        int start = at,
            end = at;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1]))
            start--;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
            end++;
        return TextSpan.Between(start, end);
    }

    /// <summary>
    /// A Latin word of four letters and more in which look-alikes, and no other letters of their script, stand beside Latin letters.
    /// Symbols such as Δx or λmax are none.
    /// </summary>
    private static bool IsMixed(ReadOnlySpan<char> word)
    {
        int latin = 0,
            others = 0;
        bool isInside = false;
        for (int i = 0; i < word.Length; i++)
        {
            if (char.IsAsciiLetter(word[i]))
                latin++;
            else if (Lookalikes.LatinFor(word[i]) == '\0')
                return false;
            else
            {
                others++;
                isInside |=
                    word[i] > '\u03FF'
                    || (i > 0 && i + 1 < word.Length && char.IsAsciiLetter(word[i - 1]) && char.IsAsciiLetter(word[i + 1]));
            }
        }
        return latin >= 2 && latin + others >= 4 && others > 0 && isInside;
    }
}
