using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Scope;

/// <summary>The post advertises something of its authors.</summary>
internal sealed class Advertisement : Rule
{
    private static readonly RuleOption<int> s_signs = new(
        "signs",
        3,
        "Different calls, claims of ownership and pitches that must come together, a call among them; by "
            + "judgment, since one “check out our code” is common",
        Min: 1,
        Max: 100
    )
    {
        Unit = "signs",
    };

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("scope/advertisement")
        {
            Summary = "The post advertises something of its authors",
            Why = "The track is no place to advertise one’s own paper, package or product; sentences that do also point at the authors.",
            Fix = "Write about the subject, name alternatives, and leave out appeals to readers.",
            Severity = Severity.Warning,
            Options = [s_signs],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        WhenEach<Phrase>(by: phrase => phrase.Place.File, where: IsSign)
            .And<OptionValue<int>>((signs, least) => least.Is(Descriptor.Id, s_signs) && Different(signs) >= least.Value)
            .Where((signs, least) => signs.Any(sign => sign.Kind is "advert.call") && signs.Any(sign => sign.Kind is not "advert.call"))
            .Report(
                (signs, least) =>
                    At(
                        signs.First(sign => sign.Kind is "advert.call"),
                        $"{signs.First(sign => sign.Kind is "advert.call").Quoted} and {Different(signs) - 1} more read as an advertisement"
                    )
            );

    private static bool IsSign(Phrase phrase) => phrase.Kind.StartsWith("advert.", StringComparison.Ordinal) && Review.IsOwnVoice(phrase);

    private static int Different(Group<Phrase> signs) => signs.DistinctBy(sign => sign.Words.Text.ToUpperInvariant()).Count();
}
