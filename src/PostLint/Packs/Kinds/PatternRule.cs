using PostLint.Engine;
using PostLint.Rules;

namespace PostLint.Packs.Kinds;

/// <summary>Words or a regular expression, on chosen contexts, with exceptions.</summary>
internal sealed class PatternRule(RuleDescriptor info, RuleValues values) : DataRule(info, values)
{
    public static RuleKind Kind { get; } =
        new(
            "pattern",
            "Words or a regular expression in the text",
            [
                new("find", PackValue.Pattern, "What is looked for", IsRequired: true),
                new("once", PackValue.Flag, "Whether only the first match of a file is told"),
            ],
            "“{match}” stands here",
            new Dictionary<string, string> { ["match"] = "the words as they stand" }
        )
        {
            Create = (info, values) => new PatternRule(info, values),
        };

    public override Pattern Pattern =>
        When(Of(Values.Pattern("find")))
            .Report(match => At(match, Values.Message.Fill(Shown("match", match.Text)), Values.Flag("once") ? "once" : null));
}
