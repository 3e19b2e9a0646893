using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Scope;

/// <summary>The post is mostly quotations.</summary>
public sealed class MostlyQuotes : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("scope/mostly-quotes")
    {
        Summary = "The post is mostly quotations",
        Why = "A post that mainly repeats what others wrote adds little, and much quotation may break a licence.",
        Fix = "Say it in your own words and quote only what the wording matters of.",
        Severity = Severity.Note,
        Options = [new RuleOption("percent", "50", "Block quotes in percent of the words, from which on the post counts as mostly quoted; half")],
    };

    /// <inheritdoc/>
    public override Pattern Pattern => When<TextMeasure>(post => post.IsWhole)
        .And<OptionValue>((post, most) => most.Rule == Info.Id && post.QuotedShare >= most.Number)
        .Report((post, most) => At(post, $"{post.QuotedShare} % of the words stand in block quotes"));
}
