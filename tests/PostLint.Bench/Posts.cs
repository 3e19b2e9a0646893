using System.Text;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Bench;

/// <summary>What is measured: posts with their bibliographies.</summary>
internal static class Posts
{
    private static readonly string[] s_words = (
        "the a model loss gradient training network we can see that this post explains how attention learns from data when "
        + "layers are deep and optimisation is noisy our experiments show results for small batches of images"
    ).Split(' ');

    /// <summary>All posts below a folder, each with the bibliographies beside it.</summary>
    public static List<Submission> In(string folder)
    {
        var posts = new List<Submission>();
        foreach (
            string post in Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories).Where(IsPost).Order(StringComparer.Ordinal)
        )
        {
            string root = Path.GetDirectoryName(Path.GetDirectoryName(post)!)!;
            IEnumerable<string> bibliographies = Directory
                .EnumerateFiles(root, "*.bib", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal);
            posts.Add(
                new(
                    Path.GetFileNameWithoutExtension(post),
                    [Read(post, FileRole.Post), .. bibliographies.Select(file => Read(file, FileRole.Bibliography))],
                    []
                )
            );
        }
        return posts;
    }

    /// <summary>Posts with headings, citations, mathematics, code, links, figures and comments, from a fixed seed.</summary>
    public static List<Submission> MadeUp(int count)
    {
        var random = new Random(20260427);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(n => new Submission(
                    $"2026-04-27-post-{n}",
                    [new($"_posts/2026-04-27-post-{n}.md", FileRole.Post, new($"_posts/2026-04-27-post-{n}.md", Post(random)), [])],
                    []
                )),
        ];
    }

    private static bool IsPost(string path) =>
        Path.GetExtension(path) is ".md" && Path.GetFileName(Path.GetDirectoryName(path)) is "_posts";

    private static SubmittedFile Read(string path, FileRole role) => new(path, role, new(path, File.ReadAllText(path)), []);

    private static string Post(Random random)
    {
        var text = new StringBuilder(
            "---\nlayout: distill\ntitle: A post\ndescription: Made up.\nauthors:\n  - name: Anonymous\n# authors:\n#   - "
                + "name: Albert Einstein\n---\n"
        );
        for (int section = 0; section < 12; section++)
        {
            text.Append($"\n## Section {section}\n\n");
            for (int paragraph = 0; paragraph < 5; paragraph++)
                Paragraph(text, random);
            text.Append(
                "{% include figure.html path=\"assets/img/post/figure.png\" class=\"img-fluid\" %}\n\n```python\nfor x in "
                    + "data:\n    loss = model(x)\n```\n<!-- a note on the figure -->\n\n$$\n\\nabla f(x) = 0\n$$\n"
            );
        }
        return text.ToString();
    }

    private static void Paragraph(StringBuilder text, Random random)
    {
        for (int sentence = 0; sentence < 5; sentence++)
        {
            text.Append("We ");
            for (int word = 0; word < 14; word++)
                text.Append(s_words[random.Next(s_words.Length)]).Append(' ');
            text.Append(
                    random.Next(4) switch
                    {
                        0 => "<d-cite key=\"example2020\"></d-cite>",
                        1 => "with $x^2$",
                        2 => "as in [this page](https://example.org/page)",
                        _ => "*indeed*",
                    }
                )
                .Append(". ");
        }
        text.Append("\n\n");
    }
}
