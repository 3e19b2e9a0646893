using System.CommandLine;
using System.Text.Json;
using PostLint.Packs;
using PostLint.Rules;

namespace PostLint.Cli;

/// <summary><c>postlint rules</c>: the list of rules.</summary>
internal static class RulesCommand
{
    public static Command Create(Host host)
    {
        Option<string> format = SharedOptions.Format("text or json", "text", "json");
        Option<string[]> pack = PackOption.Create();
        var command = new Command("rules", "List all rules with their severity and what they find") { format, pack };
        command.SetAction(parsed =>
        {
            Catalogue catalogue = PackOption.Catalogue(parsed.GetValue(pack)!, null, null, host);
            return parsed.GetValue(format) is "json" ? PrintJson(catalogue, host) : PrintText(catalogue, host);
        });
        return command;
    }

    /// <summary>The cards of all built-in rules that report, those of suppressions included, by id.</summary>
    public static IReadOnlyList<RuleDescriptor> All() => BuiltInPack.Catalogue.Cards;

    private static int PrintText(Catalogue catalogue, Host host)
    {
        using StreamWriter output = host.OpenText();
        int width = catalogue.Cards.Max(rule => rule.Id.Length);
        foreach (RuleDescriptor rule in catalogue.Cards)
            output.WriteLine($"{rule.Id.PadRight(width)}  {Name(rule.Severity), -7}  {rule.Summary}");
        return ExitCode.Clean;
    }

    private static int PrintJson(Catalogue catalogue, Host host)
    {
        using var json = new Utf8JsonWriter(host.Out, new JsonWriterOptions { Indented = true });
        json.WriteStartArray();
        foreach (RuleDescriptor rule in catalogue.Cards)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            json.WriteString("severity", Name(rule.Severity));
            json.WriteString("summary", rule.Summary);
            json.WriteString("why", rule.Why);
            json.WriteString("fix", rule.Fix);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.Flush();
        host.Out.WriteByte((byte)'\n');
        return ExitCode.Clean;
    }

    public static string Name(Severity severity) => severity.ToString().ToLowerInvariant();
}
