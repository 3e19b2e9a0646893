using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Scope;

/// <summary>The post is longer than nearly all past posts.</summary>
public sealed class LongPost : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("scope/long-post")
    {
        Summary = "The post is longer than nearly all past posts",
        Why = "Calls ask for clear and concise posts; few readers finish a very long one.",
        Fix = "See what can be cut, folded away or made a second post.",
        Severity = Severity.Note,
        Options = [new RuleOption("percent", "90", "Percent of past posts that are shorter, from which on a post counts as long; one past post of ten was that long"),
            new RuleOption("words", "14000", "Words of prose from which on the post counts as far too long, which is another finding")],
    };

    /// <inheritdoc/>
    public override Pattern Pattern => When<TextMeasure>(post => post.IsWhole)
        .And<OptionValue>((post, percent) => percent.Rule == Info.Id && percent.Name == "percent" && PastPosts.ShorterThan(post.Words) >= percent.Number)
        .With<OptionValue>((post, percent, most) => most.Rule == Info.Id && most.Name == "words" && post.Words < most.Number)
        .Report((post, percent) => At(post, $"The post has {post.Words} words, {post.Minutes} minutes to read: longer than {PastPosts.ShorterThan(post.Words)} % of past posts"));
}
