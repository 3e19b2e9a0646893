using System.Runtime.InteropServices;

namespace PostLint.Facts;

/// <summary>
/// Phrases by kind, read from lists like this one:
/// <code>
/// # what follows a number sign is a comment
/// work = paper | preprint | article       a set of words, used below in angle brackets
/// [own-work]                              the kind of the phrases that follow
/// [subject + act + wish]                  a kind that counts only in a sentence with one of the others
/// our | my  recent?  &lt;work&gt;               words by alternatives; ? may be missing
/// we  ..2  proposed                       up to two words, no sentence end, between
/// at  &lt;Cap&gt;                               a word that begins with a capital and does not begin the sentence
/// at  &lt;Cap-work&gt;                          the same, but none of a set
/// in  &lt;Num&gt;                               a number
/// </code>
/// Sets belong to their list; kinds are shared by all. Elements stand two blanks apart; an alternative may have several words. Every phrase
/// begins with words.
/// Built once, then only read.
/// </summary>
internal sealed class PhraseBook
{
    private const string CapitalExcept = "<Cap-";

    private readonly Dictionary<string, ushort[]> _sets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PhraseElement[][]> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _beside = new(StringComparer.Ordinal);
    private readonly List<PhraseLine> _lines = [];
    private readonly List<PhraseElement[][]> _groupsOfLine = []; // these three are scratch paper for reading
    private readonly List<ushort> _words = [],
        _alternatives = [];
    private readonly List<(PhraseLine Line, int Next)> _entries = []; // a chain for each first word; -1 ends it
    private readonly List<int> _byFirstWord = []; // where the chain of a word begins; -1 where none does
    private PhraseOpenings?[]? _openings; // by first word; each is made when a text first has the word, as a text has few of them
    private int _count; // of phrases
    private int _longest; // words of the longest phrase

    /// <summary>A book without phrases.</summary>
    public PhraseBook()
        : this(new()) { }

    private PhraseBook(Lexicon lexicon) => Lexicon = lexicon;

    /// <summary>The words of all phrases.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>
    /// The book of the phrases of some kinds, for those who look for no others. It shares the words of this book, which must have been
    /// read.
    /// </summary>
    /// <param name="prefix">What the kinds begin with; kinds that count only beside others find those only if they begin with it
    /// too.</param>
    public PhraseBook Under(string prefix)
    {
        var under = new PhraseBook(Lexicon);
        foreach (PhraseLine line in _lines)
        {
            if (line.Kind.StartsWith(prefix, StringComparison.Ordinal))
                under.Add(line);
        }
        return under;
    }

    /// <summary>
    /// A book without phrases that shares the words of this book: its phrases are looked for apart from those of this one.
    /// </summary>
    public PhraseBook Beside() => new(Lexicon);

    /// <summary>Reads a list.</summary>
    /// <param name="name">Its name, for errors.</param>
    /// <param name="list">Its text.</param>
    /// <exception cref="FormatException">A line cannot be read; the message names list and line.</exception>
    public void Read(string name, string list)
    {
        string? kind = null;
        int number = 0;
        _sets.Clear();
        _groups.Clear();
        foreach (ReadOnlySpan<char> raw in list.EnumerateLines())
        {
            number++;
            int comment = raw.IndexOf('#');
            ReadOnlySpan<char> line = (comment < 0 ? raw : raw[..comment]).Trim();
            if (line.IsEmpty)
                continue;
            try
            {
                kind = Line(line, kind);
            }
            catch (FormatException e)
            {
                throw new FormatException($"{name}:{number}: {e.Message}", e);
            }
        }
    }

    private string? Line(ReadOnlySpan<char> line, string? kind)
    {
        if (line[0] == '[')
        {
            string[] kinds = line.Trim("[]").ToString().Split('+', StringSplitOptions.TrimEntries);
            if (kinds.Length > 1)
                _beside[kinds[0]] = kinds[1..];
            return kinds[0];
        }
        int equals = line.IndexOf(" = ");
        if (equals > 0)
        {
            var words = new List<ushort>();
            foreach (Range range in line[(equals + 3)..].Split('|'))
                AddWords(line[(equals + 3)..][range].Trim(), words);
            _sets[line[..equals].Trim().ToString()] = [.. words];
            return kind;
        }
        string under = kind ?? throw new FormatException("a phrase before the first [kind]");
        Add(new(under, _beside.GetValueOrDefault(under), GroupsOf(line), _count));
        return kind;
    }

