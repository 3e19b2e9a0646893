using PostLint.Facts;
using PostLint.PullRequests;
using PostLint.Submissions;

namespace PostLint.Cli;

/// <summary>Reads the submission of a request: what it adds or changes, and what is there already for its post.</summary>
/// <param name="reader">The repository.</param>
/// <param name="scratch">Where files are put to be read.</param>
internal sealed class RequestedFiles(PullRequestReader reader, Scratch scratch)
{
    private const string Folder = "head";
    private const int MostFiles = 10_000;
    private const long MostBytes = 64 << 20; // of one file
    private const long MostTotal = 1L << 30;

    /// <summary>The submission; one without a post where the request has none. What was left out is named in it.</summary>
    public Submission Read(PullRequest request)
    {
        var unread = new List<Unread>();
        long total = 0;
        int files = 0;
        foreach (ChangedFile file in Wanted(request))
        {
            total += file.Bytes;
            files++;
            if (file.Bytes > MostBytes || total > MostTotal || files > MostFiles)
                unread.Add(new(file.Path, "it is larger than is read from a request"));
            else if (scratch.Write(Folder, file.Path, reader.Content(file.Blob)) is null)
                unread.Add(new(file.Path, "its path leads out of the repository"));
        }
        Directory.CreateDirectory(scratch.In(Folder));
        if (request.Post is null)
            return new("request", [], unread);
        var submissions = new SubmissionReader { WorkingDirectory = scratch.In(Folder) };
        // A request with several posts is judged by the one that it is called after.
        SubmissionSource[] sources = [.. submissions.Discover(["."]).Sources];
        SubmissionSource? own = sources.FirstOrDefault(source => source.Name == SitePaths.SlugOf(request.Post))
            ?? submissions.Discover([request.Post]).Sources.SingleOrDefault();
        if (own is null)
            return new("request", [], [.. unread, new(request.Post, "it cannot be read")]);
        Submission read = submissions.Read(own);
        return read with { Unread = [.. read.Unread, .. unread] };
    }

    /// <summary>The files that the request changed, and those of the same name as its post.</summary>
    private IEnumerable<ChangedFile> Wanted(PullRequest request)
    {
        IEnumerable<ChangedFile> changed = request.Changes.Where(change => change is { Kind: EntryKind.File, Blob.Length: > 0 });
        if (request.Post is null)
            return [];
        string slug = SitePaths.SlugOf(request.Post);
        return changed
            .Concat(reader.Tree(request.Head).Where(file => file.Path.Contains(slug, StringComparison.OrdinalIgnoreCase)))
            .DistinctBy(file => file.Path);
    }
}
