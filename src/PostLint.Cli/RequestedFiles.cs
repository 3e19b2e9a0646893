using PostLint.Facts;
using PostLint.PullRequests;
using PostLint.Submissions;

namespace PostLint.Cli;

/// <summary>Reads the submissions of a request: what it adds or changes, and what is there already for its posts.</summary>
/// <param name="reader">The repository.</param>
/// <param name="scratch">Where files are put to be read.</param>
internal sealed class RequestedFiles(PullRequestReader reader, Scratch scratch)
{
    private const string Folder = "head";
    private const int MostFiles = 10_000;
    private const long MostBytes = 64 << 20; // of one file
    private const long MostTotal = 1L << 30;

    /// <summary>
    /// Its submissions, one for each post that it hands in, the one that it is about first, which is all that has the request; one without
    /// a post where the request has none. What was left out is named in the first.
    /// </summary>
    public IReadOnlyList<Submission> Read(PullRequest request)
    {
        var unread = new List<Unread>();
        long total = 0;
        int files = 0;
        foreach (ChangedFile file in Wanted(request))
        {
            total += file.Bytes;
            files++;
            if (file.Bytes > MostBytes || total > MostTotal || files > MostFiles)
                unread.Add(new(file.Path, "it is larger than is read from a request") { IsBeyondLimit = true });
            else if (Content(file) is not { } content)
                unread.Add(new(file.Path, "its content is not in this repository; fetch it"));
            else if (scratch.Write(Folder, file.Path, content) is null)
                unread.Add(new(file.Path, "its path leads out of the repository"));
        }
        Directory.CreateDirectory(scratch.In(Folder));
        var reading = new SubmissionReader { WorkingDirectory = scratch.In(Folder) };
        SubmissionSource[] found = request.Post is null ? [] : [.. reading.Discover(["."]).Sources];
        Submission[] read = [.. request.OwnPosts.SelectMany(post => Read(reading, found, post, unread))];
        if (read.Length == 0)
            return [new("request", [], unread) { Request = request }];
        read[0] = read[0] with { Request = request, Unread = [.. read[0].Unread, .. unread] };
        return read;
    }

    private static IEnumerable<Submission> Read(SubmissionReader reading, SubmissionSource[] found, string post, List<Unread> unread)
    {
        // Each post has its own files; those of others in the same request are not its.
        SubmissionSource? source = Array.Find(found, source =>
            Path.GetRelativePath(reading.WorkingDirectory, source.Path).Replace('\\', '/') == post
        ) ?? reading.Discover([post]).Sources.SingleOrDefault();
        if (source is not null)
            return [reading.Read(source)];
        if (!unread.Exists(entry => entry.Path == post))
            unread.Add(new(post, "it cannot be read"));
        return [];
    }

    /// <summary>The content of a file; null where the repository, a partial copy, has it not.</summary>
    private byte[]? Content(ChangedFile file)
    {
        try
        {
            return reader.Content(file.Blob);
        }
        catch (GitException)
        {
            return null;
        }
    }

    /// <summary>The files that the request changed, and those of the same name as its posts.</summary>
    private IEnumerable<ChangedFile> Wanted(PullRequest request)
    {
        IEnumerable<ChangedFile> changed = request.Changes.Where(change => change is { Kind: EntryKind.File, Blob.Length: > 0 });
        if (request.Post is null)
            return [];
        string[] slugs = [.. request.OwnPosts.Select(SitePaths.SlugOf)];
        return changed
            .Concat(
                reader.Tree(request.Head).Where(file => slugs.Any(slug => file.Path.Contains(slug, StringComparison.OrdinalIgnoreCase)))
            )
            .DistinctBy(file => file.Path);
    }
}
