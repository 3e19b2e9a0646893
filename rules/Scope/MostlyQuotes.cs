using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Scope;

/// <summary>The post is mostly quotations.</summary>
internal sealed class MostlyQuotes : Rule
{
    private static readonly RuleOption<int> s_percent = new(
        "percent",
        50,
        "Block quotes in percent of the words, from which on the post counts as mostly quoted; half",
        Min: 1,
        Max: 100
    )
    {
        Unit = "percent",
    };

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("scope/mostly-quotes")
        {
            Summary = "The post is mostly quotations",
            Why = "A post that mainly repeats what others wrote adds little, and much quotation may break a licence.",
            Fix = "Say it in your own words, and quote only where the exact words matter.",
            Severity = Severity.Note,
            Options = [s_percent],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<TextMeasure>(post => post.IsWhole)
            .And<OptionValue<int>>((post, most) => most.Is(Descriptor.Id, s_percent) && post.QuotedShare >= most.Value)
            .Report((post, most) => At(post, $"{post.QuotedShare} % of the words stand in block quotes"));
}
