using System.Globalization;
using System.Text;

namespace PostLint.Fit.Statements;

/// <summary>Writes the tables of statements, and what they are worth.</summary>
internal static class StatementPages
{
    /// <summary>The table as rules read it.</summary>
    public static string Table(StatementStudy study)
    {
        StatementWeights[] kinds = [.. study.Kinds.Select(kind => kind.Weights)];
        string Row(string name, Func<StatementWeights, int> value) => $"{name} = {string.Join(" | ", kinds.Select(value))}\n";
        var text = new StringBuilder(
            """
            # How much each clue of a sentence weighs of what the sentence tells, in quarter bits, a column a kind; the last column: in how
            # many invented sentences it was seen. Written by tests/PostLint.Fit; not to be changed by hand.

            """
        );
        text.Append(CultureInfo.InvariantCulture, $"kind = {string.Join(" | ", kinds.Select(kind => kind.Kind))}\n")
            .Append(Row("prior", kind => kind.Prior))
            .Append(Row("note", kind => kind.Note))
            .Append(Row("warning", kind => kind.Warning));
        Dictionary<ulong, int> support = study
            .Data.Invented.SelectMany(one => one.Clues)
            .CountBy(clue => clue)
            .ToDictionary(pair => pair.Key, pair => pair.Value);
        IEnumerable<string> rows =
            from key in kinds.SelectMany(kind => kind.Weights.Keys).Distinct()
            let columns = string.Join(" | ", kinds.Select(kind => kind.Weights.GetValueOrDefault(key)))
            select $"{study.Data.Words.NameOf(key)} | {columns} | {support.GetValueOrDefault(key)}\n";
        foreach (string row in rows.Order(StringComparer.Ordinal))
            text.Append(row);
        return text.ToString();
    }

    /// <summary>The page for chairs.</summary>
    public static string Page(StatementStudy study) =>
        $"""
            # How sentences are weighed

            Authors tell of themselves in more ways than any list of phrases holds: “the people I shared a desk with in graduate school”,
            “without the patience of two friends who read every draft”. Beside the rules that look for what is said outright,
            five rules weigh whole sentences: `identity/likely-own-work`, `identity/likely-own-material`, `identity/likely-about-authors`,
            `acknowledgment/likely-thanks` and `scope/likely-review`.

            Each word, each pair of neighbours and each word near “we”, “our” or “us” has a weight in quarter bits, a column for each rule
            (`rules/Identity/Data/weights-statements.txt`); names weigh nothing. A sentence’s weights are summed; from a first threshold on
            there is a note, from a second on a warning, never an error. Where another rule of the family tells something of the same
            sentence, these are silent: it says it better. `--why` shows the heaviest words each way, the sum and the chance it stands for.

            The weights are fitted by `tests/PostLint.Fit` (logistic regression) on invented sentences of several writers,
            which lie beside the program, against sentences of submissions that were read whole and of books that tell nothing of their
            authors; of those only numbers are kept. Nothing that submissions tell was fitted on: it is kept for judging.

            ## What was measured

            Thresholds come from sentences of submissions whose edition was left out of the fit. The invented sentences to judge by
            are of writers that the fit has not seen. Notes are told before the dot, warnings behind it; of `material`,
            only sentences that link an account count, since the rule asks for one.

            {Report(study)}
            Submissions were labelled by lines: most sentences on a labelled line tell nothing by themselves, and other rules find what they
            stand beside. So their column is no recall of leaks.

            """;

    /// <summary>What the tables are worth on sentences that they were not fitted on.</summary>
    public static string Report(StatementStudy study)
    {
        var text = new StringBuilder(
            "| a sentence tells of | clues | told of invented ones of other writers, note or more · warning | told of "
                + "submissions’, edition left out"
                + " | told of 1,000 that tell nothing | of invented traps |\n|---|---|---|---|---|---|\n"
        );
        foreach ((StatementWeights weights, IReadOnlyList<(Told Told, int Sum)> leftOut) in study.Kinds)
        {
            bool Counts(Told one) => one.HasAccount || weights.Kind is not "material";
            Told[] own = [.. study.Data.Unseen.Where(one => one.Kind == weights.Kind && Counts(one))],
                traps = [.. study.Data.Unseen.Where(one => one.Kind is "none" && Counts(one))];
            int[] real = [.. leftOut.Where(one => one.Told.Kind == weights.Kind && Counts(one.Told)).Select(one => one.Sum)],
                others = [.. leftOut.Where(one => one.Told.Kind is "none" && Counts(one.Told)).Select(one => one.Sum)];
            string Both(IReadOnlyCollection<int> sums, int per, string format) =>
                $"{Share(sums, weights.Note, per, format)} · {Share(sums, weights.Warning, per, format)}";
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {weights.Kind} | {weights.Weights.Count} | {Both([.. own.Select(weights.SumOf)], 1, ".000")} of {own.Length} | "
                    + $"{Both(real, 1, ".000")} of {real.Length} | {Both(others, 1000, "0.00")} | "
                    + $"{Both([.. traps.Select(weights.SumOf)], 1, ".000")} of {traps.Length} |\n"
            );
        }
        return text.ToString();
    }

    private static string Share(IReadOnlyCollection<int> sums, int least, int per, string format) =>
        sums.Count == 0 ? "–" : (sums.Count(sum => sum >= least) * (double)per / sums.Count).ToString(format, CultureInfo.InvariantCulture);
}
