using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Scope;

/// <summary>The post is mostly code.</summary>
internal sealed class MostlyCode : Rule
{
    private static readonly RuleOption<int> s_percent = new(
        "percent",
        60,
        "Code in percent of code and prose by characters, from which on the post counts as mostly code; " + "more than half, with some air",
        Min: 1,
        Max: 100
    )
    {
        Unit = "percent",
    };

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("scope/mostly-code")
        {
            Summary = "The post is mostly code",
            Why = "A post explains; code without an explanation around it belongs in a repository.",
            Fix = "Keep the lines that the text talks about, and link the rest from an anonymous repository.",
            Severity = Severity.Note,
            Options = [s_percent],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<TextMeasure>(post => post.IsWhole)
            .And<OptionValue<int>>((post, most) => most.Is(Descriptor.Id, s_percent) && post.CodeShare >= most.Value)
            .Report((post, most) => At(post, $"{post.CodeShare} % of the post is code; {post.Words} words explain it"));
}
