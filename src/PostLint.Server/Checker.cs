using PostLint.Setup;

namespace PostLint.Server;

/// <summary>How the posts below one configuration are checked.</summary>
/// <param name="Session">What was set up.</param>
/// <param name="Files">Full paths of the files that say how: the configuration, profile and packs.</param>
public sealed record Checker(LintSession Session, IReadOnlyList<string> Files);

/// <summary>What the server is given by the program that runs it.</summary>
/// <param name="Folder">Full path of the folder that reported paths start from.</param>
/// <param name="Version">PostLint's version.</param>
/// <param name="PageOf">The address of a rule's page; null for rules that have none.</param>
/// <param name="CheckerOf">
/// The checker of a file by its full path, with the profile and phase that the editor sets; throws <see cref="UserException"/> where the
/// configuration is wrong.
/// </param>
/// <param name="ConfigurationOf">Full path of the configuration that holds for a file; null for none.</param>
public sealed record ServerOptions(
    string Folder,
    string Version,
    Func<string, string?> PageOf,
    Func<string, string?, string?, Checker> CheckerOf,
    Func<string, string?> ConfigurationOf
)
{
    /// <summary>The full path of a file as reports name it.</summary>
    internal string FullPathOf(string reported) => Path.GetFullPath(reported, Folder);
}
