using System.Buffers;
using System.Text;
using PostLint.Names;

namespace PostLint.Reporting;

/// <summary>
/// Decides what of a submission a report may show. Masked reports show no slice of any file: the words around a finding hold names that no
/// rule knew, and blanking those that are known would leave them standing. They show messages without their marked parts; what one finding
/// marks is masked wherever a message or a path of the run holds it as a whole name. Words of PostLint, and words that name nobody, are
/// never masked.
/// </summary>
internal sealed class Redactor
{
    private const int ShortestPart = 3;
    private const int ShortestNameWord = 4;
    private const int ShortestInside = 5;
    private const int ShortestUnknown = 5;
    private const int ShortestAcronym = 3;
    private const int LongestAcronym = 5;
    private const int LongestNumber = 4;
    private const int LongestParticle = 3;
    private const int LongestField = 60;

    private const string Marks = ",;:.()“”\"'’!?";

    // Words that begin with a capital where something is filled in for a person.
    private static readonly SearchValues<char> s_vowels = SearchValues.Create("aeiouyäöüéèáóíúåøæ");
    private static readonly HashSet<string> s_headings = new(StringComparer.OrdinalIgnoreCase)
    {
        "submission",
        "submissions",
        "affiliation",
        "institution",
        "author",
        "authors",
        "university",
        "institute",
        "department",
        "email",
        "name",
    };

    private readonly string[] _parts;
    private readonly SearchValues<string> _anyPart;
    private readonly HashSet<string> _nameWords;
    private readonly SearchValues<string> _anyNameWord;
    private readonly Lazy<Vocabulary> _vocabulary;
    private readonly Dictionary<string, string> _paths = new(StringComparer.Ordinal);
    private readonly ICollection<string>? _record;

    /// <summary>Learns what a run found.</summary>
    /// <param name="run">The run.</param>
    /// <param name="reveals">Whether everything is shown.</param>
    /// <param name="record">Takes each text that is masked; null for nobody who looks.</param>
    public Redactor(LintRun run, bool reveals, ICollection<string>? record = null)
    {
        (Reveals, _record) = (reveals, record);
        string[] marked = reveals ? [] : [.. MarkedIn(run)];
        _parts = [.. marked.Where(Identifies).OrderByDescending(part => part.Length)];
        _anyPart = SearchValues.Create(_parts, StringComparison.OrdinalIgnoreCase);
        _nameWords = [.. _parts.SelectMany(NameWordsOf)];
        string[] inside = [.. _nameWords.Where(word => word.Length >= ShortestInside)];
        _anyNameWord = SearchValues.Create(inside, StringComparison.OrdinalIgnoreCase);
        _vocabulary = new(() => Vocabulary.Of(run));
    }

    /// <summary>Whether everything is shown.</summary>
    public bool Reveals { get; }

    /// <summary>Whether anything was masked so far.</summary>
    public bool HasMasked { get; private set; }

    /// <summary>What may be shown of a message.</summary>
    public string Show(Message message) =>
        Reveals
            ? message.Reveal()
            : message.Render(
                (text, kind) =>
                    kind switch
                    {
                        PartKind.Sensitive => IsYear(text) ? text : Mask(text),
                        PartKind.Quoted => ShowQuoted(text),
                        PartKind.Wording => MaskUncommon(MaskKnown(text)),
                        _ => MaskKnown(text),
                    }
            );

    /// <summary>What may be shown of a text that a person wrote.</summary>
    public string Show(Sensitive text) => Reveals ? text.Text : Mask(text.Text);

    /// <summary>What may be shown of a text of the submission, or of one of PostLint's that quotes it.</summary>
    public string ShowQuoted(string text)
    {
        if (Reveals || text.Length == 0)
            return text;
        return IsPath(text) ? ShowPath(text) : MaskNames(MaskInside(MaskKnown(text)));
    }

