using System.Buffers;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>Splits units of text into words and sentences, once for all extractors.</summary>
/// <param name="lexicon">Numbers the words.</param>
/// <param name="length">Length of all units together, in UTF-16 units; need not be exact.</param>
internal sealed class WordScanner(Lexicon lexicon, int length)
{
    private static readonly SearchValues<char> s_marks = SearchValues.Create(".,;:!?()[]\"“”@&/");
    private static readonly SearchValues<char> s_space = SearchValues.Create(" \t\r\n\u00A0");

    /// <summary>
    /// The most words and marks of a sentence. What runs on without a full stop for longer is cut: what stands so far apart is not related,
    /// and rules compare what stands in one sentence.
    /// </summary>
    private const int MaxWords = 400;

    private readonly List<Word> _words = new(length / 5); // English has a word or mark for every five characters
    private readonly List<int> _sentences = [];
    private bool _isFirst = true;

    /// <summary>Words of all units so far, in order.</summary>
    public List<Word> Words => _words;

    /// <summary>Index of the first word of each sentence so far.</summary>
    public List<int> Sentences => _sentences;

    /// <summary>Forgets all units, so that the next are scanned into the same lists.</summary>
    public void Clear()
    {
        _words.Clear();
        _sentences.Clear();
    }

    /// <summary>Scans one unit. Every unit begins a sentence.</summary>
    public void Scan(string plain, TextBlock block)
    {
        Begin();
        foreach (TextSpan segment in block.Segments)
            Scan(plain, segment.Start, segment.End);
        if (_sentences[^1] == _words.Count)
            _sentences.RemoveAt(_sentences.Count - 1);
    }

    private void Begin()
    {
        if (_sentences.Count == 0 || _sentences[^1] != _words.Count)
            _sentences.Add(_words.Count);
        _isFirst = true;
    }

    private void Scan(string plain, int at, int end)
    {
        while (at < end)
        {
            char c = plain[at];
            if (c == ' ' && at + 1 < end && plain[at + 1] > ' ')
            {
                at++; // nearly every blank stands alone; only runs are worth a search
                continue;
            }
            if (c == ' ')
            {
                int next = plain.AsSpan(at, end - at).IndexOfAnyExcept(s_space);
                if (next < 0)
                    return;
                at += next;
                continue;
            }
            if (char.IsAsciiLetter(c) || char.IsLetterOrDigit(c))
                at = Letters(plain, at, end);
            else
            {
                if (s_marks.Contains(c))
                    Mark(plain, at, end, c);
                at++;
            }
        }
    }

    private int Letters(string plain, int start, int end)
    {
        int at = start + 1;
        bool hasLower = char.IsLower(plain[start]);
        while (at < end)
        {
            char c = plain[at];
            if (char.IsAsciiLetterLower(c))
                hasLower = true;
            else if (!char.IsLetterOrDigit(c) && c != '_')
            {
                bool joins = c is '\'' or '’' or '-' && at + 1 < end && char.IsLetterOrDigit(plain[at + 1]);
                if (!joins)
                    break;
            }
            else
                hasLower |= char.IsLower(c);
            at++;
        }
        if (at + 2 < end && plain[at] == ':' && plain[at + 1] == '/' && plain[at + 2] == '/')
            return Address(plain, at, end);
        if (_words.Count - _sentences[^1] >= MaxWords)
            _sentences.Add(_words.Count);
        WordShape shape = Shape(plain[start], at - start, hasLower);
        _words.Add(
            new(
                start,
                (ushort)Math.Min(at - start, ushort.MaxValue),
                lexicon.IdOf(plain.AsSpan(start, at - start)),
                shape | (_isFirst ? WordShape.First : 0)
            )
        );
        _isFirst = false;
        return at;
    }

    private static WordShape Shape(char first, int length, bool hasLower) =>
        char.IsAsciiDigit(first) ? WordShape.Number
        : !char.IsUpper(first) ? WordShape.None
        : hasLower || length < 2 ? WordShape.Capital
        : WordShape.Capital | WordShape.Upper;

    /// <summary>A web address is no words; links are read elsewhere.</summary>
    private static int Address(string plain, int at, int end)
    {
        int stop = plain.AsSpan(at, end - at).IndexOfAny(s_space);
        return stop < 0 ? end : at + stop;
    }

    private void Mark(string plain, int at, int end, char c)
    {
        if (c == '.' && _words.Count > 0 && _words[^1].End == at && at + 1 < end && char.IsLetterOrDigit(plain[at + 1]))
            return;
        _words.Add(new(at, 1, Lexicon.MarkId(c), WordShape.Mark));
        if (c is '!' or '?' || (c == '.' && EndsSentence(plain, at, end)))
            Begin();
    }

    /// <summary>
    /// A full stop ends a sentence unless it belongs to an initial or an abbreviation, or the next word goes on in lower case.
    /// </summary>
    private bool EndsSentence(string plain, int at, int end)
    {
        int next = at + 1;
        while (next < end && (char.IsWhiteSpace(plain[next]) || plain[next] is '"' or '”' or ')' or '*' or '\''))
            next++;
        if (next >= end)
            return true;
        if (next == at + 1 || char.IsLower(plain[next]))
            return false;
        if (_words.Count < 2)
            return true;
        Word before = _words[^2];
        if (before.Length == 1 && before.IsCapital && plain[before.Start] != 'I')
            return false;
        return !Lexicon.IsAbbreviation(plain.AsSpan(before.Start, before.Length));
    }
}
