using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Rules;
using PostLint.Text;

namespace PostLint.Packs.Kinds;

/// <summary>Links to hosts that the call does not allow.</summary>
internal sealed class LinksRule(RuleDescriptor info, RuleValues values) : DataRule(info, values)
{
    public static RuleKind Kind { get; } =
        new(
            "links",
            "A link to a host that the call does not allow",
            [
                new("allow", PackValue.Texts, "The only hosts that may be linked, with all below them"),
                new("forbid", PackValue.Texts, "Hosts that may not be linked, with all below them"),
                new(
                    "use",
                    PackValue.Texts,
                    "Which links count; left out, all",
                    Words: ["text", "anchor", "image", "embed", "metadata", "code", "reference", "comment"]
                ),
                new("account", PackValue.Flag, "Whether only links that show an account count"),
            ],
            "This links to {host}",
            new Dictionary<string, string> { ["host"] = "the host", ["address"] = "the whole address" }
        )
        {
            Create = (info, values) => new LinksRule(info, values),
            Check = values => values.Has("allow") == values.Has("forbid") ? "a links rule has either allow or forbid" : null,
        };

    public override Pattern Pattern =>
        When<WebLink>(link => IsMeant(link) && (Values.Has("forbid") ? IsBelow(link.Host, "forbid") : !IsBelow(link.Host, "allow")))
            .Report(link => Say(link, Shown("host", new Sensitive(link.Host)), Shown("address", link.Address)));

    private bool IsMeant(WebLink link) =>
        (!Values.Has("use") || Values.Texts("use").Contains(link.Use.ToString(), StringComparer.OrdinalIgnoreCase))
        && (!Values.Flag("account") || link.HasAccount);

    private bool IsBelow(string host, string list) =>
        Values
            .Texts(list)
            .Any(known =>
                host.Equals(known, StringComparison.OrdinalIgnoreCase) || host.EndsWith($".{known}", StringComparison.OrdinalIgnoreCase)
            );
}
