using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Fixes;

namespace PostLint.Rules.Identity;

/// <summary>The authors say what they develop or maintain.</summary>
internal sealed class OwnDevelopment : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/own-development")
        {
            Summary = "The authors say what they develop or maintain",
            Why = "Who maintains a named project is one search away.",
            Fix = "Write about the project in the third person.",
            CodeFix = CodeFixes.ReplaceLink,
            Severity = Severity.Warning,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<Phrase>(phrase => phrase.Kind is "own-development" && !phrase.IsQuoted && phrase.Place.Context is not TextContext.Code)
            .Unless<Phrase>(Within.Sentence, (phrase, other) => other.Kind is "others" or "placeholder")
            .Report(phrase => At(phrase, $"{phrase.Quoted} says what the authors develop or maintain"));
}
