using System.Globalization;
using System.Text;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Rules;

namespace PostLint.Fit;

/// <summary>Prints what was measured.</summary>
internal sealed class Report(Study study)
{
    /// <summary>Ten fixed bins of probability; narrow where most accounts are.</summary>
    private static readonly double[] s_bins = [0, 0.01, 0.02, 0.04, 0.07, 0.1, 0.15, 0.25, 0.5, 0.75, 1];

    public string Text()
    {
        var text = new StringBuilder();
        Blogs(text);
        Calibration(text);
        Pooled(text);
        return text.ToString();
    }

    private void Blogs(StringBuilder text)
    {
        (bool IsOwn, double Clues, Severity? Told)[] accounts = [.. study.BlogAccounts()];
        int own = accounts.Count(one => one.IsOwn),
            others = accounts.Length - own;
        text.Append(CultureInfo.InvariantCulture, $"Accounts of blog posts, authors left out: {own} own, {others} others'\n\n");
        text.Append("| told by | own told | others told | right |\n|---|---|---|---|\n");
        void Row(string name, Func<(bool IsOwn, double Clues, Severity? Told), bool> isTold)
        {
            int hits = accounts.Count(one => one.IsOwn && isTold(one)),
                wrong = accounts.Count(one => !one.IsOwn && isTold(one));
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {name} | {hits / (double)own:.000} | {wrong / (double)others:.0000} | {hits / Math.Max(1.0, hits + wrong):.000} |\n"
            );
        }
        Row("the clues, note or more", one => one.Clues >= study.Limits.Note);
        Row("the clues, warning", one => one.Clues >= study.Limits.Warning);
        Row("explicit rules, note or more", one => one.Told is not null);
        Row("explicit rules, warning or more", one => one.Told >= Severity.Warning);
        Row("all rules, note or more", one => one.Told is not null || one.Clues >= study.Limits.Note);
        Row("all rules, warning or more", one => one.Told >= Severity.Warning || one.Clues >= study.Limits.Warning);
        text.Append('\n');
    }

    private void Calibration(StringBuilder text)
    {
        IReadOnlyList<Prediction> all = study.LeftOutSubmissions;
        double rate = all.Average(one => one.Case.IsOwn ? 1.0 : 0);
        double brier = all.Average(one => Math.Pow(one.Chance - (one.Case.IsOwn ? 1 : 0), 2));
        text.Append(
            CultureInfo.InvariantCulture,
            $"Accounts of submissions, edition left out: {all.Count}, {all.Count(one => one.Case.IsOwn)} the authors'; Brier "
                + $"score {brier:.0000}, of the base rate {rate * (1 - rate):.0000}\n\n"
        );
        text.Append("| chance | accounts | predicted | seen |\n|---|---|---|---|\n");
        for (int bin = 0; bin < 10; bin++)
        {
            Prediction[] within = [.. all.Where(one => one.Chance >= s_bins[bin] && (one.Chance < s_bins[bin + 1] || bin == 9))];
            string figures =
                within.Length == 0
                    ? "– | –"
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"{within.Average(one => one.Chance):.000} | {within.Average(one => one.Case.IsOwn ? 1.0 : 0):.000}"
                    );
            text.Append(CultureInfo.InvariantCulture, $"| {s_bins[bin]:0.00}–{s_bins[bin + 1]:0.00} | {within.Length} | {figures} |\n");
        }
        text.Append('\n');
    }

    /// <summary>Causes and results over all submissions, each judged with weights that its edition did not bear on.</summary>
    private void Pooled(StringBuilder text)
    {
        Dictionary<string, Result[]> weighed = study
            .LeftOutSubmissions.Where(one => one.Clues + one.Prior >= study.Limits.Warning + one.Prior)
            .GroupBy(one => one.Case.Post)
            .ToDictionary(group => group.Key, group => group.Select(one => ResultOf(one.Case)).ToArray());
        text.Append("| identity, pooled over the editions left out | causes | results right |\n|---|---|---|\n");
        Row(text, "weighed rules alone", judged => weighed.GetValueOrDefault(judged.Id, []));
        Row(text, "explicit rules alone", judged => judged.Results);
        Row(text, "all rules", judged => [.. judged.Results, .. weighed.GetValueOrDefault(judged.Id, [])]);
    }

    private static Result ResultOf(Case one) =>
        new(
            "identity/likely-own-account",
            Severity.Warning,
            Corpus.Counted([.. one.Places.Select(place => new Spot(place.File[(one.Post.Length + 1)..], place.Line, place.Line))])
        );

    private void Row(StringBuilder text, string name, Func<Judged, IReadOnlyList<Result>> resultsOf)
    {
        int causes = 0,
            found = 0,
            results = 0,
            right = 0;
        foreach (Judged judged in study.Judged)
        {
            Result[] loud = [.. resultsOf(judged).Where(result => result.Severity > Severity.Note)];
            results += loud.Length;
            right += loud.Count(result => judged.Labels.Any(label => result.Places.Any(label.IsAt)));
            foreach (
                IGrouping<string, Label> cause in judged
                    .Labels.Where(label => label is { Certainty: "definite", NeedsRoster: false })
                    .Select((label, n) => (Label: label, Cause: Corpus.AccountOf(label) ?? $"#{n}"))
                    .GroupBy(one => one.Cause, one => one.Label)
            )
            {
                causes++;
                if (cause.Any(label => loud.Any(result => result.Places.Any(label.IsAt))))
                    found++;
            }
        }
        text.Append(
            CultureInfo.InvariantCulture,
            $"| {name} | {found}/{causes} = {found / (double)causes:.000} | {right}/{results} = {right / Math.Max(1.0, results):.000} |\n"
        );
    }
}
