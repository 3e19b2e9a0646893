using NRules.Fluent.Dsl;
using NRules.RuleModel;
using PostLint.Facts;
using PostLint.NRules;
using PostLint.Rules;

namespace PostLint.SamplePack;

/// <summary>Two headings say the same: a join that tries every pair.</summary>
public sealed class SameWords : FluentRule
{
    public override RuleDescriptor Descriptor { get; } =
        new("sample/same-words")
        {
            Summary = "Two headings say the same",
            Why = "Readers cannot tell which one a link means.",
            Fix = "Say what is special about each.",
            Severity = Severity.Note,
            Examples = [new(IsBad: true, "## A\n\nText.\n\n## A"), new(IsBad: false, "## A\n\nText.\n\n## B")],
        };

    public override void Define()
    {
        Heading first = null!;
        Heading second = null!;
        When()
            .Match(() => first)
            .Match(() => second, other => other.Place.Line > first.Place.Line, other => other.Text.Text == first.Text.Text);
        Then().Do(context => Say(context, second));
    }

    private static void Say(IContext context, Heading second) => Report(context, second, $"“{second.Text}” stands above, too");
}
