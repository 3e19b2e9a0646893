using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using System.Text.Json;
using PostLint.Packs;
using PostLint.Profiles;
using PostLint.Rules;

namespace PostLint.Cli;

/// <summary>
/// <c>postlint profiles</c>: the list of profiles; <c>postlint profiles show NAME</c>: what one asks, and what enforces it.
/// </summary>
internal static class ProfilesCommand
{
    public static Command Create(Host host)
    {
        Option<string> format = SharedOptions.Format("text or json", "text", "json");
        var command = new Command("profiles", "List the profiles, one for each edition of a venue") { format, CreateShow(host) };
        command.SetAction(parsed => parsed.GetValue(format) is "json" ? PrintJson(host) : PrintText(host));
        return command;
    }

    private static Command CreateShow(Host host)
    {
        var name = new Argument<string>("name") { Description = "the profile's name, or the path of a file" };
        name.CompletionSources.Add(_ => BuiltInPack.Catalogue.ProfileNames.Select(profile => new CompletionItem(profile)));
        Option<string> format = SharedOptions.Format("text or json", "text", "json");
        Option<string[]> pack = PackOption.Create();
        var command = new Command("show", "Show what a call asks, which rules enforce it how strictly, and what cannot be checked")
        {
            name,
            format,
            pack,
        };
        command.SetAction(parsed =>
            Show(
                host,
                PackOption.Catalogue(parsed.GetValue(pack)!, null, parsed.GetValue(name)!, host),
                parsed.GetValue(name)!,
                parsed.GetValue(format) is "json"
            )
        );
        return command;
    }

    private static int Show(Host host, Catalogue catalogue, string name, bool isJson)
    {
        Profile profile = catalogue.Profile(ProfileReader.FullPathOf(name, host.WorkingDirectory));
        var sheet = new ProfileSheet(profile, catalogue.Cards, file => CommandLine.Shown(file, host));
        if (isJson)
        {
            sheet.WriteJson(host.Out);
            return ExitCode.Clean;
        }
        using StreamWriter output = host.OpenText();
        sheet.WriteText(output, host.Width);
        return ExitCode.Clean;
    }

    private static int PrintText(Host host)
    {
        using StreamWriter output = host.OpenText();
        int width = BuiltInPack.Catalogue.ProfileNames.Max(name => name.Length);
        foreach (Profile profile in BuiltInPack.Catalogue.ProfileNames.Select(BuiltInPack.Catalogue.Profile))
        {
            string year = profile.Edition?.Year.ToString(CultureInfo.InvariantCulture) ?? "-";
            output.WriteLine($"{profile.Name.PadRight(width)}  {year, -4}  {profile.Summary}");
        }
        return ExitCode.Clean;
    }

    private static int PrintJson(Host host)
    {
        using var json = new Utf8JsonWriter(host.Out, new JsonWriterOptions { Indented = true });
        json.WriteStartArray();
        foreach (Profile profile in BuiltInPack.Catalogue.ProfileNames.Select(BuiltInPack.Catalogue.Profile))
        {
            json.WriteStartObject();
            json.WriteString("name", profile.Name);
            if (profile.Edition is { } edition)
                json.WriteNumber("year", edition.Year);
            json.WriteString("summary", profile.Summary);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.Flush();
        host.Out.WriteByte((byte)'\n');
        return ExitCode.Clean;
    }
}
