using System.Text;
using System.Text.RegularExpressions;
using PostLint.Rules;

namespace PostLint.Workshop.Site;

/// <summary>An example of a rule, as people read it.</summary>
/// <param name="IsBad">Whether the rule finds something in it.</param>
/// <param name="Name">What it shows, such as “reserved domain”; empty for no more than that it is one.</param>
/// <param name="Files">Its files: what each is called, and what stands in it.</param>
/// <param name="Told">What PostLint says of a bad one: a place, and the message.</param>
/// <param name="Judged">What else it is judged with, such as a profile; empty for nothing.</param>
internal sealed record SiteExample(
    bool IsBad,
    string Name,
    IReadOnlyList<(string Name, string Text)> Files,
    IReadOnlyList<(string Place, string Message)> Told,
    string Judged
);

/// <summary>
/// Takes a rule’s examples from its card, or from its fixtures: the plainest that it finds, and the plainest that it passes.
/// </summary>
/// <param name="root">Full path of the repository.</param>
internal sealed partial class SiteExamples(string root)
{
    private static readonly string[] s_beside = [".expected.txt", ".profile.txt", ".declared.txt"];

    /// <summary>A rule’s examples, the bad one first; none where it has none.</summary>
    public IEnumerable<SiteExample> Of(RuleDescriptor card)
    {
        if (card.Examples.Count > 0)
            return card.Examples.DistinctBy(one => one.IsBad).Select(one => new SiteExample(one.IsBad, "", [("Text", one.Text)], [], ""));
        string folder = Path.Combine(root, "fixtures", char.ToUpperInvariant(card.Family[0]) + card.Family[1..], card.Name);
        if (!Directory.Exists(folder))
            return [];
        return new[] { Plainest(folder, "bad"), Plainest(folder, "good") }.OfType<string>().Select(path => Read(card.Id, folder, path));
    }

    /// <summary>The one that is just bad, or else the shortest whose name says in several words what it shows.</summary>
    private static string? Plainest(string folder, string kind) =>
        Directory
            .EnumerateFileSystemEntries(folder, $"{kind}*")
            .Where(path => !s_beside.Any(end => path.EndsWith(end, StringComparison.Ordinal)))
            .OrderByDescending(path => Path.GetFileNameWithoutExtension(path) == kind)
            .ThenByDescending(path => Path.GetFileNameWithoutExtension(path).Count(c => c == '-') > 1)
            .ThenBy(LengthOf)
            .ThenBy(path => path, StringComparer.Ordinal)
            .FirstOrDefault();

    private static long LengthOf(string path) =>
        Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length)
            : new FileInfo(path).Length;

    private static SiteExample Read(string rule, string folder, string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        bool isBad = name.StartsWith("bad", StringComparison.Ordinal);
        string expected = Path.ChangeExtension(path, ".expected.txt");
        var files = new List<(string, string)>();
        if (Directory.Exists(path))
        {
            foreach (string file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                files.Add((Path.GetRelativePath(path, file).Replace('\\', '/'), TextOf(file)));
        }
        else if (Path.GetExtension(path) is ".request")
            files.Add(("Pull request", RequestText.Of(File.ReadLines(path))));
        else if (Path.GetExtension(path) is ".metadata")
            files.Add(("What a file says about itself", TextOf(path)));
        else
            files.Add((KindOf(path), TextOf(path)));
        if (File.Exists(Path.Combine(folder, ".roster.csv")))
            files.Add(("The chair’s roster", TextOf(Path.Combine(folder, ".roster.csv"))));
        return new(
            isBad,
            name.Count(c => c == '-') > 1 ? name[(isBad ? 4 : 5)..].Replace('-', ' ') : "",
            files,
            isBad && File.Exists(expected) ? [.. ToldIn(File.ReadLines(expected), rule)] : [],
            JudgedWith(folder, path)
        );
    }

    /// <summary>The lines of an expected output that are of the rule: <c>1:37 Warning identity/email The e-mail address …</c>.</summary>
    private static IEnumerable<(string Place, string Message)> ToldIn(IEnumerable<string> lines, string rule) =>
        lines
            .Select(line => line.Split(' ', 4))
            .Where(parts => parts.Length == 4 && parts[2] == rule)
            .Select(parts => (PlaceOf(parts[0]), OtherPlaces().Replace(parts[3], OthersOf)));

    /// <summary>Further places behind a message, which fixtures write as <c>+5 +7</c>.</summary>
    private static string OthersOf(Match match) => $" (also {string.Join(", ", match.Value.Split(" +")[1..].Select(PlaceOf))})";

    private static string KindOf(string path) =>
        Path.GetExtension(path) switch
        {
            ".md" => "In the post",
            ".html" => "In a post or figure in HTML",
            ".bib" => "In the bibliography",
            ".svg" => "In a drawing",
            var other => $"In a file beside the post ({other[1..]})",
        };

    private static string PlaceOf(string place)
    {
        string[] parts = place.Split(':');
        return parts.Length == 2 && int.TryParse(parts[0], out int line) ? $"line {line}"
            : parts[0] is "file" ? ""
            : place;
    }

    private static string JudgedWith(string folder, string path)
    {
        string own = Path.ChangeExtension(path, ".profile.txt"),
            common = Path.Combine(folder, ".profile.txt"),
            declared = Path.ChangeExtension(path, ".declared.txt");
        string? profile = new[] { own, common }.FirstOrDefault(File.Exists);
        string judged = profile is null ? "" : $"Judged with {Listed(profile)}. ",
            form = File.Exists(declared) ? $"Declared on the form: {Listed(declared)}." : "";
        return (judged + form).Trim();
    }

    private static string Listed(string file) =>
        File.ReadAllText(file).Trim().Replace(" ", ", ", StringComparison.Ordinal).Replace(":", " ", StringComparison.Ordinal);

    private static string TextOf(string file)
    {
        byte[] bytes = File.ReadAllBytes(file);
        if (bytes.Contains((byte)0))
            return $"({bytes.Length:N0} bytes that are no text)";
        return string.Concat(Encoding.UTF8.GetString(bytes).ReplaceLineEndings("\n").EnumerateRunes().Select(CataloguePages.Visible));
    }

    [GeneratedRegex(@"(?: \+\S+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex OtherPlaces();
}
