using NRules.Fluent.Dsl;
using NRules.RuleModel;
using PostLint.Facts;
using PostLint.NRules;
using PostLint.Rules;

namespace PostLint.SamplePack;

/// <summary>A heading announces demos, and three links or more lead to one host.</summary>
public sealed class DemosOnOneHost : FluentRule
{
    public override RuleDescriptor Descriptor { get; } =
        new("sample/demos-on-one-host")
        {
            Summary = "All demos lie on one host",
            Why = "Who hosts them is likely to have written the post.",
            Fix = "Hand the demos in with the post.",
            Severity = Severity.Warning,
            Examples =
            [
                new(IsBad: true, "## Demos\n\n[a](https://x.example/a) [b](https://x.example/b) [c](https://x.example/c)"),
                new(IsBad: false, "## Demos\n\n[a](https://x.example/a) [b](https://y.example/b) [c](https://z.example/c)"),
            ],
        };

    public override void Define()
    {
        Heading heading = null!;
        IGrouping<string, WebLink> links = null!;
        When()
            .Match(() => heading, one => one.Text.Text.Contains("Demo"))
            .Query(
                () => links,
                query =>
                    query.Match<WebLink>(link => link.Use == LinkUse.Anchor).GroupBy(link => link.Host).Where(group => group.Count() > 2)
            );
        Then().Do(context => Say(context, heading, links));
    }

    private static void Say(IContext context, Heading heading, IGrouping<string, WebLink> links) =>
        Report(context, heading, $"{links.Count()} demos are hosted at {new Sensitive(links.Key)}");
}
