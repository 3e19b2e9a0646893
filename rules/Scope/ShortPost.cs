using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Scope;

/// <summary>The post is shorter than nearly all past posts.</summary>
internal sealed class ShortPost : Rule
{
    private static readonly RuleOption<int> s_percent = new(
        "percent",
        5,
        "Percent of past posts that a post must exceed in length; the 5th percentile is the lowest that was measured",
        Min: 1,
        Max: 99
    )
    {
        Unit = "percent",
    };

    private static readonly RuleOption<int> s_words = new(
        "words",
        300,
        "Words of prose below which the post counts as almost empty, which is another finding",
        Min: 1
    )
    {
        Unit = "words",
    };

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("scope/short-post")
        {
            Summary = "The post is shorter than nearly all past posts",
            Why = "Reviewers expect an explanation that stands by itself; very short posts seldom give one.",
            Fix = "Check that nothing is missing; if the post says what it has to say, leave it.",
            Needs = Completeness.WholePost,
            Severity = Severity.Note,
            Options = [s_percent, s_words],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<TextMeasure>(post => post.IsWhole)
            .And<OptionValue<int>>(
                (post, percent) => percent.Is(Descriptor.Id, s_percent) && PastPosts.ShorterThan(post.Words) < percent.Value
            )
            .With<OptionValue<int>>((post, percent, least) => least.Is(Descriptor.Id, s_words) && post.Words >= least.Value)
            .Report(
                (post, percent) =>
                    At(
                        post,
                        $"The post has {post.Words} words, {post.Minutes} minutes to read: shorter than "
                            + $"{100 - PastPosts.ShorterThan(post.Words)} % of past posts"
                    )
            );
}
