using PostLint.Facts;
using YamlDotNet.RepresentationModel;

namespace PostLint.Profiles;

/// <summary>
/// The packs that a profile or configuration names, read before the rest, which may name their rules:
/// <code>
/// packs: [packs/our-venue.yml]     # files or folders, relative to this file
/// </code>
/// </summary>
public static class PackList
{
    /// <summary>The key.</summary>
    internal const string Key = "packs";

    /// <summary>The full paths that a file names; none where it names none or is broken, which reading the rest tells.</summary>
    /// <param name="path">The profile or configuration.</param>
    /// <exception cref="UserException">The list is none, or names a class library: who runs PostLint decides which code runs, no file
    /// does.</exception>
    public static IReadOnlyList<string> Of(string path) => Of(path, ProfileReader.ReadFile(path));

    /// <summary>Says where a file names packs that do not exist.</summary>
    /// <param name="path">The profile or configuration.</param>
    /// <param name="exists">Whether there is a pack of a full path.</param>
    /// <exception cref="UserException">One does not exist.</exception>
    public static void Check(string path, Func<string, bool> exists) => Of(path, ProfileReader.ReadFile(path), exists);

    /// <summary>The full paths that a text names.</summary>
    /// <param name="path">Its path, which they are relative to.</param>
    /// <param name="text">The YAML.</param>
    /// <exception cref="UserException">The list is none, or names a class library.</exception>
    public static IReadOnlyList<string> Of(string path, string text) => Of(path, text, static _ => true);

    private static List<string> Of(string path, string text, Func<string, bool> exists)
    {
        if (!text.Contains(Key, StringComparison.Ordinal))
            return [];
        var yaml = new YamlDocument(path);
        YamlNode? list = yaml.Load(text)?.Children.FirstOrDefault(entry => entry.Key is YamlScalarNode { Value: Key }).Value;
        if (list is null)
            return [];
        var paths = new List<string>();
        foreach (YamlNode item in yaml.Items(list, Key))
        {
            if (yaml.Text(item, $"each item of {Key}") is not { } named)
                continue;
            if (named.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
                yaml.AddError(item, "a class library is code, and no file decides which code runs; name it on the command line: --pack");
            else
            {
                string full = Path.GetFullPath(named, Path.GetDirectoryName(Path.GetFullPath(path))!);
                if (exists(full))
                    paths.Add(full);
                else
                    yaml.AddError(item, $"there is no such pack: {named}");
            }
        }
        yaml.ThrowIfBroken();
        return paths;
    }
}
