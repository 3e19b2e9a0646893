using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;
using PostLint.Names;

namespace PostLint.Rules.Identity;

/// <summary>A line at the top or bottom of the text names the authors.</summary>
internal sealed class AuthorLine : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/author-line")
        {
            Summary = "A line at the top or bottom of the text names the authors",
            Why = "Names that stand alone below a title or at the end are read as those of the authors.",
            Fix = "Delete the line, or write Anonymous instead.",
            CodeFix = CodeFixes.DropComment,
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<NameLine>().Report(line => At(line, $"This line stands where authors are named, and is nothing but names: {line.Names}"));
}
