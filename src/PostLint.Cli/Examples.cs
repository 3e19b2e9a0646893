using System.IO.Compression;
using System.Text;
using PostLint.Packs;
using PostLint.Rules;
using PostLint.Syntax;

namespace PostLint.Cli;

/// <summary>The examples of rules: those of a pack's card, and for built-in rules fixtures, which lie packed in this program.</summary>
internal static class Examples
{
    private const string Request = ".request";

    /// <summary>A rule's examples: one that it finds and one that it passes.</summary>
    public static IEnumerable<(string Title, string Name, string Text)> Of(RuleDescriptor card)
    {
        if (card.Examples.Count > 0)
        {
            foreach (bool isBad in (bool[])[true, false])
            {
                if (card.Examples.FirstOrDefault(example => example.IsBad == isBad) is { } example)
                    yield return (isBad ? "Bad" : "Good", "from its card", example.Text);
            }
            yield break;
        }
        using var fixtures = new ZipArchive(typeof(Examples).Assembly.GetManifestResourceStream("fixtures.zip")!);
        string[] paths = [.. fixtures.Entries.Select(entry => entry.FullName.Replace('\\', '/'))];
        foreach ((string title, string path) in RuleExamples.Choose(card.Id, paths))
            yield return (title, Path.GetFileName(path.TrimEnd('/')), TextOf(fixtures, path));
    }

    /// <summary>
    /// The text of an example: a file, a whole folder file by file, or a pull request in words; with the roster beside it.
    /// </summary>
    private static string TextOf(ZipArchive fixtures, string path)
    {
        string roster = $"{Path.GetDirectoryName(path.TrimEnd('/'))!.Replace('\\', '/')}/.roster.csv";
        string beside = fixtures.GetEntry(roster) is { } people ? $"roster:\n{Indented(Read(people))}\n\n" : "";
        if (!path.EndsWith('/'))
        {
            string text = Read(fixtures.GetEntry(path)!);
            return beside + (path.EndsWith(Request, StringComparison.Ordinal) ? InWords(text) : text);
        }
        IEnumerable<ZipArchiveEntry> files = fixtures
            .Entries.Where(entry => entry.FullName.StartsWith(path, StringComparison.Ordinal) && entry.Name.Length > 0)
            .OrderBy(entry => entry.FullName, StringComparer.Ordinal);
        return beside + string.Join("\n\n", files.Select(file => $"{file.FullName[path.Length..]}:\n{Indented(ShownOf(file))}"));
    }

    private static string ShownOf(ZipArchiveEntry file) =>
        FileKinds.AssetRoleOf(file.Name) is FileRole.BinaryAsset ? $"({file.Length} bytes)" : Read(file);

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    private static string Indented(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").TrimEnd().Split('\n').Select(line => $"  {line}".TrimEnd()));

    /// <summary>A pull request as its fixture writes it, in words.</summary>
    private static string InWords(string request)
    {
        var words = new StringBuilder();
        foreach (string line in request.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            int blank = line.IndexOf(' ', StringComparison.Ordinal);
            (string kind, string rest) = blank < 0 ? (line, "") : (line[..blank], line[(blank + 1)..]);
            string name = kind switch
            {
                "title" => "title of the request",
                "body" => "its description",
                "name" => "committed by",
                "message" => "message of the commit",
                "zone" => "time zone of the commits",
                "leak" => "a later commit removed again (rule and file)",
                "A" => "adds",
                "M" => "changes",
                "D" => "deletes",
                "link" => "adds a symbolic link",
                "submodule" => "adds a submodule",
                _ => kind,
            };
            words.Append($"{name}: {rest}\n");
        }
        return words.ToString();
    }
}
