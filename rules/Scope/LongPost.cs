using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Scope;

/// <summary>The post is longer than nearly all past posts.</summary>
internal sealed class LongPost : Rule
{
    private static readonly RuleOption<int> s_percent = new(
        "percent",
        90,
        "Percent of past posts that are shorter, from which on a post counts as long; one past post of ten was that long",
        Min: 1,
        Max: 99
    )
    {
        Unit = "percent",
    };

    private static readonly RuleOption<int> s_words = new(
        "words",
        14000,
        "Words of prose from which on the post counts as far too long, which is another finding",
        Min: 1
    )
    {
        Unit = "words",
    };

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("scope/long-post")
        {
            Summary = "The post is longer than nearly all past posts",
            Why = "Calls ask for clear and concise posts; few readers finish a very long one.",
            Fix = "See what can be cut, folded away or made a second post.",
            Severity = Severity.Note,
            Options = [s_percent, s_words],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<TextMeasure>(post => post.IsWhole)
            .And<OptionValue<int>>(
                (post, percent) => percent.Is(Descriptor.Id, s_percent) && PastPosts.ShorterThan(post.Words) >= percent.Value
            )
            .With<OptionValue<int>>((post, percent, most) => most.Is(Descriptor.Id, s_words) && post.Words < most.Value)
            .Report(
                (post, percent) =>
                    At(
                        post,
                        $"The post has {post.Words} words, {post.Minutes} minutes to read: longer than "
                            + $"{PastPosts.ShorterThan(post.Words)} % of past posts"
                    )
            );
}
