using System.CommandLine;
using System.CommandLine.Completions;
using PostLint.Packs;
using PostLint.Profiles;
using PostLint.Rules;

namespace PostLint.Cli;

/// <summary><c>--pack</c>: packs of rules beside the built-in one.</summary>
internal static class PackOption
{
    public static Option<string[]> Create()
    {
        var option = new Option<string[]>("--pack")
        {
            Description =
                "A pack of rules: one that ships by its name (see packs list), a YAML file, a class library (.dll), or a "
                + "folder of them; may be repeated",
            HelpName = "FILE",
            AllowMultipleArgumentsPerToken = false,
            DefaultValueFactory = _ => [],
        };
        option.CompletionSources.Add(_ => BuiltInPack.Catalogue.ShippedNames.Select(name => new CompletionItem(name)));
        return option;
    }

    /// <summary>
    /// The rules of a run: the built-in ones, and those of packs that the command line, the configuration or the profile name.
    /// </summary>
    /// <exception cref="UserException">A pack cannot be read, or something is wrong in it.</exception>
    public static Catalogue Catalogue(IEnumerable<string> named, string? configuration, string? profile, Host host) =>
        BuiltInPack.Catalogue.With(
            named.Select(path => Path.GetFullPath(path, host.WorkingDirectory)),
            configuration,
            profile is null ? null : ProfileReader.FullPathOf(profile, host.WorkingDirectory)
        );
}
