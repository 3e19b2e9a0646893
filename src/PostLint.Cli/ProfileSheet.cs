using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Profiles;
using PostLint.Rules;

namespace PostLint.Cli;

/// <summary>
/// A profile on one sheet: its edition, what the call asks and what enforces it, and where the profile departs from the rules' cards.
/// </summary>
/// <param name="profile">The profile.</param>
/// <param name="cards">The cards of all rules.</param>
/// <param name="shown">A file's path as people see it.</param>
internal sealed class ProfileSheet(Profile profile, IReadOnlyList<RuleDescriptor> cards, Func<string, string> shown)
{
    private static readonly List<string> s_severities = ["error", "warning", "note", "off"];
    private readonly IReadOnlyList<RuleDescriptor> _cards = cards;

    /// <summary>Writes the sheet for people.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="width">Columns; longer texts are wrapped.</param>
    public void WriteText(TextWriter output, int width)
    {
        string extends = profile.Extends is { } parent ? $", extends {parent}" : "";
        output.WriteLine($"{profile.Name} (phase {PhaseName(profile.Phase)}{extends})\n{profile.Summary}");
        if (profile.Edition is not null)
            output.WriteLine("\nEdition");
        foreach ((string name, string value) in EditionParts())
            Write(output, $"  {name, -13} ", value, width);
        output.WriteLine("\nWhat the call asks");
        var listed = new HashSet<string>(StringComparer.Ordinal);
        foreach (CallRequirement requirement in profile.Requirements)
            WriteRequirement(output, requirement, listed, width);
        WriteSettings(output);
    }

    private void WriteRequirement(TextWriter output, CallRequirement requirement, HashSet<string> listed, int width)
    {
        output.WriteLine();
        Write(output, "  ", requirement.Asked.Text, width);
        Write(output, "    call:    ", requirement.Asked.Source, width);
        if (requirement.Asked.Address is { Length: > 0 } address)
            output.WriteLine($"             {address}");
        ILookup<bool, string> keys = requirement.Rules.ToLookup(listed.Add);
        foreach (string key in keys[false])
            output.WriteLine($"    rules:   {key}, as above");
        foreach (
            IGrouping<string, RuleDescriptor> severity in keys[true]
                .SelectMany(Covered)
                .Distinct()
                .GroupBy(SeverityOf)
                .OrderBy(severity => s_severities.IndexOf(severity.Key))
        )
        {
            Write(output, $"    {severity.Key + ":", -8} ", string.Join(", ", severity.Select(rule => rule.Id)), width, "             ");
        }
        if (requirement.Unchecked is { } why)
            Write(
                output,
                requirement.Rules.Count == 0 ? "    not checkable: " : "    the rest is not checkable: ",
                why,
                width,
                "             "
            );
    }

    private void WriteSettings(TextWriter output)
    {
        output.WriteLine("\nRules");
        int others = _cards.Count;
        foreach (RuleDescriptor card in _cards)
        {
            string[] changes = [.. ChangesOf(card).Select(change => $"{change.What} {change.Value} (card: {change.Card}) {change.Origin}")];
            if (changes.Length == 0)
                continue;
            others--;
            output.WriteLine($"  {card.Id}: {string.Join("; ", changes)}");
        }
        output.WriteLine($"  {(others == _cards.Count ? "all" : "all others,")} {others.ToString(CultureInfo.InvariantCulture)}: card");
    }

