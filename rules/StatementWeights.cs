using System.Globalization;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules;

/// <summary>
/// How much the words of a sentence weigh of what it tells: the table weights-statements.txt, read when it is first needed.
/// </summary>
internal static class StatementWeights
{
    private const string List = "weights-statements.txt";

    private static readonly Dictionary<string, string> s_hypotheses = new(StringComparer.Ordinal)
    {
        ["work"] = "this sentence tells of a work of the authors’ own",
        ["material"] = "what this sentence links is the authors’ own",
        ["person"] = "this sentence tells who the authors are",
        ["thanks"] = "this sentence thanks, or says who paid or helped",
        ["review"] = "this sentence judges a paper or its authors",
    };

    private static readonly Lazy<Table> s_table = new(() => new(Resource.Read(List)));
    private static readonly Dictionary<string, Lazy<WeightTable>> s_tables = s_hypotheses.Keys.ToDictionary(
        kind => kind,
        kind => new Lazy<WeightTable>(() => s_table.Value.Of(kind)),
        StringComparer.Ordinal
    );

    /// <summary>What the extractor weighs sentences by.</summary>
    public static Lazy<IReadOnlyList<StatementTable>> Tables { get; } = new(() => s_table.Value.All());

    /// <summary>The table of a kind, for its rule.</summary>
    public static WeightTable Of(string kind) => s_tables[kind].Value;

    private sealed class Table
    {
        private readonly string[] _kinds;
        private readonly Dictionary<string, int[]> _settings = new(StringComparer.Ordinal);
        private readonly List<(string Clue, int[] Weights)> _rows = []; // the last weight is the support

        public Table(string list)
        {
            string[] kinds = [];
            foreach (ReadOnlySpan<char> line in list.AsSpan().EnumerateLines())
            {
                if (line.IsEmpty || line[0] == '#')
                    continue;
                if (line.IndexOf(" = ") is > 0 and var equals)
                {
                    string setting = line[..equals].ToString();
                    if (setting is "kind")
                        kinds = line[(equals + 3)..].ToString().Split(" | ");
                    else
                        _settings[setting] = Numbers(line[(equals + 3)..], kinds.Length);
                    continue;
                }
                int end = line.IndexOf(" | ");
                _rows.Add((line[..end].ToString(), Numbers(line[(end + 3)..], kinds.Length + 1)));
            }
            _kinds = kinds;
        }

        private static int[] Numbers(ReadOnlySpan<char> columns, int most)
        {
            var numbers = new int[most];
            int at = 0;
            foreach (Range range in columns.Split(" | "))
                numbers[at++] = int.Parse(columns[range], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            return numbers;
        }

        public IReadOnlyList<StatementTable> All() =>
            [.. _kinds.Select((kind, at) => new StatementTable(kind, Setting("prior", at), Setting("note", at), Clues(at)))];

        private List<(string, int)> Clues(int column) =>
            [.. _rows.Where(row => row.Weights[column] != 0).Select(row => (row.Clue, row.Weights[column]))];

        private int Setting(string name, int column) => _settings[name][column];

        public WeightTable Of(string kind)
        {
            int at = Array.IndexOf(_kinds, kind);
            return new(
                s_hypotheses[kind],
                Setting("prior", at),
                Setting("note", at),
                Setting("warning", at),
                _rows
                    .Where(row => row.Weights[at] != 0)
                    .Select(row => new ClueWeight(row.Clue, row.Weights[at], row.Weights[^1], "invented sentences", WordsOf(row.Clue)))
            );
        }

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
