using PostLint.Facts;
using PostLint.Syntax;

namespace PostLint.Bench;

/// <summary>Makes <c>rules/Template/Data/template-lines.txt</c> of a track's templates and sample posts; the texts themselves are not kept.
/// The made-up sample beside this file is for fixtures and tests, which need lines that may be shown.</summary>
internal static class TemplateList
{
    /// <summary>Prints the list.</summary>
    public static int Print(IEnumerable<string> files)
    {
        var hashes = new SortedSet<ulong>();
        foreach (string file in files)
            hashes.UnionWith(TemplateLines.HashesOf(Parsers.Parse(new SourceText(file, File.ReadAllText(file)), SourceLanguage.Markdown)));
        Console.WriteLine(
            "# Lines of the templates and sample posts of the ICLR blog track, all editions, as 64-bit hashes; "
                + "src/PostLint.Core/Facts/TemplateLines.cs says of what."
        );
        Console.WriteLine(
            "# Made by: dotnet run --project tests/PostLint.Bench -- --template-lines tests/PostLint.Bench/made-up-sample.md "
                + "SAMPLE-POST... > rules/Template/Data/template-lines.txt"
        );
        foreach (ulong hash in hashes)
            Console.WriteLine($"{hash:x16}");
        return 0;
    }
}