    private void Add(PhraseLine line)
    {
        _lines.Add(line);
        _count += line.Count;
        _longest = Math.Max(_longest, line.Longest);
        foreach (PhraseElement[] choice in line.Groups[0])
        {
            ushort[] first = choice[0].Words ?? throw new FormatException("a phrase begins with words");
            if (choice[0].IsOptional)
                throw new FormatException("the first word of a phrase may not be missing");
            foreach (ushort word in first)
            {
                while (_byFirstWord.Count <= word)
                    _byFirstWord.Add(-1);
                if (_byFirstWord[word] is >= 0 and int last && _entries[last].Line == line)
                    continue; // two choices of a line may begin with the same word
                _entries.Add((line, _byFirstWord[word]));
                _byFirstWord[word] = _entries.Count - 1;
            }
        }
        _openings = null;
    }

    /// <summary>The phrases that begin with a word; null where none does.</summary>
    private PhraseOpenings? OpeningsOf(ushort word)
    {
        if (word == Lexicon.Unknown || word >= _byFirstWord.Count || _byFirstWord[word] < 0)
            return null;
        PhraseOpenings?[] openings = _openings ??= new PhraseOpenings?[_byFirstWord.Count];
        return openings[word] ??= new(Chain(word));
    }

    private IEnumerable<PhrasePattern> Chain(ushort word)
    {
        for (int at = _byFirstWord[word]; at >= 0; at = _entries[at].Next)
        {
            foreach (PhrasePattern pattern in _entries[at].Line.Patterns)
            {
                if (Array.IndexOf(pattern.Elements[0].Words!, word) >= 0)
                    yield return pattern;
            }
        }
    }

    private PhraseElement[][][] GroupsOf(ReadOnlySpan<char> line)
    {
        _groupsOfLine.Clear();
        foreach (Range range in line.Split("  "))
        {
            ReadOnlySpan<char> group = line[range].Trim();
            if (!group.IsEmpty)
                _groupsOfLine.Add(Choices(group));
        }
        return [.. _groupsOfLine];
    }

