using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Request;

/// <summary>The request adds several posts.</summary>
internal sealed class SeveralPosts : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("request/several-posts")
        {
            Summary = "The request adds several posts",
            Why = "Each post is reviewed by itself, in a request of its own.",
            Fix = "Open a request for each post, from a branch of its own.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Facts.Request>()
            .Gather<ChangedPath>((_, changed) => changed is { IsPost: true, Change: FileChange.Added })
            .Where((_, posts) => posts.Count > 1)
            .Report((request, posts) => At(posts[1], $"This is one of {posts.Count} posts that the request adds"));
}
