using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Scope;

/// <summary>The post is far longer than past posts.</summary>
internal sealed class OverlongPost : Rule
{
    private static readonly RuleOption<int> s_words = new(
        "words",
        14000,
        "Words of prose from which on a post is far too long; twice what all but 5 % of past posts stayed below, 7,027",
        Min: 1
    )
    {
        Unit = "words",
    };

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("scope/overlong-post")
        {
            Summary = "The post is far longer than past posts",
            Why = "It is as long as a thesis chapter or book; calls ask for clear and concise posts.",
            Fix = "Cut it, or make a series of it and submit the first part.",
            Severity = Severity.Warning,
            Options = [s_words],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<TextMeasure>(post => post.IsWhole)
            .And<OptionValue<int>>((post, most) => most.Is(Descriptor.Id, s_words) && post.Words >= most.Value)
            .Report(
                (post, most) =>
                    At(
                        post,
                        $"The post has {post.Words} words, {post.Minutes} minutes to read: far longer than past posts, of "
                            + $"which 95 % stayed below 7,027 words"
                    )
            );
}
