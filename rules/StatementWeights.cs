using System.Collections;
using System.Diagnostics.CodeAnalysis;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules;

/// <summary>How much the words of a sentence weigh of what it tells, read when it is first needed.</summary>
internal static class StatementWeights
{
    private static readonly Dictionary<string, string> s_hypotheses = new(StringComparer.Ordinal)
    {
        ["work"] = "this sentence tells of a work of the authors’ own",
        ["material"] = "what this sentence links is the authors’ own",
        ["person"] = "this sentence tells who the authors are",
        ["thanks"] = "this sentence thanks, or says who paid or helped",
        ["review"] = "this sentence judges a paper or its authors",
    };

    private static readonly Dictionary<string, Lazy<WeightTable>> s_tables = s_hypotheses.Keys.ToDictionary(
        kind => kind,
        kind => new Lazy<WeightTable>(() => Make(kind)),
        StringComparer.Ordinal
    );

    /// <summary>What the extractor weighs sentences by.</summary>
    public static Lazy<StatementTable> Table { get; } =
        new(() =>
        {
            using Stream stream = Resource.Open("statements.bin");
            return StatementTable.Read(stream);
        });

    /// <summary>The table of a kind, for its rule.</summary>
    public static WeightTable Of(string kind) => s_tables[kind].Value;

    private static WeightTable Make(string kind)
    {
        StatementTable table = Table.Value;
        int column = table.Kinds.ToList().IndexOf(kind);
        return new(
            s_hypotheses[kind],
            table.PriorOf(column),
            table.NoteOf(column),
            table.WarningOf(column),
            new ClueWeights(table, column)
        );
    }

    /// <summary>The clues that bear on a kind; a report names few of them, and each is made when it does.</summary>
    private sealed class ClueWeights(StatementTable table, int kind) : IReadOnlyDictionary<string, ClueWeight>
    {
        public IEnumerable<string> Keys => this.Select(pair => pair.Key);

        public IEnumerable<ClueWeight> Values => this.Select(pair => pair.Value);

        public int Count => Indexes.Count();

        public ClueWeight this[string key] => TryGetValue(key, out ClueWeight? value) ? value : throw new KeyNotFoundException(key);

        public bool ContainsKey(string key) => TryGetValue(key, out _);

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out ClueWeight value)
        {
            int clue = table.IndexOf(key);
            value = clue >= 0 && table.WeightsOf(clue)[kind] != 0 ? At(clue) : null;
            return value is not null;
        }

        public IEnumerator<KeyValuePair<string, ClueWeight>> GetEnumerator() =>
            Indexes.Select(clue => KeyValuePair.Create(table.NameOf(clue), At(clue))).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        private IEnumerable<int> Indexes => Enumerable.Range(0, table.Count).Where(clue => table.WeightsOf(clue)[kind] != 0);

        private ClueWeight At(int clue) =>
            new(table.NameOf(clue), table.WeightsOf(clue)[kind], table.SupportOf(clue), "invented sentences", WordsOf(table.NameOf(clue)));

        /// <summary>A clue in plain words.</summary>
        private static string WordsOf(string clue) =>
            clue switch
            {
                "(first person)" => "it speaks in the first person",
                "(no first person)" => "nobody speaks in the first person",
                "(short)" => "it is short",
                "(long)" => "it is long",
                "<link>" => "it holds a link",
                "<citation>" => "it holds a citation",
                "<name>" => "it holds a name",
                "<year>" => "it holds a year",
                "<number>" => "it holds a number",
                _ => $"“{clue.Replace('<', '‹').Replace('>', '›')}”",
            };
    }
}
