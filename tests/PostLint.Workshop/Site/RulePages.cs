using System.Text;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Packs;
using PostLint.Profiles;
using PostLint.Rules;

namespace PostLint.Workshop.Site;

/// <summary>The pages of rules: all of them, each family, each rule.</summary>
/// <param name="root">Full path of the repository.</param>
/// <param name="templates">The HTML that is written by hand.</param>
/// <param name="cards">The cards of all rules.</param>
/// <param name="profiles">All profiles, the latest first.</param>
internal sealed class RulePages(string root, Templates templates, IReadOnlyList<RuleDescriptor> cards, IReadOnlyList<Profile> profiles)
{
    /// <summary>What the rules of a family look for.</summary>
    private static readonly Dictionary<string, string> s_families = new(StringComparer.Ordinal)
    {
        ["acknowledgment"] = "Thanks and funding, which show whom the authors work with.",
        ["attribution"] = "How an accepted post names its authors and is cited.",
        ["conflict"] = "Conflicts of interest between authors and the work that they discuss.",
        ["identity"] = "Whatever tells who wrote the post: names, accounts, links, metadata, the first person.",
        ["integrity"] = "What speaks to machines or hides from readers.",
        ["language"] = "Which language the post is written in.",
        ["request"] = "What the pull request does beside the post.",
        ["scope"] = "Whether the post is what the call asks for.",
        ["submission"] = "The submission as a whole: its form, what could not be read, suppressions.",
        ["template"] = "The track’s template: names of files, front matter, figures, references, leftovers of the sample.",
    };

    private readonly SiteExamples _examples = new(root);

    /// <summary>The pages.</summary>
    public IEnumerable<SitePage> All()
    {
        yield return Index();
        foreach (IGrouping<string, RuleDescriptor> family in cards.GroupBy(card => card.Family))
        {
            yield return Family(family.Key, [.. family]);
            foreach (RuleDescriptor card in family)
                yield return Rule(card);
        }
    }

    private SitePage Index()
    {
        string[] families = [.. cards.Select(card => card.Family).Distinct()];
        IEnumerable<string> lists = families.Select(family =>
        {
            string heading = $"<h2><a href=\"/rules/{family}/\">{family}</a></h2>";
            string list = List(cards.Where(card => card.Family == family));
            return $"<section id=\"{family}\">{heading}<p>{s_families[family]}</p>{list}</section>\n";
        });
        return new(
            "rules/",
            "Rules",
            "All rules of PostLint with what they find.",
            templates.Fill(
                "rules",
                ("count", $"{cards.Count}"),
                ("families", string.Concat(families.Select(family => $"<a href=\"#{family}\">{family}</a>"))),
                ("lists", string.Concat(lists))
            )
        );
    }

    private static SitePage Family(string name, RuleDescriptor[] family)
    {
        string body = $"{Html.Trail(("rules/", "Rules"))}<h1>{name}</h1>\n<p class=\"lead\">{s_families[name]}</p>\n{List(family)}";
        return new($"rules/{name}/", $"Rules of {name}", s_families[name], body);
    }

    private static string List(IEnumerable<RuleDescriptor> family)
    {
        IEnumerable<string> items = family.Select(card =>
        {
            string link = $"<a href=\"/rules/{card.Id}/\"><code>{card.Name}</code></a>";
            return $"<li>{link} {Html.Severity(Name(card.Severity))}<span>{Html.Sentence(card.Summary)}</span></li>";
        });
        return $"<ul class=\"rules\">{string.Concat(items)}</ul>\n";
    }

    private SitePage Rule(RuleDescriptor card)
    {
        bool isToldAlready = card.CodeFix is null || card.Fix.Contains("postlint fix", StringComparison.Ordinal);
        string fix = isToldAlready ? "" : " <a href=\"/guides/reference/#fix\"><code>postlint fix</code></a> can do it for you.";
        string body = $"""
            {Html.Trail(("rules/", "Rules"), ($"rules/{card.Family}/", card.Family))}<article class="rule">
            <h1><code>{card.Id}</code></h1>
            <p class="lead">{Html.Sentence(card.Summary)}.</p>
            {Facts(card)}
            <h2>Why</h2>
            <p>{Html.Sentence(card.Why)}</p>
            <h2>What to do</h2>
            <p>{Html.Sentence(card.Fix)}{fix}</p>
            {Examples(card)}{Asked(card)}{Options(card)}{Suppression(card)}</article>

            """;
        return new($"rules/{card.Id}/", card.Id, $"{card.Summary}. {card.Fix}", body);
    }