    /// <summary>The sequences that a group of a line stands for; lists repeat their groups, each is read once.</summary>
    private PhraseElement[][] Choices(ReadOnlySpan<char> group)
    {
        var known = _groups.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(group, out PhraseElement[][]? choices))
            known[group] = choices = group.Contains('|') ? Alternatives(group) : [Sequence(group)];
        return choices;
    }

    private PhraseElement[][] Alternatives(ReadOnlySpan<char> group)
    {
        List<PhraseElement[]>? sequences = null;
        _alternatives.Clear();
        foreach (Range range in group.Split('|'))
        {
            ReadOnlySpan<char> choice = group[range].Trim();
            if (choice.Contains(' ') || ClassOf(choice) is not null || choice.StartsWith(CapitalExcept, StringComparison.Ordinal))
                (sequences ??= []).Add(Sequence(choice));
            else if (choice.Length > 1 && choice[^1] == '?')
                throw new FormatException($"one of several words cannot be missing: {choice}");
            else
                AddWords(choice, _alternatives);
        }
        if (_alternatives.Count == 0)
            return [.. sequences!];
        PhraseElement[] words = [WordsOf(_alternatives, isOptional: false)];
        return sequences is null ? [words] : [words, .. sequences];
    }

    private PhraseElement[] Sequence(ReadOnlySpan<char> words)
    {
        var elements = new List<PhraseElement>();
        foreach (Range range in words.Split(' '))
        {
            if (!words[range].IsEmpty)
                elements.Add(Element(words[range]));
        }
        return [.. elements];
    }

    private PhraseElement Element(ReadOnlySpan<char> part)
    {
        if (part.StartsWith("..", StringComparison.Ordinal))
            return new(null, WordClass.Any, 0, int.Parse(part[2..], System.Globalization.CultureInfo.InvariantCulture));
        bool isOptional = part.Length > 1 && part[^1] == '?';
        if (isOptional)
            part = part[..^1];
        if (ClassOf(part) is { } known)
            return new(null, known, isOptional ? 0 : 1, 1);
        _words.Clear();
        if (part.StartsWith(CapitalExcept, StringComparison.Ordinal))
        {
            AddWords($"<{part[CapitalExcept.Length..]}", _words);
            _words.Sort();
            return new(null, WordClass.Capital, isOptional ? 0 : 1, 1, [.. _words]);
        }
        AddWords(part, _words);
        return WordsOf(_words, isOptional);
    }

    private static WordClass? ClassOf(ReadOnlySpan<char> part) =>
        part switch
        {
            "<Cap>" => WordClass.Capital,
            "<Num>" => WordClass.Number,
            "<Any>" => WordClass.Any,
            _ => null,
        };

    private static PhraseElement WordsOf(List<ushort> words, bool isOptional)
    {
        words.Sort();
        return new([.. words], WordClass.Any, isOptional ? 0 : 1, 1);
    }

    /// <summary>Adds a word, or the words of a set.</summary>
    private void AddWords(ReadOnlySpan<char> word, List<ushort> words)
    {
        if (word.IsEmpty)
            throw new FormatException("an empty alternative");
        if (word[0] != '<')
            words.Add(Lexicon.Add(word));
        else if (_sets.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word.Trim("<>"), out ushort[]? set))
            words.AddRange(set);
        else
            throw new FormatException($"no set is called {word}");
    }

    /// <summary>Finds all phrases in a sentence, none within another of its kind.</summary>
    /// <param name="words">The words of one sentence.</param>
    /// <param name="found">Gets pattern, index of the first word and index after the last; must be empty.</param>
    internal void Find(ReadOnlySpan<Word> words, List<(PhrasePattern Pattern, int First, int End)> found)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (OpeningsOf(words[i].Id) is not { } openings)
                continue;
            int start = found.Count;
            openings.Match(words, i, found);
            if (found.Count > start)
                Keep(found, start);
        }
        if (found.Exists(phrase => phrase.Pattern.Beside is not null))
            RemoveLonely(found);
    }

    /// <summary>Removes, from the last on, phrases that count only beside others where none of those is left.</summary>
    private static void RemoveLonely(List<(PhrasePattern Pattern, int First, int End)> found)
    {
        var left = found.CountBy(phrase => phrase.Pattern.Kind, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        Span<(PhrasePattern Pattern, int First, int End)> all = CollectionsMarshal.AsSpan(found);
        int kept = all.Length;
        for (int i = all.Length - 1; i >= 0; i--)
        {
            PhrasePattern pattern = all[i].Pattern;
            if (pattern.Beside is { } beside && !Array.Exists(beside, kind => left.GetValueOrDefault(kind) > 0))
                left[pattern.Kind]--;
            else
                all[--kept] = all[i];
        }
        found.RemoveRange(0, kept);
    }

    /// <summary>Of phrases of one kind that begin at one word the longest is kept; what lies within another says nothing more.</summary>
    /// <param name="found">All so far.</param>
    /// <param name="start">The index of the first that begins at the last word, in any order and not compared yet.</param>
    private void Keep(List<(PhrasePattern Pattern, int First, int End)> found, int start)
    {
        Span<(PhrasePattern Pattern, int First, int End)> all = CollectionsMarshal.AsSpan(found);
        if (all.Length - start > 1)
            all[start..].Sort(static (a, b) => a.Pattern.Order.CompareTo(b.Pattern.Order));
        int kept = start;
        for (int next = start; next < all.Length; next++)
        {
            if (IsWithin(all[..start], all[next]))
                continue;
            int same = IndexOfKind(all[start..kept], all[next].Pattern.Kind);
            if (same < 0)
                all[kept++] = all[next];
            else if (all[next].End > all[start + same].End)
                all[start + same] = all[next];
        }
        found.RemoveRange(kept, all.Length - kept);
    }

    /// <summary>Whether a phrase lies within one of its kind that begins before; only those near enough are looked at.</summary>
    private bool IsWithin(
        ReadOnlySpan<(PhrasePattern Pattern, int First, int End)> before,
        (PhrasePattern Pattern, int First, int End) phrase
    )
    {
        for (int i = before.Length - 1; i >= 0 && before[i].First + _longest >= phrase.End; i--)
        {
            if (before[i].End >= phrase.End && before[i].Pattern.Kind == phrase.Pattern.Kind)
                return true;
        }
        return false;
    }

    private static int IndexOfKind(ReadOnlySpan<(PhrasePattern Pattern, int First, int End)> phrases, string kind)
    {
        for (int i = 0; i < phrases.Length; i++)
        {
            if (phrases[i].Pattern.Kind == kind)
                return i;
        }
        return -1;
    }
}
