using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>The author list names an author.</summary>
internal sealed class AuthorNotAnonymous : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/author-not-anonymous")
        {
            Summary = "The author list names an author",
            Why = "The author list is printed at the top of the post; under review it must say Anonymous.",
            Fix = "Replace the entries by one with the name Anonymous, and bring the real ones back for the camera-ready version.",
            CodeFix = CodeFixes.MakeAnonymous,
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        WhenEach<AuthorEntry>(
                by: entry => entry.List,
                where: entry => entry.Origin is AuthorOrigin.Live && entry.Standing is AuthorStanding.Named
            )
            .Gather<AuthorDetail>(list => list[0].List, detail => detail.List)
            .Report((list, details) => At(list[0], $"The author list names {MessageParts.Names(list)}; under review it must be anonymous"));
}
