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
/// in  &lt;Num&gt;                               a number
/// </code>
/// Sets belong to their list; kinds are shared by all. Elements stand two blanks apart; an alternative may have several words. Every phrase begins with words.
/// Built once, then only read.
/// </summary>
public sealed class PhraseBook
{
    private readonly Dictionary<string, ushort[]> _sets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PhraseElement[][]> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _beside = new(StringComparer.Ordinal);
    private readonly List<List<PhrasePattern>?> _byFirstWord = [];

    /// <summary>The words of all phrases.</summary>
    public Lexicon Lexicon { get; private init; } = new();

    /// <summary>The book of the phrases of some kinds, for those who look for no others. It shares the words of this book, which must have been read.</summary>
    /// <param name="prefix">What the kinds begin with; kinds that count only beside others find those only if they begin with it too.</param>
    public PhraseBook Under(string prefix)
    {
        var under = new PhraseBook { Lexicon = Lexicon };
        foreach (List<PhrasePattern>? patterns in _byFirstWord) under._byFirstWord.Add(patterns?.FindAll(pattern => pattern.Kind.StartsWith(prefix, StringComparison.Ordinal)) is { Count: > 0 } some ? some : null);
        return under;
    }

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
            if (line.IsEmpty) continue;
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
            if (kinds.Length > 1) _beside[kinds[0]] = kinds[1..];
            return kinds[0];
        }
        int equals = line.IndexOf(" = ");
        if (equals > 0)
        {
            var words = new List<ushort>();
            foreach (Range range in line[(equals + 3)..].Split('|')) AddWords(line[(equals + 3)..][range].Trim(), words);
            _sets[line[..equals].Trim().ToString()] = [.. words];
            return kind;
        }
        string under = kind ?? throw new FormatException("a phrase before the first [kind]");
        foreach (PhraseElement[] elements in Expand(line)) Add(new PhrasePattern(under, elements, _beside.GetValueOrDefault(under)));
        return kind;
    }

    private void Add(PhrasePattern pattern)
    {
        ushort[] first = pattern.Elements[0].Words ?? throw new FormatException("a phrase begins with words");
        if (pattern.Elements[0].IsOptional) throw new FormatException("the first word of a phrase may not be missing");
        foreach (ushort word in first)
        {
            while (_byFirstWord.Count <= word) _byFirstWord.Add(null);
            (_byFirstWord[word] ??= []).Add(pattern);
        }
    }

    /// <summary>One pattern a line, or several where an alternative has more than one word.</summary>
    private List<PhraseElement[]> Expand(ReadOnlySpan<char> line)
    {
        List<PhraseElement[]> patterns = [[]];
        foreach (Range range in line.Split("  "))
        {
            ReadOnlySpan<char> group = line[range].Trim();
            if (group.IsEmpty) continue;
            PhraseElement[][] choices = Choices(group);
            int count = patterns.Count;
            for (int i = 0; i < count; i++)
            {
                for (int choice = 1; choice < choices.Length; choice++) patterns.Add([.. patterns[i], .. choices[choice]]);
                patterns[i] = [.. patterns[i], .. choices[0]];
            }
        }
        return patterns;
    }

    /// <summary>The sequences that a group of a line stands for; lists repeat their groups, each is read once.</summary>
    private PhraseElement[][] Choices(ReadOnlySpan<char> group)
    {
        var known = _groups.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(group, out PhraseElement[][]? choices)) return choices;
        var sequences = new List<PhraseElement[]>();
        var words = new List<ushort>();
        if (!group.Contains('|')) sequences.Add(Sequence(group));
        else
        {
            foreach (Range range in group.Split('|'))
            {
                ReadOnlySpan<char> choice = group[range].Trim();
                if (choice.Contains(' ') || ClassOf(choice) is not null) sequences.Add(Sequence(choice));
                else AddWords(choice, words);
            }
        }
        if (words.Count > 0) sequences.Insert(0, [WordsOf(words, isOptional: false)]);
        return known[group] = [.. sequences];
    }

    private PhraseElement[] Sequence(ReadOnlySpan<char> words)
    {
        var elements = new List<PhraseElement>();
        foreach (Range range in words.Split(' '))
        {
            if (!words[range].IsEmpty) elements.Add(Element(words[range]));
        }
        return [.. elements];
    }

    private PhraseElement Element(ReadOnlySpan<char> part)
    {
        if (part.StartsWith("..", StringComparison.Ordinal)) return new(null, WordClass.Any, 0, int.Parse(part[2..], System.Globalization.CultureInfo.InvariantCulture));
        bool isOptional = part.Length > 1 && part[^1] == '?';
        if (isOptional) part = part[..^1];
        if (ClassOf(part) is { } known) return new(null, known, isOptional ? 0 : 1, 1);
        var words = new List<ushort>();
        AddWords(part, words);
        return WordsOf(words, isOptional);
    }

    private static WordClass? ClassOf(ReadOnlySpan<char> part) => part switch { "<Cap>" => WordClass.Capital, "<Num>" => WordClass.Number, "<Any>" => WordClass.Any, _ => null };

    private static PhraseElement WordsOf(List<ushort> words, bool isOptional)
    {
        words.Sort();
        return new([.. words], WordClass.Any, isOptional ? 0 : 1, 1);
    }

    /// <summary>Adds a word, or the words of a set.</summary>
    private void AddWords(ReadOnlySpan<char> word, List<ushort> words)
    {
        if (word.IsEmpty) throw new FormatException("an empty alternative");
        if (word[0] != '<') words.Add(Lexicon.Add(word));
        else if (_sets.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word.Trim("<>"), out ushort[]? set)) words.AddRange(set);
        else throw new FormatException($"no set is called {word}");
    }

    /// <summary>Finds all phrases in a sentence, none within another of its kind.</summary>
    /// <param name="words">The words of one sentence.</param>
    /// <param name="found">Gets pattern, index of the first word and index after the last; must be empty.</param>
    internal void Find(ReadOnlySpan<Word> words, List<(PhrasePattern Pattern, int First, int End)> found)
    {
        for (int i = 0; i < words.Length; i++)
        {
            ushort id = words[i].Id;
            if (id == Lexicon.Unknown || id >= _byFirstWord.Count || _byFirstWord[id] is not { } patterns) continue;
            int start = found.Count;
            ulong next = i + 1 < words.Length ? PhraseElement.BitOf(words[i + 1]) : ulong.MaxValue;
            foreach (PhrasePattern pattern in patterns)
            {
                int end = (pattern.NextBits & next) == 0 ? -1 : pattern.Match(words, i);
                if (end > 0) Keep(found, start, (pattern, i, end));
            }
        }
        for (int i = found.Count - 1; i >= 0; i--)
        {
            if (found[i].Pattern.Beside is { } beside && !HasAny(found, beside)) found.RemoveAt(i);
        }
    }

    private static bool HasAny(List<(PhrasePattern Pattern, int First, int End)> found, string[] kinds)
    {
        foreach ((PhrasePattern pattern, _, _) in found)
        {
            if (Array.IndexOf(kinds, pattern.Kind) >= 0) return true;
        }
        return false;
    }

    /// <summary>Of phrases of one kind that begin at one word the longest is kept; what lies within another says nothing more.</summary>
    private static void Keep(List<(PhrasePattern Pattern, int First, int End)> found, int start, (PhrasePattern Pattern, int First, int End) next)
    {
        for (int i = 0; i < found.Count; i++)
        {
            if (found[i].Pattern.Kind != next.Pattern.Kind || (i < start && found[i].End < next.End)) continue;
            if (next.End > found[i].End) found[i] = next;
            return;
        }
        found.Add(next);
    }
}
