using System.Security.Cryptography;
using PostLint.Tests.Submissions;
using PostLint.Triage;

namespace PostLint.Tests.Triage;

public sealed class FolderStampTests
{
    private const int MostEntries = 20;

    [LinuxFact]
    public void It_stays_while_nothing_changes_and_tells_every_change()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.In("a"));
        string post = folder.In("a/post.md");
        File.WriteAllText(post, "written by Ada");
        FolderStamp first = Stamp(folder.Path)!;
        Holds(first, folder.Path).Should().BeTrue();

        DateTime written = File.GetLastWriteTimeUtc(post);
        File.WriteAllText(post, "written by Eva");
        File.SetLastWriteTimeUtc(post, written);
        Holds(first, folder.Path).Should().BeFalse("size and time of the text are as before, and the text is not");
        FolderStamp changed = Stamp(folder.Path)!;

        File.WriteAllText(folder.In("a/more.md"), "");
        Holds(changed, folder.Path).Should().BeFalse("there is a file more");
        FolderStamp more = Stamp(folder.Path)!;

        File.Move(folder.In("a/more.md"), folder.In("a/other.md"));
        Holds(more, folder.Path).Should().BeFalse("a file is called otherwise");
        FolderStamp moved = Stamp(folder.Path)!;

        Directory.Move(folder.In("a"), folder.In("b"));
        File.CreateSymbolicLink(folder.In("a"), folder.In("b"));
        Holds(moved, folder.Path).Should().BeFalse("a link stands where a folder stood");
    }

    [LinuxFact]
    public void Without_certainty_there_is_none()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.In("post.md"), "text");
        Stamp(folder.Path, TimeSpan.Zero).Should().BeNull("what was written just now may be written again within the same tick");
        Stamp(folder.In("missing")).Should().BeNull();
        for (int i = 0; i < MostEntries; i++)
            File.WriteAllText(folder.In($"{i}.md"), "text");
        Stamp(folder.Path).Should().BeNull("there is more than is looked at");
    }

    private static bool Holds(FolderStamp stamp, string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        return stamp.Holds(hash, path, DateTimeOffset.UtcNow + TimeSpan.FromMinutes(1));
    }

    private static FolderStamp? Stamp(string path) => Stamp(path, TimeSpan.FromMinutes(1));

    private static FolderStamp? Stamp(string path, TimeSpan later)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        DateTimeOffset now = DateTimeOffset.UtcNow + later;
        FolderStamp? stamp = FolderStamp.Of(hash, path, MostEntries, now);
        stamp?.Holds(hash, path, now).Should().BeTrue("a stamp that was just made holds");
        return stamp;
    }
}