    private static string PhaseOf(Phase phase) => phase is Phase.Submission ? "submissions under review" : "camera-ready posts";

    private string Facts(RuleDescriptor card) =>
        Html.Terms(
            ("Severity", Html.Severity(Name(card.Severity)) + Others(card)),
            ("Applies to", string.Join(" and ", card.Phases.Select(PhaseOf))),
            ("Fix", card.CodeFix is null ? "by hand" : "<code>postlint fix</code>"),
            ("Told to", card.IsConfidential ? "chairs only" : ""),
            ("Since", Html.Text(card.Since)),
            ("Code", CodeOf(card))
        );

    /// <summary>The link to a rule’s file; empty for those that are no rules of the pack.</summary>
    private string CodeOf(RuleDescriptor card)
    {
        string name = Pascal(card.Name),
            family = Pascal(card.Family);
        return
            new[] { $"rules/{family}/{name}.cs", $"rules/{family}/{family}{name}.cs" }.FirstOrDefault(path =>
                File.Exists(Path.Combine(root, path))
            )
                is { } file
            ? Html.Source(Path.GetFileName(file), $"{Website.Repository}/blob/main/{file}")
            : "";
    }

    private static string Pascal(string kebab) =>
        string.Concat(kebab.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>The profiles that take a rule otherwise than its card.</summary>
    private string Others(RuleDescriptor card)
    {
        IEnumerable<string> others = profiles
            .Select(profile => (profile.Name, Word: WordOf(profile, card)))
            .Where(other => other.Word != Name(card.Severity))
            .GroupBy(other => other.Word)
            .Select(group => $"{group.Key} for {string.Join(", ", group.Select(other => Html.Profile(other.Name)))}");
        string said = string.Join("; ", others);
        return said.Length == 0 ? "" : $" <span class=\"others\">({said})</span>";
    }

    /// <summary>How strictly a profile takes a rule: a severity, or off.</summary>
    internal static string WordOf(Profile profile, RuleDescriptor card)
    {
        RuleSetting setting = profile.SettingOf(card.Id);
        return setting.IsOff ? "off" : Name(setting.Severity ?? card.Severity);
    }

    private string Examples(RuleDescriptor card)
    {
        string examples = string.Concat(_examples.Of(card).Select(Example));
        return examples.Length == 0 ? "" : $"<h2>Examples</h2>\n{examples}";
    }

    private static string Example(SiteExample example)
    {
        (string kind, string title) = example.IsBad ? ("bad", "Found") : ("good", "Not found");
        string name = example.Name.Length == 0 ? "" : $": {Html.Text(example.Name)}";
        var html = new StringBuilder($"<section class=\"example {kind}\"><h3>{title}{name}</h3>\n");
        foreach ((string file, string text) in example.Files)
            html.Append(Html.Code(text, file, isNamed: true, kind: "wrapped"));
        if (example.Judged.Length > 0)
            html.Append($"<p class=\"faint\">{Html.Text(example.Judged)}</p>\n");
        if (example.Told.Count > 0)
            html.Append($"<p class=\"faint\">PostLint says:</p><ul class=\"told\">{string.Concat(example.Told.Select(Told))}</ul>\n");
        return html.Append("</section>\n").ToString();
    }

    private static string Told((string Place, string Message) told)
    {
        string place = told.Place.Length == 0 ? "" : $"<b>{Html.Text(told.Place)}</b> ";
        return $"<li>{place}{Html.Text(told.Message)}</li>";
    }

    /// <summary>What calls ask that the rule enforces; editions that ask for the same in the same words stand together.</summary>
    private string Asked(RuleDescriptor card)
    {
        var html = new StringBuilder();
        foreach (var asked in profiles.Select(profile => (profile.Name, Asked: AskedBy(profile, card))).GroupBy(one => one.Asked?.Text))
        {
            if (asked.Key is null)
                continue;
            IEnumerable<string> sources = asked
                .GroupBy(one => (one.Asked!.Source, one.Asked.Address))
                .Select(same =>
                    $"{string.Join(", ", same.Select(one => Html.Profile(one.Name)))}: {Html.Source(same.Key.Source, same.Key.Address)}"
                );
            html.Append($"<blockquote class=\"asked\"><p>{Html.Sentence(asked.Key)}</p>");
            html.Append($"<footer>{string.Join("<br>", sources)}</footer></blockquote>\n");
        }
        return html.Length == 0 ? "" : $"<h2>What calls ask</h2>\n{html}";
    }

    private static Requirement? AskedBy(Profile profile, RuleDescriptor card) =>
        profile.SettingOf(card.Id) is { IsOff: false } setting ? setting.Requirement ?? card.Requirement : null;

    private string Options(RuleDescriptor card)
    {
        if (card.Options.Count == 0)
            return "";
        RuleOption first = card.Options[0];
        string written = Html.Code($"options:\n  {card.Id}: {{ {first.Name}: {first.DefaultText} }}", ".postlint.yml", isNamed: true);
        string list = string.Concat(card.Options.Select(option => Option(card, option)));
        return $"<h2>Options</h2>\n<dl class=\"options\">{list}</dl>\n{written}";
    }

    private string Option(RuleDescriptor card, RuleOption option)
    {
        IEnumerable<string> set = profiles
            .Select(profile => (profile.Name, Value: profile.SettingOf(card.Id).Options?.GetValueOrDefault(option.Name)?.Text))
            .Where(one => one.Value is not null && one.Value != option.DefaultText)
            .Select(one => $"{Html.Text(one.Value!)} for {Html.Profile(one.Name)}");
        string others = string.Join(", ", set),
            standard = $"{Html.Text(option.DefaultText)} unless set{(others.Length == 0 ? "" : $" ({others})")}",
            values = $"It is {Html.Text(option.Allowed)}; {standard}";
        return $"<div><dt><code>{option.Name}</code></dt><dd>{Html.Sentence(option.Summary)}. {values}.</dd></div>";
    }

    private string Suppression(RuleDescriptor card)
    {
        string[] strict =
        [
            .. profiles.Where(profile => !profile.SettingOf(card.Id).IsSuppressible).Select(profile => Html.Profile(profile.Name)),
        ];
        string refused = strict.Length == 0 ? "" : $"<p>Authors may not suppress it under {string.Join(", ", strict)}.</p>\n";
        string how =
            card.Family is "request" ? OfRequest(card)
            : card.IsConfidential ? "<p>It is told to chairs only, and nothing that comes with a submission suppresses it.</p>\n"
            : OfSubmission(card);
        return $"<h2>Suppression</h2>\n{refused}{how}";
    }

    private static string OfRequest(RuleDescriptor card) =>
        "<p>A pull request holds no suppressions; <code>.postlint.yml</code> of the base may set the rule’s severity:</p>\n"
        + Html.Code($"severities: {{ {card.Id}: note }}", ".postlint.yml", isNamed: true);

    private static string OfSubmission(RuleDescriptor card) =>
        "<p>Where a finding is wrong, say why, and it is suppressed where it stands:</p>\n"
        + Html.Code($"<!-- postlint-disable-next-block {card.Id} -- why it is no leak here -->", "In the post", isNamed: true)
        + "<p>Where no comment can stand, <code>.postlint.yml</code> does the same:</p>\n"
        + Html.Code(
            $"suppressions:\n  - rule: {card.Id}\n    path: \"assets/**\"\n    reason: Why it is no leak here.",
            ".postlint.yml",
            isNamed: true
        );

    private static string Name(Severity severity) => severity.ToString().ToLowerInvariant();
}
