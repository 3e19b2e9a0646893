namespace PostLint.Facts;

/// <summary>
/// The lines of lists of phrases as arrays that are written and read without a look at each line; a line is made of them when a text first
/// has a word that it begins with. Safe to share between threads.
/// </summary>
internal sealed class PhraseTable
{
    private const char Separator = '+';

    private readonly string[][] _headings; // a kind, and behind it the kinds of which one must stand beside it
    private readonly LineRow[] _lines;
    private readonly int[] _groupsOfLines; // indexes of groups; lines share them
    private readonly int[] _choices; // of all groups, where the elements of each begin
    private readonly int[] _groups; // where the choices of each begin
    private readonly ElementRow[] _elements;
    private readonly ushort[] _words;
    private readonly int[] _firsts; // by word, where the lines that begin with it begin
    private readonly int[] _linesOfWords;
    private readonly PhraseLine?[] _made;
    private readonly PhraseElement[][]?[] _madeGroups;

    private readonly record struct LineRow(int Groups, int GroupCount, int Order, int Heading);

    private readonly record struct ElementRow(int Words, int WordCount, int ExceptCount, WordClass Class, int Least, int Most);

    /// <summary>Reads a table that was written.</summary>
    public PhraseTable(TableReader tables)
    {
        _headings = [.. tables.Texts().Select(heading => heading.Split(Separator))];
        _lines = tables.Numbers<LineRow>();
        _groupsOfLines = tables.Numbers<int>();
        _groups = tables.Numbers<int>();
        _choices = tables.Numbers<int>();
        _elements = tables.Numbers<ElementRow>();
        _words = tables.Numbers<ushort>();
        _firsts = tables.Numbers<int>();
        _linesOfWords = tables.Numbers<int>();
        Longest = tables.Numbers<int>()[0];
        (_made, _madeGroups) = (new PhraseLine?[_lines.Length], new PhraseElement[][]?[_groups.Length - 1]);
    }

    /// <summary>Words of the longest phrase.</summary>
    public int Longest { get; }

    /// <summary>One more than the highest number of a word that a phrase begins with.</summary>
    public int WordCount => _firsts.Length - 1;

    /// <summary>The table of some lines, for those who do not keep it.</summary>
    public static PhraseTable Of(IReadOnlyList<PhraseLine> lines)
    {
        var stream = new MemoryStream();
        Write(lines, new(stream));
        stream.Position = 0;
        return new(new TableReader(stream));
    }

    /// <summary>Writes the table of some lines.</summary>
    public static void Write(IReadOnlyList<PhraseLine> lines, TableWriter tables)
    {
        List<string> headings = [];
        List<LineRow> rows = [];
        List<int> groupsOfLines = [],
            groups = [0],
            choices = [0];
        List<ElementRow> elements = [];
        List<ushort> words = [];
        var known = new Dictionary<PhraseElement[][], int>(ReferenceEqualityComparer.Instance);
        var byFirstWord = new List<List<int>>();
        foreach (PhraseLine line in lines)
        {
            string heading = string.Join(Separator, [line.Kind, .. line.Beside ?? []]);
            if (!headings.Contains(heading))
                headings.Add(heading);
            rows.Add(new(groupsOfLines.Count, line.Groups.Length, line.Order, headings.IndexOf(heading)));
            foreach (PhraseElement[][] group in line.Groups)
            {
                if (!known.TryGetValue(group, out int index))
                {
                    known[group] = index = groups.Count - 1;
                    foreach (PhraseElement[] choice in group)
                    {
                        elements.AddRange(choice.Select(element => RowOf(element, words)));
                        choices.Add(elements.Count);
                    }
                    groups.Add(choices.Count - 1);
                }
                groupsOfLines.Add(index);
            }
            foreach (ushort word in line.Groups[0].SelectMany(choice => choice[0].Words!).Distinct())
            {
                while (byFirstWord.Count <= word)
                    byFirstWord.Add([]);
                byFirstWord[word].Add(rows.Count - 1);
            }
        }
        int[] firsts = new int[byFirstWord.Count + 1];
        for (int word = 0; word < byFirstWord.Count; word++)
            firsts[word + 1] = firsts[word] + byFirstWord[word].Count;
        tables.Texts(headings);
        tables.Numbers<LineRow>([.. rows]);
        tables.Numbers<int>([.. groupsOfLines]);
        tables.Numbers<int>([.. groups]);
        tables.Numbers<int>([.. choices]);
        tables.Numbers<ElementRow>([.. elements]);
        tables.Numbers<ushort>([.. words]);
        tables.Numbers<int>(firsts);
        tables.Numbers<int>([.. byFirstWord.SelectMany(line => line)]);
        tables.Numbers<int>([lines.Select(line => line.Longest).DefaultIfEmpty().Max()]);
    }

    /// <summary>The indexes of the lines that begin with a word.</summary>
    public ReadOnlySpan<int> LinesOf(ushort word) => word < WordCount ? _linesOfWords.AsSpan(_firsts[word].._firsts[word + 1]) : [];

    /// <summary>A line.</summary>
    public PhraseLine LineAt(int index) => _made[index] ??= Made(_lines[index]);

    private static ElementRow RowOf(PhraseElement element, List<ushort> words)
    {
        int start = words.Count;
        words.AddRange(element.Words ?? []);
        words.AddRange(element.Except ?? []);
        return new(start, element.Words?.Length ?? 0, element.Except?.Length ?? 0, element.Class, element.Least, element.Most);
    }

    private PhraseLine Made(LineRow row)
    {
        string[] kinds = _headings[row.Heading];
        var groups = new PhraseElement[row.GroupCount][][];
        for (int i = 0; i < groups.Length; i++)
            groups[i] = GroupAt(_groupsOfLines[row.Groups + i]);
        return new(kinds[0], kinds.Length > 1 ? kinds[1..] : null, groups, row.Order);
    }

    private PhraseElement[][] GroupAt(int index)
    {
        if (_madeGroups[index] is { } made)
            return made;
        var choices = new PhraseElement[_groups[index + 1] - _groups[index]][];
        for (int i = 0; i < choices.Length; i++)
        {
            int first = _choices[_groups[index] + i];
            choices[i] = new PhraseElement[_choices[_groups[index] + i + 1] - first];
            for (int element = 0; element < choices[i].Length; element++)
                choices[i][element] = Made(_elements[first + element]);
        }
        return _madeGroups[index] = choices;
    }

    /// <summary>No element names no words: a list has none of it.</summary>
    private PhraseElement Made(ElementRow row)
    {
        ReadOnlySpan<ushort> words = _words.AsSpan(row.Words, row.WordCount),
            except = _words.AsSpan(row.Words + row.WordCount, row.ExceptCount);
        return new(words.IsEmpty ? null : words.ToArray(), row.Class, row.Least, row.Most, except.IsEmpty ? null : except.ToArray());
    }
}
