using System.Globalization;
using System.Text;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Packs;
using PostLint.Profiles;
using PostLint.Rules;

namespace PostLint.Workshop;

/// <summary>
/// The pages of rules, made of cards, profiles and fixtures, and the schemas of PostLint's files. A test compares them with what is in the
/// repository.
/// </summary>
internal static class CataloguePages
{
    private const int MostLines = 16; // of an example
    private const int LongestLine = 240;
    private const string Mark = "<!-- Written by tests/PostLint.Workshop from the rules' cards; do not edit. -->\n";

    /// <summary>Paths below the root, with forward slashes, and texts.</summary>
    /// <param name="root">Full path of the repository.</param>
    public static IEnumerable<(string Path, string Text)> All(string root)
    {
        Profile[] profiles = [.. BuiltInPack.Catalogue.ProfileNames.Select(BuiltInPack.Catalogue.Profile)];
        var schemas = new Schemas(BuiltInPack.Catalogue.Cards, BuiltInPack.Catalogue.ProfileNames);
        yield return ("rules/README.md", Index());
        foreach (IGrouping<string, RuleDescriptor> family in BuiltInPack.Catalogue.Cards.GroupBy(card => card.Family))
            yield return (
                $"rules/{Folder(family.Key)}/README.md",
                Family(family.Key, [.. family], profiles, Path.Combine(root, "fixtures"))
            );
        yield return ("docs/schemas/pack.json", Schemas.Pack());
        yield return ("docs/schemas/profile.json", schemas.Profile());
        yield return ("docs/schemas/configuration.json", schemas.Configuration());
    }

    private static string Folder(string family) => char.ToUpperInvariant(family[0]) + family[1..];

    private static string Index()
    {
        var text = new StringBuilder(
            $"{Mark}# Rules\n\nAn error is what a chair would act on, a warning what a chair would look at, a note what an "
                + $"author may want to know.\n`postlint explain RULE` prints a card with its examples. Packs of rules for other "
                + $"venues are written as [data](../docs/packs.md) or [in C#](../docs/assembly-packs.md).\n"
        );
        foreach (IGrouping<string, RuleDescriptor> family in BuiltInPack.Catalogue.Cards.GroupBy(card => card.Family))
        {
            text.Append($"\n## [{family.Key}]({Folder(family.Key)}/README.md)\n\n| rule | severity | finds |\n|---|---|---|\n");
            foreach (RuleDescriptor card in family)
                text.Append($"| [`{card.Name}`]({Folder(family.Key)}/README.md#{card.Name}) | {Name(card.Severity)} | {card.Summary} |\n");
        }
        return text.ToString();
    }

    private static string Family(string family, RuleDescriptor[] cards, Profile[] profiles, string fixtures)
    {
        var text = new StringBuilder($"{Mark}# {family}\n\n[All rules](../README.md)\n");
        foreach (RuleDescriptor card in cards)
            Card(card, profiles, fixtures, text);
        return text.ToString();
    }

    private static void Card(RuleDescriptor card, Profile[] profiles, string fixtures, StringBuilder text)
    {
        text.Append(
            (
                $"\n## {card.Name}\n\n**{card.Summary}.** {card.Why}\n\n*Fix:* "
                + $"{card.Fix}{(card.CodeFix is null ? "" : " `postlint fix` does it.")}\n\n"
            )
        );
        text.Append(
            (
                $"*Severity:* {Name(card.Severity)}{Others(card, profiles)}. *Phase:* "
                + $"{string.Join(", ", card.Phases.Select(phase => phase is Phase.Submission ? "submission" : "camera-ready"))}. "
                + $"*Since:* {card.Since}.{StateOf(card)}\n"
            )
        );
        foreach (RuleOption option in card.Options)
        {
            string range = $"{option.DefaultText}; {option.Allowed}";
            text.Append($"\n*Option* `{option.Name}` ({range}): {option.Summary}.{Values(card, option, profiles)}\n");
        }
        foreach ((string title, string name, string example) in ExamplesOf(card, fixtures))
            text.Append($"\n{title} (`{name}`):\n\n~~~~text\n{Shortened(example)}\n~~~~\n");
    }

    private static string StateOf(RuleDescriptor card)
    {
        string state = card.State is RuleState.Stable ? "" : $" *State:* {card.State.ToString().ToLowerInvariant()}.";
        return card.FormerIds.Count == 0 ? state : $"{state} *Was:* {string.Join(", ", card.FormerIds)}.";
    }

    /// <summary>A rule's examples among its fixtures: one that it finds and one that it passes.</summary>
    private static IEnumerable<(string Title, string Name, string Text)> ExamplesOf(RuleDescriptor card, string root)
    {
        string[] fixtures =
        [
            .. Directory
                .EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
                .Where(path => path.StartsWith(card.Family, StringComparison.OrdinalIgnoreCase)),
        ];
        foreach ((string title, string path) in RuleExamples.Choose(card.Id, fixtures).Where(example => !example.Path.EndsWith('/')))
            yield return (title, Path.GetFileName(path), File.ReadAllText(Path.Combine(root, path)));
    }

    /// <summary>The profiles that take a rule otherwise than its card.</summary>
    private static string Others(RuleDescriptor card, Profile[] profiles)
    {
        string[] others =
        [
            .. profiles
                .Select(profile => (profile.Name, Setting: profile.SettingOf(card.Id)))
                .Where(profile => profile.Setting.IsOff || (profile.Setting.Severity is { } severity && severity != card.Severity))
                .Select(profile => $"{(profile.Setting.IsOff ? "off" : Name(profile.Setting.Severity!.Value))} under {profile.Name}"),
        ];
        return others.Length == 0 ? "" : $" ({string.Join(", ", others)})";
    }

    private static string Values(RuleDescriptor card, RuleOption option, Profile[] profiles)
    {
        var values = new List<string>();
        foreach (Profile profile in profiles)
        {
            string? value = profile.SettingOf(card.Id).Options?.GetValueOrDefault(option.Name)?.Text;
            if (value is not null && value != option.DefaultText)
                values.Add($"{value} under {profile.Name}");
        }
        return values.Count == 0 ? "" : $" It is {string.Join(", ", values)}.";
    }

    private static string Shortened(string example)
    {
        string[] lines = string.Concat(example.ReplaceLineEndings("\n").TrimEnd().EnumerateRunes().Select(Visible)).Split('\n');
        IEnumerable<string> shown = lines
            .Take(MostLines)
            .Select(line => (line.Length > LongestLine ? line[..LongestLine] + " …" : line).TrimEnd());
        return string.Join('\n', lines.Length > MostLines ? shown.Append($"… and {lines.Length - MostLines} more lines") : shown);
    }

    /// <summary>Characters that show nothing, or turn the direction of others, by their number.</summary>
    internal static string Visible(Rune rune) =>
        rune.Value is not ('\n' or '\t')
        && (
            Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control
            || rune.Value is >= 0xE0100 and <= 0xE01EF or >= 0xFE00 and <= 0xFE0F
        )
            ? $"‹U+{rune.Value:X4}›"
            : rune.ToString();

    private static string Name(Severity severity) => severity.ToString().ToLowerInvariant();
}
