using System.Diagnostics;
using System.Text;
using PostLint.Tests.Cli;

namespace PostLint.Tests.PullRequests;

/// <summary>A real git repository with a track's site on main, and a branch on which a request is made.</summary>
internal sealed class Repo : IDisposable
{
    public const string Slug = "2026-04-27-warm-up";

    public const string Post = """
        ---
        layout: distill
        title: Warm-up
        description: We explain why the learning rate grows at first. Two steps are enough.
        date: 2026-04-27
        authors:
          - name: Anonymous
        bibliography: 2026-04-27-warm-up.bib
        toc:
          - name: Why
        ---

        ## Why

        The learning rate grows over the first steps, and so the second moment has time to settle.

        """;

    private readonly Run _run = new();

    /// <param name="folder">Where the repository lies in the folder of the run.</param>
    public Repo(string folder = "")
    {
        Folder = Path.Combine(_run.Folder, folder);
        Directory.CreateDirectory(Folder);
        Git("init", "-q", "-b", "main", ".");
        Git("config", "user.name", "Anonymous");
        Git("config", "user.email", "anonymous@example.org");
        Write("_config.yml", "url: https://iclr-blogposts.github.io\n")
            .Write("_posts/2025-04-28-earlier.md", Post)
            .Write("assets/js/site.js", "a();\n")
            .Write("README.md", "The track.\n")
            .Write(".postlint.yml", "profile: iclr-blog-2026\n");
        Commit("base");
        Git("checkout", "-q", "-b", "request");
    }

    public Run Run => _run;

    public string Folder { get; }

    public string Head => Output("rev-parse", "HEAD").Trim();

    public string Base => Output("rev-parse", "main").Trim();

    public Repo Write(string path, string text)
    {
        _run.With(Path.Combine(Folder, path), text);
        return this;
    }

    public Repo WithPost(string slug = Slug, string? post = null) =>
        Write($"_posts/{slug}.md", (post ?? Post).ReplaceLineEndings("\n"))
            .Write($"assets/bibliography/{slug}.bib", "@misc{a, title = {A}, year = 2020}\n");

    public void Delete(string path) => File.Delete(Path.Combine(Folder, path));

    public void Commit(string message)
    {
        Git("add", "-A");
        Git("commit", "-q", "-m", message);
    }

    public void Git(params string[] arguments) => Output(arguments);

    public string Output(params string[] arguments)
    {
        using Process process = Process.Start(
            new ProcessStartInfo("git", arguments)
            {
                WorkingDirectory = Folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
            }
        )!;
        string output = process.StandardOutput.ReadToEnd(),
            error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(0, error);
        return output;
    }

    public void Dispose() => _run.Dispose();
}
