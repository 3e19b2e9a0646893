using System.Text.Json;
using PostLint.Facts;
using PostLint.Fit.Statements;

namespace PostLint.Fit;

/// <summary>A finding that clues were weighed for, and what a chair decided about its submission.</summary>
/// <param name="Rule">The rule, such as <c>identity/likely-own-account</c>.</param>
/// <param name="Clues">Its clues, as tables of weights write them.</param>
/// <param name="IsRight">Whether the chair acted on the submission: asked its authors, or rejected it.</param>
internal sealed record Learned(string Rule, IReadOnlyList<string> Clues, bool IsRight)
{
    private const string AccountRule = "identity/likely-own-account";

    /// <summary>What a sentence tells by the rule that weighs it.</summary>
    private static readonly Dictionary<string, string> s_kinds = new(StringComparer.Ordinal)
    {
        ["identity/likely-own-work"] = "work",
        ["identity/likely-own-material"] = "material",
        ["identity/likely-about-authors"] = "person",
        ["acknowledgment/likely-thanks"] = "thanks",
        ["scope/likely-review"] = "review",
    };

    /// <summary>Reads what <c>postlint decide --learn</c> wrote; findings that nothing was weighed for teach nothing.</summary>
    /// <param name="path">The file: a JSON object a line.</param>
    /// <exception cref="FormatException">A line is no such object; the message names file and line.</exception>
    public static IReadOnlyList<Learned> Read(string path) =>
        [
            .. File.ReadLines(path)
                .Index()
                .Where(line => line.Item.Length > 0)
                .Select(line => Row(line.Item, $"{path}:{line.Index + 1}"))
                .Where(row => row.Clues.Count > 0),
        ];

    /// <summary>Accounts, as further cases to fit on; they are told ones only, so that they have a prior of their own.</summary>
    public static IEnumerable<Case> Cases(IEnumerable<Learned> rows) =>
        rows.Where(row => row.Rule == AccountRule)
            .Select(
                (row, i) =>
                    new Case(
                        Domain.Decided,
                        "chairs",
                        $"{i}",
                        "",
                        row.IsRight,
                        [
                            [.. row.Clues],
                        ],
                        []
                    )
            );

    /// <summary>Sentences, as further ones to fit on.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="words">The words that clues are made of.</param>
    public static IEnumerable<Told> Sentences(IEnumerable<Learned> rows, SentenceClues words) =>
        rows.Where(row => s_kinds.ContainsKey(row.Rule))
            .Select(row => new Told(
                row.IsRight ? s_kinds[row.Rule] : "none",
                "chairs",
                row.Rule is "identity/likely-own-material",
                [.. row.Clues.Select(words.KeyOf).Distinct()]
            ));

    private static Learned Row(string line, string place)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement row = json.RootElement;
            return new(
                row.GetProperty("rule").GetString()!,
                [.. row.GetProperty("clues").EnumerateArray().Select(clue => clue.GetString()!)],
                row.GetProperty("verdict").GetString() switch
                {
                    "ask" or "reject" => true,
                    "keep" => false,
                    var other => throw new FormatException($"{place}: the verdict {other} is none of ask, reject and keep"),
                }
            );
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"{place}: it is no row of rule, clues and verdict, as postlint decide --learn writes them");
        }
    }
}
