using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>Concludes that a name in a comment also stands in the name of a file.</summary>
internal sealed class ConfirmedByFileName : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/confirmed-by-file-name")
        {
            Summary = "A given name in a comment also stands in the name of a file",
            Why = "Who is asked about a figure in a comment and named in the figure’s file made it.",
            Fix = "See the comments that are reported.",
            Severity = Severity.Error,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<CommentedName>(name => name.IsSure && name.IsPerson)
            .With<NamedFile>(
                (name, file) => FileNames.WordsOf(file.Path).Contains(name.Name.Text.Split(' ')[0], StringComparer.OrdinalIgnoreCase)
            )
            .Conclude(name => new ConfirmedCommenter(name.Name, name.Place));
}
