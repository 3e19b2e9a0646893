using System.CommandLine;
using PostLint.Profiles;
using PostLint.Rules;

namespace PostLint.Cli;

/// <summary><c>--pack</c>: packs of rules beside the built-in one.</summary>
internal static class PackOption
{
    public static Option<string[]> Create() =>
        new("--pack")
        {
            Description =
                "A pack of rules: one that ships by its name (see packs list), a YAML file, a class library (.dll), or a "
                + "folder of them; may be repeated",
            HelpName = "FILE",
            AllowMultipleArgumentsPerToken = false,
            DefaultValueFactory = _ => [],
        };

    /// <summary>
    /// The rules of a run: the built-in ones, and those of packs that the command line, the configuration or the profile name.
    /// </summary>
    /// <exception cref="UserException">A pack cannot be read, or something is wrong in it.</exception>
    public static Catalogue Catalogue(IEnumerable<string> named, string? configuration, string? profile, Host host)
    {
        IEnumerable<string> packs = named.Select(path => Path.GetFullPath(path, host.WorkingDirectory));
        string? profileFile = profile is null || !ProfileReader.IsFile(profile) ? null : Path.GetFullPath(profile, host.WorkingDirectory);
        string[] files = [.. ((string?[])[configuration, profileFile]).OfType<string>().Where(File.Exists)];
        foreach (string file in files)
        {
            PackList.Check(file, pack => Path.Exists(pack) || Rules.Catalogue.ShippedNames.Contains(Path.GetFileName(pack)));
            packs = packs.Concat(PackList.Of(file));
        }
        return Rules.Catalogue.With([.. packs.Distinct()]);
    }

    /// <summary>Checks that names are those of rules or families.</summary>
    /// <exception cref="UserException">One is not; the message names the nearest.</exception>
    public static void CheckNames(Catalogue catalogue, string option, IEnumerable<string> names)
    {
        UserError[] errors =
        [
            .. names
                .Where(name => !catalogue.Cards.Any(rule => rule.Id == name || rule.Family == name))
                .Select(name => new UserError(option, 0, 0, Unknown(catalogue, name))),
        ];
        if (errors.Length > 0)
            throw new UserException(errors);
    }

    private static string Unknown(Catalogue catalogue, string name)
    {
        string? near = Nearest.Of(name, catalogue.Cards.SelectMany(rule => (string[])[rule.Id, rule.Family]));
        return $"there is no rule or family {name}{(near is null ? "" : $"; did you mean {near}?")}";
    }
}
