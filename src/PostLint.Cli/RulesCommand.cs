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
        {
            string state = rule.State is RuleState.Stable ? "" : $" ({CommandLine.NameOf(rule.State)})";
            output.WriteLine($"{rule.Id.PadRight(width)}  {Name(rule.Severity), -7}  {rule.Summary}{state}");
        }
        return ExitCode.Clean;
    }

    private static int PrintJson(Catalogue catalogue, Host host)
    {
        using var json = new Utf8JsonWriter(host.Out, new JsonWriterOptions { Indented = true });
        json.WriteStartArray();
        foreach (RuleDescriptor rule in catalogue.Cards)
        {
            json.WriteStartObject();
            WriteCard(json, rule, rule.Severity, option => option.DefaultText);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.Flush();
        host.Out.WriteByte((byte)'\n');
        return ExitCode.Clean;
    }

    /// <summary>Writes what a card says into an object of JSON that is open.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="rule">The card.</param>
    /// <param name="severity">What its findings weigh.</param>
    /// <param name="valueOf">The value of each option.</param>
    public static void WriteCard(Utf8JsonWriter json, RuleDescriptor rule, Severity severity, Func<RuleOption, string> valueOf)
    {
        json.WriteString("id", rule.Id);
        json.WriteString("severity", Name(severity));
        json.WriteString("state", CommandLine.NameOf(rule.State));
        json.WriteString("summary", rule.Summary);
        json.WriteString("why", rule.Why);
        json.WriteString("fix", rule.Fix);
        json.WriteBoolean("isFixable", rule.CodeFix is not null);
        Write("phases", rule.Phases.Select(phase => CommandLine.NameOf(phase)));
        Write("formerIds", rule.FormerIds);
        json.WriteString("since", rule.Since);
        if (RulePages.Of(rule.Id) is { } page)
            json.WriteString("page", page);
        json.WriteStartArray("options");
        foreach (RuleOption option in rule.Options)
        {
            json.WriteStartObject();
            json.WriteString("name", option.Name);
            json.WriteString("type", option.JsonType);
            json.WriteString("value", valueOf(option));
            json.WriteString("default", option.DefaultText);
            json.WriteString("allowed", option.Allowed);
            json.WriteString("summary", option.Summary);
            json.WriteEndObject();
        }
        json.WriteEndArray();

        void Write(string name, IEnumerable<string> texts)
        {
            json.WriteStartArray(name);
            foreach (string text in texts)
                json.WriteStringValue(text);
            json.WriteEndArray();
        }
    }

    public static string Name(Severity severity) => severity.ToString().ToLowerInvariant();
}
