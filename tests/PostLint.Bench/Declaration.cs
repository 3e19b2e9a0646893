using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using PostLint.Findings;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Bench;

/// <summary>
/// How often texts in some 500 languages are found not to be English: the declaration of human rights, of which a folder holds a page of
/// HTML a language, its
/// code the file's name. Each is judged as a whole post, and one passage of each within an English post; the English page and the English
/// post say how
/// often that is wrong. With a file for the misses, each is listed there.
/// </summary>
internal static partial class Declaration
{
    private const int MinLetters = 120; // of the passage that is put into the English post
    private const string English = "eng";

    public static int Print(string folder, string? misses)
    {
        string[] pages = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.html").Order(StringComparer.Ordinal)] : [];
        if (pages.Length == 0)
        {
            Console.Error.WriteLine("There is no page of HTML in that folder.");
            return 2;
        }
        var options = new LintOptions { Select = ["language/foreign-post", "language/foreign-passage"] };
        var linter = new Linter(BuiltInPack.Create(), new Profile("bench", "", new Dictionary<string, RuleSetting>()), options);
        int languages = 0,
            posts = 0,
            passages = 0,
            alarms = Alarms(linter, Post(Around)) ? 1 : 0;
        var missed = new StringBuilder();
        foreach (string page in pages)
        {
            string code = Path.GetFileNameWithoutExtension(page);
            string[] paragraphs =
            [
                .. Paragraph()
                    .Matches(File.ReadAllText(page))
                    .Select(match => WebUtility.HtmlDecode(match.Groups[1].Value).Trim())
                    .Where(text => text.Any(char.IsLetter)),
            ];
            if (paragraphs.Length == 0)
                continue;
            if (code is English)
            {
                alarms += Alarms(linter, Post(paragraphs)) ? 1 : 0;
                alarms += paragraphs.Count(text => Alarms(linter, Post([.. Around[..2], text, .. Around[2..]])));
                continue;
            }
            languages++;
            string passage = paragraphs.FirstOrDefault(text => text.Count(char.IsLetter) >= MinLetters)
                ?? paragraphs.MaxBy(text => text.Length)!;
            bool isPost = Findings(linter, Post(paragraphs)).Any(finding => finding.Rule.Id is "language/foreign-post");
            bool isPassage = Alarms(linter, Post([.. Around[..2], passage, .. Around[2..]]));
            posts += isPost ? 1 : 0;
            passages += isPassage ? 1 : 0;
            if (!isPost || !isPassage)
                missed.Append($"{code}\t{(isPost ? "" : "post")}\t{(isPassage ? "" : "passage")}\t{passage}\n");
        }
        Console.WriteLine(
            $"{languages} languages: whole posts {1.0 * posts / languages:f3}, one passage {1.0 * passages / languages:f3}, "
                + $"false alarms {alarms}"
        );
        if (misses is not null)
            File.WriteAllText(misses, missed.ToString());
        return 0;
    }

    private static string[] Around =>
        [
            "We trained a small network on a task whose answer is known, and looked at what each of its layers had learned "
                + "at the end of every epoch.",
            "The first layers changed quickly and then hardly at all; the last ones kept moving for as long as we let the training run.",
            "It is tempting to read this as a sign that the early layers are done, but the picture changes once the learning "
                + "rate is raised again.",
            "What follows is a tour of the runs, with the plots that surprised us most, and a guess at what they have in common.",
        ];

    private static bool Alarms(Linter linter, string post) => Findings(linter, post).Count > 0;

    private static IReadOnlyList<Finding> Findings(Linter linter, string post)
    {
        const string Path = "_posts/2026-04-27-declaration.md";
        return linter
            .Lint(new Submission("2026-04-27-declaration", [new SubmittedFile(Path, FileRole.Post, new SourceText(Path, post), [])], []))
            .Findings;
    }

    private static string Post(IEnumerable<string> paragraphs) =>
        $"---\nlayout: distill\ntitle: A post\n---\n\n{string.Join("\n\n", paragraphs)}\n";

    [GeneratedRegex("<p>(.*?)</p>", RegexOptions.Singleline)]
    private static partial Regex Paragraph();
}
