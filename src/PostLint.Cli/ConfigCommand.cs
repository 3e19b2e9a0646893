using System.CommandLine;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Packs;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Setup;

namespace PostLint.Cli;

/// <summary><c>postlint config show</c>: every value that holds for a path, and who set it.</summary>
internal static class ConfigCommand
{
    public static Command Create(Host host)
    {
        var path = new Argument<string>("path") { Description = "What would be checked", DefaultValueFactory = _ => "." };
        var profile = SharedOptions.Profile("The profile of the call, as for check");
        var origin = new Option<bool>("--origin") { Description = "Say which file and line set each value" };
        Option<string[]> pack = PackOption.Create();
        var show = new Command("show", "Show the profile, files and packs that hold for a path, and each rule’s severity and options")
        {
            path,
            profile,
            pack,
            origin,
        };
        show.SetAction(parsed =>
            Show(host, parsed.GetValue(path)!, parsed.GetValue(profile), parsed.GetValue(pack)!, parsed.GetValue(origin))
        );
        return new("config", "Show what configures a check") { show };
    }

    private static int Show(Host host, string path, string? named, string[] packs, bool showsOrigin)
    {
        CommandLine.RefuseMissing([path], "config show prints what holds for a path", host);
        CheckCommand.TellNearlyNamed(new() { Paths = [path] }, host);
        string? file = ConfigurationReader.Find(Path.GetFullPath(path, host.WorkingDirectory));
        string? profileName = named is null ? null : ProfileReader.FullPathOf(named, host.WorkingDirectory);
        profileName ??= file is null ? null : ConfigurationReader.ProfileOf(file);
        Catalogue catalogue = PackOption.Catalogue(packs, file, profileName, host);
        Configuration? configuration = file is null
            ? null
            : new ConfigurationReader(catalogue.Options, BuiltInPack.Catalogue.ProfileNames) { Renamed = catalogue.Renamed }.Load(file);
        Profile own = catalogue.Profile(profileName ?? RunSettings.PlainProfile),
            effective = configuration?.ApplyTo(own) ?? own;
        var sheet = new Sheet(host, configuration, own, showsOrigin);
        using StreamWriter output = host.OpenText();
        sheet.Line(output, "configuration", configuration is null ? "none" : CommandLine.Shown(configuration.Path, host), null);
        sheet.Line(
            output,
            "profile",
            profileName is null ? $"told from each submission; {RunSettings.PlainProfile} where it cannot be" : effective.Name,
            named is not null ? "--profile" : sheet.Of("profile")
        );
        foreach (string added in packs)
            sheet.Line(output, "pack", added, "--pack");
        foreach (string added in file is null ? [] : PackList.Of(file))
            sheet.Line(output, "pack", CommandLine.Shown(added, host), sheet.Of("packs"));
        foreach (string only in configuration?.Select ?? [])
            sheet.Line(output, "select", only, sheet.Of("select"));
        foreach (string without in configuration?.Ignore ?? [])
            sheet.Line(output, "ignore", without, sheet.Of("ignore"));
        foreach (var excluded in configuration?.Exclude ?? [])
            sheet.Line(output, "exclude", excluded.Glob, sheet.Of("exclude"));
        foreach (SuppressionEntry entry in configuration?.Suppressions ?? [])
            sheet.Line(
                output,
                "suppressions",
                $"{entry.Rule} in {entry.Path.Glob} ({entry.Reason})",
                $"{CommandLine.Shown(configuration!.Path, host)}:{entry.Line}"
            );
        foreach (RuleDescriptor rule in catalogue.Cards)
            sheet.Rule(output, rule, effective.SettingOf(rule.Id));
        return ExitCode.Clean;
    }

    /// <summary>Writes values and where they come from.</summary>
    private sealed class Sheet(Host host, Configuration? configuration, Profile profile, bool showsOrigin)
    {
        /// <summary>The line of the configuration that sets a key; null for none.</summary>
        public string? Of(string key) =>
            configuration is not null && configuration.Origins.TryGetValue(key, out int line)
                ? $"{CommandLine.Shown(configuration.Path, host)}:{line}"
                : null;

        public void Line(StreamWriter output, string key, string value, string? origin) =>
            output.WriteLine(showsOrigin && origin is not null ? $"{key}: {value}    ({origin})" : $"{key}: {value}");

        public void Rule(StreamWriter output, RuleDescriptor rule, RuleSetting setting)
        {
            string severity = setting.IsOff ? "off" : RulesCommand.Name(setting.Severity ?? rule.Severity);
            Line(
                output,
                rule.Id,
                setting.IsSuppressible ? severity : $"{severity}, not to be suppressed",
                OfRule(rule, "severity", $"severities.{rule.Id}", $"severities.{rule.Family}")
            );
            foreach (RuleOption option in rule.Options)
            {
                Line(
                    output,
                    $"  {option.Name}",
                    setting.Options?.GetValueOrDefault(option.Name)?.Text ?? option.DefaultText,
                    OfRule(rule, $"options.{option.Name}", $"options.{rule.Id}.{option.Name}")
                );
            }
        }

        /// <summary>The configuration before the profile, a rule before its family, and the card where neither says anything.</summary>
        private string OfRule(RuleDescriptor rule, string key, params string[] configured)
        {
            bool mayBeSet = profile.SettingOf(rule.Id).IsSuppressible;
            if (mayBeSet && configured.Select(Of).FirstOrDefault(found => found is not null) is { } line)
                return line;
            foreach (string name in (string[])[rule.Id, rule.Family])
            {
                if (
                    profile.Origins.TryGetValue(name, out IReadOnlyDictionary<string, ProfileLine>? lines)
                    && lines.TryGetValue(key, out ProfileLine set)
                )
                    return $"{CommandLine.Shown(set.File, host)}:{set.Line}";
            }
            return "built-in default";
        }
    }
}