    /// <summary>What may be shown of a path: words that identify somebody, or that could be anybody's name, are masked.</summary>
    public string ShowPath(string path)
    {
        if (Reveals)
            return path;
        if (!_paths.TryGetValue(path, out string? shown))
            _paths[path] = shown = MaskWords(MaskKnown(path));
        if (shown.Contains(Message.Mask, StringComparison.Ordinal))
            HasMasked = true;
        return shown;
    }

    /// <summary>What may be shown of the name of a field of metadata; files may call fields as they like.</summary>
    public string ShowField(string name)
    {
        if (Reveals)
            return name;
        bool isPlain = name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ':' or '.' or ' ' or '(' or ')');
        return isPlain && name.Length <= LongestField ? MaskWords(MaskKnown(name)) : Mask(name);
    }

    /// <summary>What may be shown of a slice; null for nothing.</summary>
    public string? ShowSlice(ReadOnlySpan<char> slice) => Reveals ? slice.ToString() : null;

    private static IEnumerable<string> MarkedIn(LintRun run) =>
        run
            .Results.SelectMany(result => result.Findings)
            .SelectMany(finding => finding.Message.Sensitive.Select(part => finding.Message.Reveal()[part].Trim()))
            .Where(part => part.Length >= ShortestPart)
            .Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a marked text tells somebody wherever it stands: an ordinary word does in its own place only.</summary>
    private static bool Identifies(string part)
    {
        string[] words = [.. WordsOf(part)];
        if (words.Length == 0)
            return part.Count(char.IsDigit) > LongestNumber;
        bool isName = words.Length > 1 && words.All(word => char.IsUpper(word[0]));
        if (isName)
            return words.Length > 2 || words.Any(word => !OrdinaryWords.Contains(word));
        bool isAddress = part.Contains('@', StringComparison.Ordinal);
        return isAddress || words.Any(word => word.Length >= ShortestPart && !OrdinaryWords.Contains(word));
    }

    /// <summary>
    /// The words of a person's name that tell the person, and all of them in one word; a login; none for what is neither.
    /// </summary>
    private static IEnumerable<string> NameWordsOf(string part)
    {
        string[] words = part.Split([' ', '-', '.', ',', '_', '@'], StringSplitOptions.RemoveEmptyEntries);
        bool isLogin = words.Length == 1 && words[0].All(char.IsLetterOrDigit);
        if (words.Length is < 1 or > 5 || !(isLogin || words.All(word => word.All(char.IsLetter))))
            return [];
        bool isName = words.Length > 1 && words.Count(word => char.IsUpper(word[0])) * 2 > words.Length;
        IEnumerable<string> single = isLogin || !isName ? [] : words.Where(word => word.Length >= ShortestNameWord && !IsNobodys(word));
        return single.Append(string.Concat(words)).Where(word => word.Length >= ShortestNameWord).Select(word => word.ToLowerInvariant());
    }

    private static bool IsNobodys(string word) =>
        OrdinaryWords.Contains(word) || NameShapes.IsCommon(word) || NameShapes.IsOrganisation(word);

    private static string[] WordsOf(string text) =>
        text.Split([.. text.Where(c => !char.IsLetter(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a text is the path or the name of a file.</summary>
    private static bool IsPath(string text)
    {
        if (text.Contains('/', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal))
            return true;
        return Path.GetExtension(text) is { Length: > 1 and <= 6 } extension && extension.Skip(1).All(char.IsAsciiLetterOrDigit);
    }

    private string Mask(string text)
    {
        HasMasked = true;
        _record?.Add(text);
        return Message.Mask;
    }

    /// <summary>Masks what a finding marks, where it stands as a whole name.</summary>
    private string MaskKnown(string text)
    {
        StringBuilder? masked = null;
        int copied = 0;
        for (int at = NextPart(text, 0); at >= 0; )
        {
            int length = LengthAt(text, at);
            if (length > 0)
            {
                (masked ??= new()).Append(text, copied, at - copied).Append(Mask(text.Substring(at, length)));
                copied = at + length;
            }
            at = NextPart(text, at + Math.Max(1, length));
        }
        return masked is null ? text : masked.Append(text, copied, text.Length - copied).ToString();
    }

    private int NextPart(string text, int from)
    {
        int found = from < text.Length ? text.AsSpan(from).IndexOfAny(_anyPart) : -1;
        return found < 0 ? -1 : from + found;
    }

    /// <summary>The length of the longest part that stands here as a word of its own; 0 for none.</summary>
    private int LengthAt(string text, int at)
    {
        foreach (string part in _parts)
        {
            if (
                string.Compare(text, at, part, 0, part.Length, StringComparison.OrdinalIgnoreCase) == 0
                && !IsInsideWord(text, at)
                && !IsInsideWord(text, at + part.Length)
            )
            {
                return part.Length;
            }
        }
        return 0;
    }

    private static bool IsInsideWord(string text, int at) =>
        at > 0 && at < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at]);

    /// <summary>Masks words that hold a known name, such as a key made of it.</summary>
    private string MaskInside(string text) => Replace(text, IsPartOfToken, HoldsName);

    private bool HoldsName(string token) => token.AsSpan().IndexOfAny(_anyNameWord) >= 0 || _nameWords.Contains(token.ToLowerInvariant());

    /// <summary>Masks the words of a path that are known names, and those that are no words: they may be anybody's name.</summary>
    private string MaskWords(string path) => Replace(path, char.IsLetter, MayName, splitsCase: true);

    private bool MayName(string word)
    {
        string lower = word.ToLowerInvariant();
        if (_nameWords.Contains(lower))
            return true;
        bool isLatin = word.All(c => c < '\u0250');
        if (isLatin ? word.Length < ShortestNameWord : word.Length < 2)
            return false;
        if (word.Length <= LongestAcronym && word.All(char.IsUpper))
            return false;
        if (lower.AsSpan().IndexOfAny(_anyNameWord) >= 0)
            return true;
        bool isSpoken = !isLatin || lower.AsSpan().IndexOfAny(s_vowels) >= 0;
        if (isLatin && word.Length < ShortestUnknown)
            return false;
        bool isWord = OrdinaryWords.Contains(word) || OrdinaryWords.IsMisspelt(word) || _vocabulary.Value.IsCompound(lower);
        return isSpoken && !isWord && !_vocabulary.Value.Explains(lower);
    }

    private static bool IsPartOfToken(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '@' or '.';

    /// <summary>Replaces the words that are to be masked, neighbours by one mask.</summary>
    private string Replace(string text, Func<char, bool> isPart, Func<string, bool> isMasked, bool splitsCase = false)
    {
        StringBuilder? masked = null;
        int copied = 0;
        for (int at = 0; at < text.Length; )
        {
            if (!isPart(text[at]))
            {
                at++;
                continue;
            }
            int end = EndOfWord(text, at, isPart, splitsCase);
            if (text[at] != Message.Mask[0] && isMasked(text[at..end]))
            {
                string between = text[copied..at],
                    word = Mask(text[at..end]);
                bool joins = masked is not null && between is "" or "-" or "_" or " " or ".";
                masked ??= new();
                if (!joins)
                    masked.Append(between).Append(word);
                copied = end;
            }
            at = end;
        }
        return masked is null ? text : masked.Append(text, copied, text.Length - copied).ToString();
    }

    private static int EndOfWord(string text, int start, Func<char, bool> isPart, bool splitsCase)
    {
        int end = start + 1;
        while (end < text.Length && isPart(text[end]))
        {
            if (splitsCase && char.IsUpper(text[end]) && char.IsLower(text[end - 1]))
                break;
            if (splitsCase && char.IsLower(text[end]) && end - start >= ShortestAcronym && char.IsUpper(text[end - 1]))
                break;
            end++;
        }
        return end;
    }

    /// <summary>Masks all but ordinary words: what is capitalised within, what is no word, and long numbers.</summary>
    private string MaskUncommon(string text)
    {
        int first = text.TakeWhile(c => !char.IsLetterOrDigit(c)).Count();
        var written = new StringBuilder();
        int copied = 0;
        for (int at = first; at < text.Length; )
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }
            int end = at + 1;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || IsApostrophe(text, end)))
                end++;
            if (!IsCommonWord(text[at..end], at == first) && text[at] != Message.Mask[0])
            {
                written.Append(text, copied, at - copied).Append(Mask(text[at..end]));
                copied = end;
            }
            at = end;
        }
        return written.Append(text, copied, text.Length - copied).ToString();
    }

    private static bool IsApostrophe(string text, int at) => text[at] is '\'' or '’' && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    private static bool IsCommonWord(string word, bool isFirst)
    {
        if (word.All(char.IsDigit))
            return word.Length <= LongestNumber;
        string bare = word.Split('\'', '’')[0];
        // Longer common words may be given names, too.
        if (bare.Length <= LongestParticle && NameShapes.IsCommon(bare))
            return true;
        if (s_headings.Contains(bare))
            return true;
        if (bare.Count(char.IsUpper) > 1)
            return OrdinaryWords.IsJargon(bare);
        bool isKnown = bare.Length <= 2 ? char.IsLower(bare[0]) : OrdinaryWords.Contains(bare);
        return isKnown && (isFirst || char.IsLower(bare[0]));
    }

    private static bool IsYear(string text) => text.Length is 2 or 4 && text.All(char.IsAsciiDigit);

    /// <summary>
    /// Masks what has the shape of a person's name, whatever stands around it: capitalised words in a row, none of which is a word.
    /// </summary>
    private string MaskNames(string text)
    {
        StringBuilder? masked = null;
        int copied = 0;
        for (int at = 0; at < text.Length; )
        {
            if (!char.IsLetter(text[at]))
            {
                at++;
                continue;
            }
            int end = EndOfName(text, at);
            if (end > at)
            {
                (masked ??= new()).Append(text, copied, at - copied).Append(Mask(text[at..end]));
                copied = end;
            }
            at = Math.Max(end, EndOfNameWord(text, at));
        }
        return masked is null ? text : masked.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>Where a name of two words or more that begins here ends; its beginning where there is none.</summary>
    private int EndOfName(string text, int start)
    {
        int end = start,
            words = 0;
        for (int at = start; at < text.Length && char.IsLetter(text[at]); )
        {
            int behind = EndOfNameWord(text, at);
            if (!IsNameWord(text[at..behind]))
                break;
            (end, words, at) = (behind, words + 1, behind);
            while (at < text.Length && (char.IsWhiteSpace(text[at]) || Marks.Contains(text[at], StringComparison.Ordinal)))
                at++;
            if (!text[behind..at].Any(char.IsWhiteSpace))
                break;
        }
        return words > 1 ? end : start;
    }

    /// <summary>Hyphens, apostrophes and points belong to a word between its letters.</summary>
    private static int EndOfNameWord(string text, int start)
    {
        int end = start + 1;
        while (end < text.Length && (char.IsLetter(text[end]) || IsInsideNameWord(text, end)))
            end++;
        return end;
    }

    private static bool IsInsideNameWord(string text, int at) =>
        text[at] is ('-' or '\'' or '’' or '.') && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    private bool IsNameWord(string word)
    {
        if (word.Length < 2 || !char.IsUpper(word[0]) || !word.Skip(1).Any(char.IsLower))
            return false;
        if (!word.All(c => char.IsLetter(c) || c is '-' or '\'' or '’' or '.'))
            return false;
        return !IsNobodys(word) && !word.Split('-').All(OrdinaryWords.Contains) && !_vocabulary.Value.Contains(word.ToLowerInvariant());
    }
}
