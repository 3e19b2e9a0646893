using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PostLint.Citing;
using PostLint.Facts;
using PostLint.Names;
using PostLint.Profiles;
using PostLint.Reporting;
using PostLint.Reporting.Terminal;
using PostLint.Rules;
using PostLint.Submissions;

namespace PostLint.Cli;

/// <summary><c>postlint cite POST</c>: how the post is cited, ready to paste.</summary>
internal static class CiteCommand
{
    public static Command Create(Host host)
    {
        var post = new Argument<string>("post") { Description = "The post, or a folder with one" };
        Option<string?> profile = SharedOptions.Profile(
            "The profile of the edition that publishes it, such as iclr-blog-2024; told from the post if left out"
        );
        Option<string> format = SharedOptions.Format("text (lead-in, line and entry), bibtex or json", "text", "bibtex", "json");
        var ascii = new Option<bool>("--ascii") { Description = "Write accents as LaTeX commands" };
        var command = new Command("cite", "Print how to cite a post: the line and the BibTeX entry, from its front matter")
        {
            post,
            profile,
            format,
            ascii,
        };
        command.SetAction(parsed =>
            Run(host, parsed.GetValue(post)!, parsed.GetValue(profile), parsed.GetValue(format)!, parsed.GetValue(ascii))
        );
        return command;
    }

    private static int Run(Host host, string path, string? profile, string format, bool isAscii)
    {
        PostCitation citation = Read(host, path, profile);
        if (format is "json")
        {
            PrintJson(host, citation, isAscii);
            return ExitCode.Clean;
        }
        using StreamWriter output = host.OpenText();
        if (format is "text")
            output.WriteLine($"{PostCitation.LeadIn}\n\n{citation.Line}\n\n{PostCitation.EntryLeadIn}\n");
        output.WriteLine(citation.Entry(isAscii));
        return ExitCode.Clean;
    }

    private static PostCitation Read(Host host, string path, string? profile)
    {
        var reader = new SubmissionReader { WorkingDirectory = host.WorkingDirectory, StandardInput = host.In };
        Discovery found = reader.Discover([path]);
        var names = new ShownNames(null, host.Reveals);
        if (found.Unread is [var unread, ..])
            throw Broken(names.File(unread), $"it cannot be read: {names.Reason(unread)}");
        if (found.Sources is not [var source])
            throw Broken(names.File(path), found.Sources.Count == 0 ? "there is no post" : "there are several posts; name one");
        Submission submission = reader.Read(source);
        if (submission.Files[0].Text is not { } text)
            throw Broken(path, "it cannot be read");
        Profile publisher = profile is null ? Detected(host, submission) : BuiltInPack.Catalogue.Profile(profile);
        Edition edition = EditionOf(publisher, profile ?? publisher.Name);
        return PostCitation.Of(Check(CitationSourceExtractor.Read(text), text), edition);
    }

    /// <summary>The profile that the submission tells of itself. What told it goes to the error stream: the output is to paste.</summary>
    private static Profile Detected(Host host, Submission submission)
    {
        if (new EditionDetector(BuiltInPack.Catalogue.Editions()).Detect(submission) is not { } told)
        {
            throw Broken(
                submission.Files[0].Path,
                "it cannot be told which edition publishes it; say so with --profile, such as --profile iclr-blog-2024"
            );
        }
        host.Error.WriteLine($"profile: {told.Profile.Name}, {told.By.Text()}");
        return told.Profile;
    }

    private static Edition EditionOf(Profile profile, string name) =>
        profile.Edition is { BookTitle.Length: > 0 } edition
            ? edition
            : throw Broken(name, "the profile names no edition with a book-title to cite posts under");

    /// <summary>Demands what a citation needs, and says how to fix what is missing.</summary>
    private static CitationSource Check(CitationSource? source, SourceText text)
    {
        if (source is null)
            throw Broken(
                text.Path,
                "there is no front matter to cite from; begin the file with a line ---, title and authors, and another line ---"
            );
        if (source.Title.Text.Length == 0)
            throw Broken(source.Place, text, "there is no title; add a line title: … to the front matter");
        if (source.Authors.Count == 0)
            throw Broken(source.Place, text, "there are no authors; list each one in the front matter with name and affiliation");
        if (
            source.Authors.FirstOrDefault(author => author.Standing is not AuthorStanding.Named || author.Parts.Family.Length == 0) is
            { } nobody
        )
        {
            throw Broken(nobody.Place, text, "this author is anonymous or a placeholder; name the authors of the camera-ready version");
        }
        return source;
    }

    private static UserException Broken(Place place, SourceText text, string message)
    {
        LinePosition at = text.PositionOf(place.Start);
        return new([new(place.File, at.Line, at.Column, message)]);
    }

    private static UserException Broken(string path, string message) => new([new(path, 0, 0, message)]);

    private static void PrintJson(Host host, PostCitation citation, bool isAscii)
    {
        using var written = new MemoryStream();
        var options = new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using var json = new Utf8JsonWriter(written, options);
        json.WriteStartObject();
        json.WriteString("leadIn", PostCitation.LeadIn);
        json.WriteString("line", citation.Line);
        json.WriteString("bibtex", citation.Entry(isAscii));
        json.WriteString("key", citation.Key);
        json.WriteStartArray("authors");
        foreach (PersonName author in citation.Authors)
        {
            json.WriteStartObject();
            json.WriteString("given", author.Given);
            json.WriteString("particle", author.Particle);
            json.WriteString("family", author.Family);
            json.WriteString("suffix", author.Suffix);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("title", citation.Title);
        json.WriteString("bookTitle", citation.BookTitle);
        json.WriteNumber("year", citation.Year);
        json.WriteString("url", citation.Address);
        json.WriteEndObject();
        json.Flush();
        using OutputWriter output = host.OpenText();
        output.Write(Printable.Json(Encoding.UTF8.GetString(written.ToArray())) + "\n");
    }
}
