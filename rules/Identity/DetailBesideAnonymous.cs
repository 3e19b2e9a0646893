using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>A detail of a real author stands beside an anonymous name.</summary>
internal sealed class DetailBesideAnonymous : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/detail-beside-anonymous")
        {
            Summary = "A detail of a real author stands beside an anonymous name",
            Why = "An address, affiliation, e-mail or ORCID identifies an author as well as the name does.",
            Fix = "Empty the field or delete it.",
            CodeFix = CodeFixes.MakeAnonymous,
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        WhenEach<AuthorDetail>(
                by: detail => detail.List,
                where: detail =>
                    detail.Standing is AuthorStanding.Named && detail.Owner is not (AuthorStanding.Named or AuthorStanding.Template)
            )
            .Report(list => At(list[0], $"Beside an anonymous author stands {MessageParts.Details(list)}"));
}
