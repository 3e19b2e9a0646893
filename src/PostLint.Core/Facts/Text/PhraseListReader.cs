namespace PostLint.Facts;

/// <summary>
/// Reads phrases by kind from lists like this one:
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
/// </summary>
/// <param name="lexicon">Gets the words of all phrases.</param>
internal sealed class PhraseListReader(Lexicon lexicon)
{
    private const string CapitalExcept = "<Cap-";

    private readonly Dictionary<string, ushort[]> _sets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PhraseElement[][]> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _beside = new(StringComparer.Ordinal);
    private readonly List<PhraseLine> _lines = [];
    private readonly List<PhraseElement[][]> _groupsOfLine = []; // these three are scratch paper for reading
    private readonly List<ushort> _words = [],
        _alternatives = [];
    private int _count; // of phrases

    /// <summary>The lines of all lists so far.</summary>
    public IReadOnlyList<PhraseLine> Lines => _lines;

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
        foreach (PhraseElement[] choice in line.Groups[0])
        {
            if (choice[0].Words is null)
                throw new FormatException("a phrase begins with words");
            if (choice[0].IsOptional)
                throw new FormatException("the first word of a phrase may not be missing");
        }
        _lines.Add(line);
        _count += line.Count;
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
            words.Add(lexicon.Add(word));
        else if (_sets.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word.Trim("<>"), out ushort[]? set))
            words.AddRange(set);
        else
            throw new FormatException($"no set is called {word}");
    }
}
