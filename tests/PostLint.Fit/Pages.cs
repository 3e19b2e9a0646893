using System.Globalization;
using System.Text;

namespace PostLint.Fit;

/// <summary>Writes the table of weights and the page that explains it.</summary>
internal sealed class Pages(Study study)
{
    private IEnumerable<(string Clue, int QuarterBits)> Weights =>
        study
            .Whole.Clues.Select(clue => (clue, (int)Math.Round(study.Whole.BitsOf(clue) * 4)))
            .Where(weight => weight.Item2 != 0)
            .OrderByDescending(weight => weight.Item2)
            .ThenBy(weight => weight.clue, StringComparer.Ordinal);

    private int Prior => (int)Math.Round(study.Whole.PriorOf(Domain.Submission) * 4);

    /// <summary>The table as rules read it.</summary>
    public string Table()
    {
        var text = new StringBuilder(
            """
            # How much each clue weighs of whose an account is, in quarter bits. Written by tests/PostLint.Fit; not to be changed by hand.
            # support: accounts in which the clue was seen, of links of public blogs and of submissions that were read whole.
            hypothesis = this account is the authors’

            """
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"prior = {Prior}\nnote = {Sum(study.Limits.Note)}\nwarning = {Sum(study.Limits.Warning)}\nerror = none\n\n"
        );
        foreach ((string clue, int weight) in Weights)
            text.Append(
                CultureInfo.InvariantCulture,
                $"{clue} | {weight} | {study.Support.GetValueOrDefault(clue)} | {Study.SourceOf(clue)} | {ClueWords.Of(clue)}\n"
            );
        return text.ToString();
    }

    /// <summary>The page for chairs.</summary>
    public string Page()
    {
        var text = new StringBuilder(
            """
            # How evidence is weighed

            Most findings rest on something that is said outright: “our code is at …” beside a link. Such a claim decides by itself.
            Often nothing is said outright, and a reader still knows: “a notebook is available here”, “I wrote a small library”.
            There each such thing is a **clue**, none of which decides. PostLint adds them up, as one adds up evidence:

            * Every clue has a **weight** in bits. One bit for doubles the odds that the account is the authors’;
              one bit against halves them.
            * The sum begins below zero, with the **prior**: of the accounts that a submission links, few are the authors’.
            * Each place where an account is mentioned is summed apart; the place that tells most counts,
              and what holds of the account as a whole is added to it.
              What is said in one place is never put together with what is said in another.
            * The sum decides: below the first threshold nothing is said, from it on there is a **note**, from the second on a **warning**.
              Weighed clues never make an error: what was measured does not allow it.

            `postlint check --why` shows the five heaviest clues each way, the sum and the chance that it stands for;
            the JSON report has them under `weight`, and SARIF has the chance as `rank`.

            ## What was measured

            The weights are fitted by a program, `tests/PostLint.Fit`, on links of public blogs whose owner is known
            and on submissions that were read whole.
            It sees them through PostLint’s own extractors, with invented accounts in place of real ones, and keeps numbers only.
            Every figure below is of authors or editions that were **left out** when the weights were fitted;
            thresholds come from blogs alone.


            """
        );
        text.Append(new Report(study).Text());
        text.Append(
            """

            Read the second table so: where PostLint said that the chance was so high on the average (“predicted”),
            so many of the accounts were the authors’ in truth (“seen”).
            The Brier score is the mean square of the difference, the lower the better;
            the base rate’s is that of a forecast that says the same chance of every account.
            There are few accounts of authors among them: a difference of one account moves a line by a good deal.

            ## The weights

            """
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"Before any clue the sum is {Bits(Prior)}; a note takes {Bits(Sum(study.Limits.Note))}, a warning "
                + $"{Bits(Sum(study.Limits.Warning))}. Clues that are not listed weigh nothing.\n\n"
        );
        text.Append("| bits | clue | accounts it was seen in |\n|---|---|---|\n");
        foreach ((string clue, int weight) in Weights)
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {Bits(weight)} | {ClueWords.Of(clue)} | {study.Support.GetValueOrDefault(clue)} |\n"
            );
        return text.ToString();
    }

    private int Sum(double clues) => (int)Math.Round(clues * 4) + Prior;

    private static string Bits(int quarterBits) => (quarterBits / 4.0).ToString("+0.00;−0.00;0", CultureInfo.InvariantCulture);
}