    /// <summary>Writes the sheet for programs.</summary>
    public void WriteJson(Stream output)
    {
        using var json = new Utf8JsonWriter(
            output,
            new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
        json.WriteStartObject();
        json.WriteString("name", profile.Name);
        json.WriteString("summary", profile.Summary);
        json.WriteString("phase", PhaseName(profile.Phase));
        if (profile.Extends is { } parent)
            json.WriteString("extends", parent);
        json.WriteStartObject("edition");
        foreach ((string name, string value) in EditionParts())
            json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteStartArray("requirements");
        foreach (CallRequirement requirement in profile.Requirements)
            WriteRequirement(json, requirement);
        json.WriteEndArray();
        json.WriteStartArray("rules");
        foreach (RuleDescriptor card in _cards)
            WriteRule(json, card);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    private void WriteRequirement(Utf8JsonWriter json, CallRequirement requirement)
    {
        json.WriteStartObject();
        json.WriteString("text", requirement.Asked.Text);
        json.WriteString("source", requirement.Asked.Source);
        if (requirement.Asked.Address is { Length: > 0 } address)
            json.WriteString("address", address);
        json.WriteString("origin", Shown(new(requirement.File, requirement.Line)));
        json.WriteStartArray("rules");
        foreach (RuleDescriptor card in requirement.Rules.SelectMany(Covered).Distinct())
        {
            json.WriteStartObject();
            json.WriteString("id", card.Id);
            json.WriteString("severity", SeverityOf(card));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (requirement.Unchecked is { } why)
            json.WriteString("unchecked", why);
        json.WriteEndObject();
    }

    private void WriteRule(Utf8JsonWriter json, RuleDescriptor card)
    {
        json.WriteStartObject();
        json.WriteString("id", card.Id);
        json.WriteString("severity", SeverityOf(card));
        json.WriteStartArray("changes");
        foreach ((string what, string value, string ofCard, string origin) in ChangesOf(card))
        {
            json.WriteStartObject();
            json.WriteString("what", what);
            json.WriteString("value", value);
            json.WriteString("card", ofCard);
            json.WriteString("origin", origin);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Where the profile departs from a card, and the line that says so.</summary>
    private IEnumerable<(string What, string Value, string Card, string Origin)> ChangesOf(RuleDescriptor card)
    {
        RuleSetting setting = profile.SettingOf(card.Id);
        string ofCard = RulesCommand.Name(card.Severity);
        if (SeverityOf(card) != ofCard)
            yield return ("severity", SeverityOf(card), ofCard, OriginOf(card, "severity"));
        if (!setting.IsSuppressible)
            yield return ("suppressible", "false", "true", OriginOf(card, "suppressible"));
        foreach (RuleOption option in card.Options)
        {
            string? value = setting.Options?.GetValueOrDefault(option.Name)?.Text;
            if (value is null || value == option.DefaultText)
                continue;
            yield return (option.Name, value, option.DefaultText, OriginOf(card, $"options.{option.Name}"));
        }
    }

    private string OriginOf(RuleDescriptor card, string what) =>
        (profile.Origins.GetValueOrDefault(card.Id) ?? profile.Origins.GetValueOrDefault(card.Family)) is { } lines
        && lines.TryGetValue(what, out ProfileLine line)
            ? Shown(line)
            : "card";

    private string SeverityOf(RuleDescriptor card)
    {
        RuleSetting setting = profile.SettingOf(card.Id);
        return setting.IsOff ? "off" : RulesCommand.Name(setting.Severity ?? card.Severity);
    }

    private IEnumerable<RuleDescriptor> Covered(string key) => _cards.Where(card => card.Id == key || card.Family == key);

    private string Shown(ProfileLine line) => (line with { File = shown(line.File) }).ToString();

    private IEnumerable<(string Name, string Value)> EditionParts()
    {
        if (profile.Edition is not { } edition)
            return [];
        (string Name, string Value)[] parts =
        [
            ("year", edition.Year.ToString(CultureInfo.InvariantCulture)),
            ("book-title", edition.BookTitle),
            ("venue", edition.Venue),
            ("address", edition.Address),
            ("deadline", edition.Deadline?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""),
            ("dates", string.Join(", ", edition.Dates)),
            ("told-from", edition.ToldFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""),
            ("told-until", edition.ToldUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""),
            ("layout", edition.Layout),
            ("paths", string.Join(", ", edition.AllowedPaths)),
            ("lower-case", edition.IsLowerCase ? "true" : "false"),
            ("subject", EditionReader.NameOf(edition.Subject)),
            ("conflicts", EditionReader.NameOf(edition.Conflicts)),
            ("layout-cites", edition.LayoutCites ? "true" : "false"),
        ];
        return parts.Where(part => part.Value.Length > 0);
    }

    private static string PhaseName(Phase phase) => phase is Phase.CameraReady ? "camera-ready" : "submission";

    /// <summary>Writes a text behind a lead; what does not fit goes on in further lines below its beginning.</summary>
    private static void Write(TextWriter output, string lead, string text, int width, string? indent = null)
    {
        string line = lead;
        bool isFresh = true;
        foreach (string word in text.Split(' '))
        {
            if (!isFresh && line.Length + 1 + word.Length > width)
            {
                output.WriteLine(line);
                (line, isFresh) = (indent ?? new string(' ', lead.Length), true);
            }
            line += isFresh ? word : $" {word}";
            isFresh = false;
        }
        output.WriteLine(line);
    }
}
