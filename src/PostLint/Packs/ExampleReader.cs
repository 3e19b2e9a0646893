using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PostLint.Profiles;
using PostLint.Submissions;
using PostLint.Syntax;
using YamlDotNet.RepresentationModel;
using YamlDocument = PostLint.Profiles.YamlDocument;

namespace PostLint.Packs;

/// <summary>
/// Reads the examples of a pack's rules: a text is a post, a mapping holds files by their path. What would be long to write is described:
/// <c>{{300 words}}</c>, <c>{{5000 bytes}}</c>, <c>{{1200×800 pixels}}</c>, <c>{{3 pages}}</c>.
/// </summary>
/// <param name="yaml">The pack.</param>
internal sealed partial class ExampleReader(YamlDocument yaml)
{
    private const int MostWords = 100_000;

    /// <summary>The examples below a rule's <c>bad</c> or <c>good</c>.</summary>
    public IEnumerable<PackExample> Read(string rule, bool isBad, YamlNode node)
    {
        foreach (YamlNode item in node is YamlScalarNode or YamlMappingNode ? [node] : yaml.Items(node, isBad ? "bad" : "good"))
        {
            if (ExampleOf(item) is not { Count: > 0 } files)
                continue;
            Submission submission = new("example", [.. files.OrderByDescending(file => file.Role is FileRole.Post)], []);
            yield return new(rule, isBad, submission, submission.Files[0].Text!.Text, (int)item.Start.Line);
        }
    }

    /// <summary>What a fix makes of an example's files, by path: a text is that of its first file, a mapping names them.</summary>
    public IReadOnlyDictionary<string, string> ReadFixed(YamlNode node, PackExample example)
    {
        string first = example.Submission.Files[0].Path;
        if (node is not YamlMappingNode)
            return new Dictionary<string, string> { [first] = yaml.Text(node, "each text of fixed") ?? "" };
        var files = ExampleOf(node).ToDictionary(file => file.Path, file => file.Text?.Text ?? "", StringComparer.Ordinal);
        foreach (string path in files.Keys.Where(path => example.Submission.Files.All(file => file.Path != path)))
            yaml.AddError(node, $"the bad example has no file {path}");
        return files;
    }

    private List<SubmittedFile> ExampleOf(YamlNode node)
    {
        if (node is not YamlMappingNode mapping)
            return yaml.Text(node, "an example") is { } text ? [FileOf("post.md", text)] : [];
        var files = new List<SubmittedFile>();
        foreach ((string key, YamlNode value) in yaml.Entries(mapping, "files"))
        {
            foreach ((string path, YamlNode _, YamlNode content) in yaml.Entries(yaml.Mapping(value, key)))
            {
                if (content is YamlScalarNode scalar)
                    files.Add(FileOf(path, scalar.Value ?? ""));
                else
                    yaml.AddError(content, "the content of a file has to be a text");
            }
        }
        return files;
    }

    private static SubmittedFile FileOf(string path, string text)
    {
        // Examples of limits would be long to write.
        text = ManyWords()
            .Replace(text, match =>
                string.Join(
                    ' ',
                    Enumerable.Repeat("word", Math.Min(int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture), MostWords))
                )
            );
        long bytes = ManyBytes().Match(text) is { Success: true } many
            ? long.Parse(many.Groups["count"].Value, CultureInfo.InvariantCulture)
            : Encoding.UTF8.GetByteCount(text);
        bool isPost =
            path.StartsWith("_posts/", StringComparison.Ordinal)
            || (FileKinds.IsPostLanguage(path) && !path.Contains('/', StringComparison.Ordinal));
        FileRole role = isPost ? FileRole.Post : FileKinds.AssetRoleOf(path) ?? FileRole.TextAsset;
        return new(path, role, role is FileRole.BinaryAsset ? null : new(path, text), [])
        {
            Bytes = bytes,
            Pixels = SizeOf(text),
            Pages = PagesOf(text),
        };
    }

    /// <summary>Pictures of examples are described: <c>{{1200×800 pixels}}</c>.</summary>
    private static (int Width, int Height) SizeOf(string text) =>
        ManyPixels().Match(text) is { Success: true } size
            ? (
                int.Parse(size.Groups["width"].Value, CultureInfo.InvariantCulture),
                int.Parse(size.Groups["height"].Value, CultureInfo.InvariantCulture)
            )
            : default;

    private static int PagesOf(string text) =>
        ManyPages().Match(text) is { Success: true } pages ? int.Parse(pages.Groups["count"].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"\{\{(?<width>\d{1,6})[×x](?<height>\d{1,6}) pixels\}\}", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex ManyPixels();

    [GeneratedRegex(@"\{\{(?<count>\d{1,6}) pages\}\}", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex ManyPages();

    [GeneratedRegex(@"\{\{(?<count>\d{1,9}) bytes\}\}", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex ManyBytes();

    [GeneratedRegex(@"\{\{(?<count>\d{1,6}) words\}\}", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex ManyWords();
}
