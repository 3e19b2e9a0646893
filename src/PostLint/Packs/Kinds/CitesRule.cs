using System.Globalization;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Rules;

namespace PostLint.Packs.Kinds;

/// <summary>Too few works of a venue or of some years in the bibliography.</summary>
internal sealed class CitesRule(RuleDescriptor info, RuleValues values) : DataRule(info, values)
{
    public static RuleKind Kind { get; } =
        new(
            "cites",
            "A bibliography with too few works of a venue or of some years",
            [
                new("venue", PackValue.Regex, "A regular expression that the venue of a work, as its entry writes it, has to match"),
                new("from", PackValue.Number, "The first year that counts")
                {
                    Min = 1000,
                    Max = 9999,
                    IsWhole = true,
                },
                new("to", PackValue.Number, "The last year that counts")
                {
                    Min = 1000,
                    Max = 9999,
                    IsWhole = true,
                },
                new("min", PackValue.Number, "How many such works there have to be") { Min = 1, IsWhole = true },
                new("percent", PackValue.Number, "How many percent of all works they have to be") { Min = 0, Max = 100 },
            ],
            "Of {total} works in the bibliography {count} are such as the call asks for",
            new Dictionary<string, string> { ["count"] = "how many works count", ["total"] = "how many works there are" }
        )
        {
            Needs = static _ => Completeness.WholeSubmission,
            Create = (info, values) => new CitesRule(info, values),
            Check = Wrong,
        };

    private static string? Wrong(RuleValues values)
    {
        if (values.Has("min") == values.Has("percent"))
            return "a cites rule has either min or percent";
        if (values.Number("from") > values.Number("to"))
            return "from is later than to";
        return values.Has("venue") || values.Has("from") || values.Has("to") ? null : "a cites rule has venue, from or to";
    }

    public override Pattern Pattern =>
        WhenPost()
            .Gather<BibliographyEntry>()
            .Gather<OptionValue<double>>((_, _, limit) => limit.Rule == Descriptor.Id)
            .Where((_, works, limits) => works.Count > 0 && !IsEnough(works, limits))
            .Report((post, works, limits) => Say(post, Shown("count", Count(works, limits)), Shown("total", works.Count)));

    private bool IsEnough(Group<BibliographyEntry> works, Group<OptionValue<double>> limits) =>
        LimitOf(limits, "min") is { } least
            ? Count(works, limits) >= least
            : Count(works, limits) * 100 >= LimitOf(limits, "percent") * works.Count;

    private int Count(Group<BibliographyEntry> works, Group<OptionValue<double>> limits) => works.Count(work => IsMeant(work, limits));

    private bool IsMeant(BibliographyEntry work, Group<OptionValue<double>> limits)
    {
        if (
            Values.Regex("venue") is { } venue
            && !venue.IsMatch(work.Field("booktitle"))
            && !venue.IsMatch(work.Field("journal"))
            && !venue.IsMatch(work.Field("venue"))
        )
            return false;
        if (LimitOf(limits, "from") is null && LimitOf(limits, "to") is null)
            return true;
        return int.TryParse(work.Field("year").Trim('{', '}', '"'), CultureInfo.InvariantCulture, out int year)
            && !(year < LimitOf(limits, "from"))
            && !(year > LimitOf(limits, "to"));
    }
}
