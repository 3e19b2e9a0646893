using System.IO.Compression;
using PostLint.Packs;
using PostLint.Rules;

namespace PostLint.Cli;

/// <summary>The examples of rules: those of a pack's card, and for built-in rules fixtures, which lie packed in this program.</summary>
internal static class Examples
{
    /// <summary>A rule's examples: one that it finds and one that it passes.</summary>
    public static IEnumerable<(string Title, string Name, string Text)> Of(RuleDescriptor card)
    {
        if (card.Examples.Count > 0)
        {
            foreach (bool isBad in (bool[])[true, false])
            {
                if (card.Examples.FirstOrDefault(example => example.IsBad == isBad) is { } example)
                    yield return (isBad ? "Bad" : "Good", "from its pack", example.Text);
            }
            yield break;
        }
        using var fixtures = new ZipArchive(typeof(Examples).Assembly.GetManifestResourceStream("fixtures.zip")!);
        string[] paths = [.. fixtures.Entries.Select(entry => entry.FullName)];
        foreach ((string title, string path) in RuleExamples.Choose(card.Id, paths))
        {
            using var reader = new StreamReader(fixtures.GetEntry(path)!.Open());
            yield return (title, Path.GetFileName(path), reader.ReadToEnd());
        }
    }
}
