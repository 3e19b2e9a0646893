using System.CommandLine;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Packs;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Setup;
using PostLint.Triage;

namespace PostLint.Cli;

/// <summary><c>postlint explain RULE</c>: a rule's card with examples and the requirement it enforces.</summary>
internal static class ExplainCommand
{
    private const int LongestLine = 300;
    private const int MostLines = 20; // of an example; the rest is only counted

    public static Command Create(Host host)
    {
        var id = new Argument<string>("rule") { HelpName = "rule", Description = "the rule's id, such as identity/own-repository" };
        Option<string?> profile = SharedOptions.Profile("The profile whose requirement is shown");
        profile.DefaultValueFactory = _ => RunSettings.PlainProfile;
        Option<string[]> pack = PackOption.Create();
        id.CompletionSources.Add(_ => RulesCommand.All().Select(rule => new System.CommandLine.Completions.CompletionItem(rule.Id)));
        var command = new Command(
            "explain",
            "Explain a rule: why it is one, how to fix what it finds, an example that breaks it and one that does not"
        )
        {
            id,
            profile,
            pack,
        };
        command.SetAction(parsed =>
            Print(
                host,
                PackOption.Catalogue(parsed.GetValue(pack)!, null, parsed.GetValue(profile)!, host),
                parsed.GetValue(id)!,
                parsed.GetValue(profile)!
            )
        );
        return command;
    }

    private static int Print(Host host, Catalogue catalogue, string id, string profileName)
    {
        // What a triage finds between submissions is no rule about one of them, but has a card.
        RuleDescriptor? rule = catalogue.Cards.Append(SharedWithOthers.Descriptor).FirstOrDefault(rule => rule.Id == id);
        if (rule is null)
        {
            string[] family = [.. catalogue.Cards.Where(other => other.Family == id).Select(other => other.Id)];
            string hint =
                family.Length > 0 ? $"it is a family; its rules are {string.Join(", ", family)}"
                : Nearest.Of(id, catalogue.Cards.Select(other => other.Id)) is { } near ? $"did you mean {near}?"
                : "“postlint rules” lists them";
            host.Error.WriteLine($"postlint: there is no rule {CommandLine.Shown(id, host)}; {hint}");
            return ExitCode.Usage;
        }
        Profile profile = catalogue.Profile(profileName);
        using StreamWriter output = host.OpenText();
        output.WriteLine($"{rule.Id} ({RulesCommand.Name(profile.SettingOf(id).Severity ?? rule.Severity)})");
        output.WriteLine($"{rule.Summary}.\n");
        output.WriteLine($"Why:  {rule.Why}");
        output.WriteLine($"Fix: {rule.Fix}");
        foreach (RuleOption option in rule.Options)
        {
            string value = profile.SettingOf(id).Options?.GetValueOrDefault(option.Name)?.Text ?? option.DefaultText;
            output.WriteLine($"Option: {option.Name} ({value}; {option.Allowed}): {option.Summary}");
        }
        if ((profile.SettingOf(id).Requirement ?? rule.Requirement) is { } requirement)
            output.WriteLine($"Call: {requirement.Text} ({requirement.Source})");
        foreach ((string title, string name, string text) in Examples.Of(rule))
            output.WriteLine($"\n{title} ({name}):\n\n{Indent(text)}");
        return ExitCode.Clean;
    }

    private static string Indent(string text)
    {
        string[] lines = text.TrimEnd().Split('\n');
        string shown = string.Join(
            '\n',
            lines.Take(MostLines).Select(line => $"    {(line.Length > LongestLine ? line[..LongestLine] + " …" : line)}".TrimEnd())
        );
        return lines.Length <= MostLines ? shown : $"{shown}\n    … and {lines.Length - MostLines} more lines";
    }
}
