using System.Globalization;
using System.Text;
using PostLint.Facts;
using PostLint.Profiles;
using PostLint.Rules;

namespace PostLint.Workshop.Site;

/// <summary>The pages of profiles: what each call asks, and what becomes of it.</summary>
/// <param name="templates">The HTML that is written by hand.</param>
/// <param name="cards">The cards of all rules.</param>
/// <param name="profiles">All profiles, the latest first.</param>
internal sealed class ProfilePages(Templates templates, IReadOnlyList<RuleDescriptor> cards, IReadOnlyList<Profile> profiles)
{
    /// <summary>The pages.</summary>
    public IEnumerable<SitePage> All()
    {
        yield return new(
            "profiles/",
            "Calls",
            "What each edition of a call asks of a submission, and which rules check it.",
            templates.Fill(
                "calls",
                ("cards", Html.Cards(profiles.Select(profile => ($"profiles/{profile.Name}/", profile.Name, profile.Summary))))
            )
        );
        foreach (Profile profile in profiles)
            yield return Page(profile);
    }

    private SitePage Page(Profile profile)
    {
        CallRequirement[] checkedOnes = [.. profile.Requirements.Where(asked => asked.Rules.Count > 0)],
            others = [.. profile.Requirements.Where(asked => asked.Rules.Count == 0)];
        string unjudged = others.Length == 0 ? "" : $"<h2>What no rule checks</h2>\n{string.Concat(others.Select(Requirement))}";
        string body = $"""
            {Html.Trail(("profiles/", "Calls"))}<article class="profile">
            <h1><code>{profile.Name}</code></h1>
            <p class="lead">{Html.Sentence(profile.Summary)}</p>
            {Facts(profile)}{Html.Code($"postlint check my-post --profile {profile.Name}", "Command", kind: "sh")}
            <h2>What the call asks, and what checks it</h2>
            {string.Concat(checkedOnes.Select(Requirement))}
            {unjudged}
            {Strictness(profile)}</article>

            """;
        return new($"profiles/{profile.Name}/", profile.Name, $"{profile.Summary} What its call asks, and which rules check it.", body);
    }

    private static string Facts(Profile profile)
    {
        Edition? edition = profile.Edition;
        return Html.Terms(
            ("Extends", profile.Extends is { } parent ? Html.Profile(parent) : ""),
            ("Deadline", edition?.Deadline?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) ?? ""),
            ("Date of a post", string.Join(", ", (edition?.Dates ?? []).Select(Code))),
            ("Layout", edition is { Layout.Length: > 0 } ? Code(edition.Layout) : ""),
            ("Files", string.Join("<br>", (edition?.AllowedPaths ?? []).Select(Code)))
        );
    }

    private static string Code(string text) => $"<code>{Html.Text(text)}</code>";

    private string Requirement(CallRequirement asked)
    {
        string rules = asked.Rules.Count == 0 ? "" : $"<p class=\"by\">{string.Join(" ", asked.Rules.Select(Enforcer))}</p>",
            reason = asked.Unchecked is null ? "" : $"<p class=\"faint\">{Html.Sentence(asked.Unchecked)}</p>",
            source = $"<p class=\"source\">{Html.Source(asked.Asked.Source, asked.Asked.Address)}</p>";
        return $"<section class=\"requirement\"><p>{Html.Sentence(asked.Asked.Text)}</p>{rules}{reason}{source}</section>\n";
    }

    private string Enforcer(string rule) =>
        cards.Any(card => card.Id == rule) ? Html.Rule(rule) : $"<a href=\"/rules/{rule}/\">all of <code>{rule}</code></a>";

    /// <summary>The rules that the profile takes otherwise than their cards.</summary>
    private string Strictness(Profile profile)
    {
        var rows = new StringBuilder();
        foreach (RuleDescriptor card in cards)
        {
            string own = card.Severity.ToString().ToLowerInvariant(),
                here = RulePages.WordOf(profile, card);
            if (here != own)
                rows.Append($"<tr><td>{Html.Rule(card.Id)}</td><td>{own}</td><td>{Html.Severity(here)}</td></tr>");
        }
        if (rows.Length == 0)
            return "";
        string table = $"<table><thead><tr><th>Rule</th><th>Usually</th><th>Here</th></tr></thead><tbody>{rows}</tbody></table>";
        return $"<h2>Taken otherwise than usual</h2>\n{Html.Table("Severities under this profile", table)}";
    }
}
