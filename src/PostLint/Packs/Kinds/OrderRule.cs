using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Rules;
using PostLint.Text;

namespace PostLint.Packs.Kinds;

/// <summary>Sections that have to follow each other in an order.</summary>
internal sealed class OrderRule(RuleDescriptor info, RuleValues values) : DataRule(info, values)
{
    private readonly ShortRegex[] _headings = [.. values.Texts("headings").Select(regex => new ShortRegex(regex))];

    public static RuleKind Kind { get; } =
        new(
            "order",
            "A heading that stands before one which it has to follow",
            [
                new(
                    "headings",
                    PackValue.Texts,
                    "Regular expressions for headings, in the order that the call asks for; headings that match none are free",
                    IsRequired: true
                ),
            ],
            "“{heading}” stands before “{before}”, which it has to follow",
            new Dictionary<string, string>
            {
                ["heading"] = "the heading that comes too early",
                ["before"] = "the one that it has to follow",
            }
        )
        {
            Create = (info, values) => new OrderRule(info, values),
        };

    public override Pattern Pattern =>
        When<Heading>(heading => Rank(heading) > 0)
            .And<Heading>(
                heading => heading.Place.File,
                later => later.Place.File,
                (heading, later) => later.Place.Start > heading.Place.Start && Rank(later) is >= 0 and var rank && rank < Rank(heading)
            )
            .Report(
                (heading, later) =>
                    At(heading, Values.Message.Fill(Shown("heading", heading.Text), Shown("before", later.Text)), $"{heading.Place.Start}")
            );

    private int Rank(Heading heading) => Array.FindIndex(_headings, regex => regex.IsMatch(heading.Text.Text));
}
