using PostLint.Engine;
using PostLint.Findings;
using PostLint.Rules;
using PostLint.Text;

namespace PostLint.Packs.Kinds;

/// <summary>Words or a regular expression, where the rule says, with exceptions.</summary>
internal sealed class PatternRule(RuleDescriptor descriptor, RuleValues values) : DataRule(descriptor, values)
{
    public static RuleKind Kind { get; } =
        new(
            "pattern",
            "Words or a regular expression in the text, in the source, or in the value of a key or field",
            [
                new("find", PackValue.Pattern, "What is looked for", IsRequired: true),
                new("once", PackValue.Flag, "Whether only the first match of a file is told"),
            ],
            "“{match}” stands here",
            new Dictionary<string, string> { ["match"] = "the words as they stand" }
        )
        {
            Create = (descriptor, values) => new PatternRule(descriptor, values),
        };

    public override Pattern Pattern =>
        When(Of(Values.Pattern("find")))
            .Report(match =>
                At(match, Values.Message.Fill([Shown("match", match.Text), .. Captured(match)]), Values.Flag("once") ? "once" : null)
            );
}
