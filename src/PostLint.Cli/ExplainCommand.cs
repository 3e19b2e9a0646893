using System.CommandLine;
using System.Text.Json;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Packs;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Setup;
using PostLint.Triage;

namespace PostLint.Cli;

/// <summary><c>postlint explain RULE</c>: all that a rule's card says, with examples, the requirement it enforces and how to suppress
/// it.</summary>
internal static class ExplainCommand
{
    public static Command Create(Host host)
    {
        var id = new Argument<string>("rule") { HelpName = "rule", Description = "the rule's id, such as identity/own-repository" };
        Option<string?> profile = SharedOptions.Profile("The profile whose requirement is shown");
        profile.DefaultValueFactory = _ => RunSettings.PlainProfile;
        Option<string[]> pack = PackOption.Create();
        Option<string> format = SharedOptions.Format("text or json", "text", "json");
        id.CompletionSources.Add(_ => RulesCommand.All().Select(rule => new System.CommandLine.Completions.CompletionItem(rule.Id)));
        var command = new Command(
            "explain",
            "Explain a rule: why it is one, how to fix or suppress what it finds, an example that breaks it and one that does not"
        )
        {
            id,
            profile,
            pack,
            format,
        };
        command.SetAction(parsed =>
        {
            string profileName = parsed.GetValue(profile)!;
            Catalogue catalogue = PackOption.Catalogue(parsed.GetValue(pack)!, null, profileName, host);
            if (Find(host, catalogue, parsed.GetValue(id)!) is not { } rule)
                return ExitCode.Usage;
            Profile chosen = catalogue.Profile(profileName);
            return parsed.GetValue(format) is "json" ? PrintJson(host, rule, chosen) : Print(host, rule, chosen);
        });
        return command;
    }

    /// <summary>The card of a rule, also by an id that it had before; null, and a word on what was meant, where there is none.</summary>
    private static RuleDescriptor? Find(Host host, Catalogue catalogue, string id)
    {
        if (catalogue.Renamed.TryGetValue(id, out string? current))
        {
            host.Error.WriteLine($"postlint: {id} is called {current} now");
            id = current;
        }
        // What a triage finds between submissions is no rule about one of them, but has a card.
        if (catalogue.Cards.Append(SharedWithOthers.Descriptor).FirstOrDefault(rule => rule.Id == id) is { } rule)
            return rule;
        string[] family = [.. catalogue.Cards.Where(other => other.Family == id).Select(other => other.Id)];
        string hint =
            family.Length > 0 ? $"it is a family; its rules are {string.Join(", ", family)}"
            : Nearest.Of(id, catalogue.Cards.Select(other => other.Id)) is { } near ? $"did you mean {near}?"
            : "“postlint rules” lists them";
        host.Error.WriteLine($"postlint: there is no rule {CommandLine.Shown(id, host)}; {hint}");
        return null;
    }

    private static int Print(Host host, RuleDescriptor rule, Profile profile)
    {
        RuleSetting setting = profile.SettingOf(rule.Id);
        using StreamWriter output = host.OpenText();
        string state = rule.State is RuleState.Stable ? "" : $", {CommandLine.NameOf(rule.State)}";
        output.WriteLine($"{rule.Id} ({RulesCommand.Name(setting.Severity ?? rule.Severity)}{state})");
        output.WriteLine($"{rule.Summary}.\n");
        output.WriteLine($"Why: {rule.Why}");
        output.WriteLine($"Fix: {rule.Fix}");
        output.WriteLine($"By itself: {FixedBy(rule)}");
        output.WriteLine($"Phase: {string.Join(", ", rule.Phases.Select(phase => CommandLine.NameOf(phase)))}");
        if (rule.State is RuleState.Preview)
            output.WriteLine($"State: preview; it runs only with --preview or --select {rule.Id}, and may change or go");
        if (rule.State is RuleState.Deprecated)
            output.WriteLine("State: deprecated; it still runs, and will go with the next major version");
        if (rule.FormerIds.Count > 0)
            output.WriteLine($"Was: {string.Join(", ", rule.FormerIds)}; these ids still name it");
        foreach (RuleOption option in rule.Options)
            output.WriteLine($"Option: {option.Name} ({ValueOf(option, setting)}; {option.Allowed}): {option.Summary}");
        if ((setting.Requirement ?? rule.Requirement) is { } requirement)
            output.WriteLine($"Call: {requirement.Text} ({requirement.Source})");
        output.WriteLine("Suppress:");
        foreach (string way in WaysToSuppress(rule, setting))
            output.WriteLine($"  {way}");
        if (RulePages.Of(rule.Id) is { } page)
            output.WriteLine($"Page: {page}");
        foreach ((string title, string name, string text) in Examples.Of(rule))
            output.WriteLine($"\n{title} ({name}):\n\n{Indent(text)}");
        return ExitCode.Clean;
    }

    private static int PrintJson(Host host, RuleDescriptor rule, Profile profile)
    {
        RuleSetting setting = profile.SettingOf(rule.Id);
        using var json = new Utf8JsonWriter(host.Out, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        RulesCommand.WriteCard(json, rule, setting.Severity ?? rule.Severity, option => ValueOf(option, setting));
        if ((setting.Requirement ?? rule.Requirement) is { } requirement)
        {
            json.WriteStartObject("requirement");
            json.WriteString("text", requirement.Text);
            json.WriteString("source", requirement.Source);
            json.WriteString("address", requirement.Address);
            json.WriteEndObject();
        }
        json.WriteStartArray("suppress");
        foreach (string way in WaysToSuppress(rule, setting))
            json.WriteStringValue(way);
        json.WriteEndArray();
        json.WriteStartArray("examples");
        foreach ((string title, string name, string text) in Examples.Of(rule))
        {
            json.WriteStartObject();
            json.WriteBoolean("isBad", title is "Bad");
            json.WriteString("name", name);
            json.WriteString("text", text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        host.Out.WriteByte((byte)'\n');
        return ExitCode.Clean;
    }

    private static string FixedBy(RuleDescriptor rule) =>
        rule.CodeFix is null ? "no, only by hand" : "postlint fix; what a reader might miss only with postlint fix --unsafe";

    private static string ValueOf(RuleOption option, RuleSetting setting) =>
        setting.Options?.GetValueOrDefault(option.Name)?.Text ?? option.DefaultText;

    private static IEnumerable<string> WaysToSuppress(RuleDescriptor rule, RuleSetting setting)
    {
        if (!setting.IsSuppressible)
        {
            yield return "the profile does not let authors suppress it";
            yield break;
        }
        // A pull request is no text that a comment could stand in.
        if (rule.Family is not "request")
        {
            yield return $"<!-- postlint-disable-next-block {rule.Id} -- why it is wrong here -->";
            yield return $"# postlint-disable-next-block {rule.Id} -- the same in front matter";
            yield return "suppressions:   in .postlint.yml, with rule, path, value and reason, where no comment can stand";
        }
        yield return $"severities: {{ {rule.Id}: off }}   in .postlint.yml, for the whole repository";
    }

    private static string Indent(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").TrimEnd().Split('\n').Select(line => $"    {line}".TrimEnd()));
}
