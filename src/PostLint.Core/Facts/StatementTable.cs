using System.Globalization;

namespace PostLint.Facts;

/// <summary>
/// How much each clue of a sentence weighs of what the sentence tells, made when PostLint is built of a list like this one:
/// <code>
/// # what follows a number sign is a comment
/// kind = work | thanks                       what sentences tell, a column each
/// prior = -17 | -16                          quarter bits before any clue
/// note = 0 | -7                              the sum from which a sentence is worth a fact
/// warning = 16 | 0
/// dissertation | 3 | -1 | 24                 a clue as <see cref="SentenceClues"/> writes it, its quarter bits, and in how many
/// sentences it was seen
/// </code>
/// Immutable and safe to share between threads.
/// </summary>
public sealed class StatementTable
{
    private readonly short[] _priors,
        _notes,
        _warnings,
        _weights, // of each clue, side by side
        _supports;
    private readonly ulong[] _keys; // of the clues
    private readonly ushort[] _slots; // one more than their indexes, by key, linear probing; at most half full
    private readonly string?[] _names; // made when first asked

    private StatementTable(TableReader tables)
    {
        Kinds = tables.Texts();
        (_priors, _notes, _warnings) = (tables.Numbers<short>(), tables.Numbers<short>(), tables.Numbers<short>());
        Clues = new(tables);
        (_keys, _slots) = (tables.Numbers<ulong>(), tables.Numbers<ushort>());
        (_weights, _supports) = (tables.Numbers<short>(), tables.Numbers<short>());
        _names = new string?[_keys.Length];
    }

    /// <summary>What sentences tell, in kebab-case.</summary>
    public IReadOnlyList<string> Kinds { get; }

    /// <summary>How many clues there are.</summary>
    public int Count => _keys.Length;

    /// <summary>The words of the clues.</summary>
    internal SentenceClues Clues { get; }

    /// <summary>Reads a table that was written.</summary>
    public static StatementTable Read(Stream stream) => new(new TableReader(stream));

    /// <summary>Writes the table of a list.</summary>
    /// <param name="list">Its text.</param>
    /// <param name="stream">Where it goes.</param>
    /// <exception cref="FormatException">A line cannot be read.</exception>
    internal static void Write(string list, Stream stream)
    {
        string[] kinds = [];
        var settings = new Dictionary<string, short[]>(StringComparer.Ordinal);
        var rows = new List<(string Clue, short[] Weights)>(); // the last weight is the support
        foreach (string line in list.Split('\n'))
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line.IndexOf(" = ", StringComparison.Ordinal) is > 0 and var equals)
            {
                string[] columns = line[(equals + 3)..].Split(" | ");
                if (line[..equals] is "kind")
                    kinds = columns;
                else
                    settings[line[..equals]] = Numbers(columns, kinds.Length, line);
                continue;
            }
            string[] parts = line.Split(" | ");
            rows.Add((parts[0], Numbers(parts[1..], kinds.Length + 1, line)));
        }
        var clues = new SentenceClues();
        // By columns, so that words have the numbers of the first kind that they bear on.
        (string Clue, short[] Weights)[] used =
        [
            .. Enumerable.Range(0, kinds.Length).SelectMany(kind => rows.Where(row => row.Weights[kind] != 0)).DistinctBy(row => row.Clue),
        ];
        ulong[] keys = [.. used.Select(row => clues.KeyOf(row.Clue))];
        for (int i = 0; i < keys.Length; i++)
        {
            if (clues.NameOf(keys[i]) != used[i].Clue)
                throw new FormatException($"“{used[i].Clue}” is read as “{clues.NameOf(keys[i])}”");
        }
        var tables = new TableWriter(stream);
        tables.Texts(kinds);
        tables.Numbers<short>(settings["prior"]);
        tables.Numbers<short>(settings["note"]);
        tables.Numbers<short>(settings["warning"]);
        clues.Write(tables);
        tables.Numbers<ulong>(keys);
        tables.Numbers<ushort>(SlotsOf(keys));
        tables.Numbers<short>([.. used.SelectMany(row => row.Weights[..kinds.Length])]);
        tables.Numbers<short>([.. used.Select(row => row.Weights[^1])]);
    }

    /// <summary>The sum of a kind before any clue, in quarter bits.</summary>
    /// <param name="kind">Its index.</param>
    public int PriorOf(int kind) => _priors[kind];

    /// <summary>The sum from which a sentence is worth a fact of a kind, and a note, in quarter bits.</summary>
    /// <param name="kind">Its index.</param>
    public int NoteOf(int kind) => _notes[kind];

    /// <summary>The sum from which a sentence is worth a warning.</summary>
    /// <param name="kind">The index of what it tells.</param>
    public int WarningOf(int kind) => _warnings[kind];

    /// <summary>In how many sentences a clue was seen.</summary>
    /// <param name="clue">Its index.</param>
    public int SupportOf(int clue) => _supports[clue];

    /// <summary>What a clue weighs, in quarter bits, for each kind.</summary>
    /// <param name="clue">Its index.</param>
    public ReadOnlySpan<short> WeightsOf(int clue) => _weights.AsSpan(clue * Kinds.Count, Kinds.Count);

    /// <summary>The clue as the list writes it.</summary>
    /// <param name="clue">Its index.</param>
    public string NameOf(int clue) => _names[clue] ??= Clues.NameOf(_keys[clue]);

    /// <summary>The index of a clue; -1 where there is none.</summary>
    /// <param name="clue">The clue as the list writes it.</param>
    public int IndexOf(string clue) => Clues.FindKey(clue) is { } key ? IndexOf(key) : -1;

    /// <summary>The index of a clue; -1 where there is none.</summary>
    internal int IndexOf(ulong key)
    {
        int mask = _slots.Length - 1;
        for (int slot = SlotOf(key) & mask; _slots[slot] is not 0 and var next; slot = (slot + 1) & mask)
        {
            if (_keys[next - 1] == key)
                return next - 1;
        }
        return -1;
    }

    private static short[] Numbers(string[] columns, int count, string line) =>
        columns.Length == count
            ? [.. columns.Select(column => short.Parse(column, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))]
            : throw new FormatException($"“{line}” has {columns.Length} numbers instead of {count}");

    private static ushort[] SlotsOf(ulong[] keys)
    {
        int length = 16;
        while (length < keys.Length * 2)
            length *= 2;
        var slots = new ushort[length];
        for (int i = 0; i < keys.Length; i++)
        {
            int slot = SlotOf(keys[i]) & (length - 1);
            while (slots[slot] != 0)
                slot = (slot + 1) & (length - 1);
            slots[slot] = checked((ushort)(i + 1));
        }
        return slots;
    }

    /// <summary>The upper bits of a product with the golden ratio, which spreads keys evenly.</summary>
    private static int SlotOf(ulong key) => (int)((key * 0x9E37_79B9_7F4A_7C15) >> 33);
}
