using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Scope;

/// <summary>The post has hardly any text.</summary>
internal sealed class AlmostEmpty : Rule
{
    private static readonly RuleOption<int> s_words = new(
        "words",
        300,
        "Words of prose below which a post counts as almost empty; a quarter of what all but 5 % of past posts have, 1,174",
        Min: 1
    )
    {
        Unit = "words",
    };

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("scope/almost-empty")
        {
            Summary = "The post has hardly any text",
            Why = "A post that has not been written, or whose text did not come through, cannot be reviewed.",
            Fix = "Write the post, or check that its text is in the file that was submitted.",
            Needs = Completeness.WholePost,
            Severity = Severity.Warning,
            Options = [s_words],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<TextMeasure>(post => post.IsWhole)
            .And<OptionValue<int>>((post, least) => least.Is(Descriptor.Id, s_words) && post.Words < least.Value)
            .Report(
                (post, least) => At(post, $"The post has {post.Words} words of text; code, mathematics and references are not counted")
            );
}
