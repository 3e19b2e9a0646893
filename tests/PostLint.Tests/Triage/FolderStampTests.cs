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
        string first = Stamp(folder.Path)!;
        Stamp(folder.Path).Should().Be(first);

        DateTime written = File.GetLastWriteTimeUtc(post);
        File.WriteAllText(post, "written by Eva");
        File.SetLastWriteTimeUtc(post, written);
        string changed = Stamp(folder.Path)!;
        changed.Should().NotBe(first, "size and time of the text are as before, and the text is not");

        File.WriteAllText(folder.In("a/more.md"), "");
        string more = Stamp(folder.Path)!;
        more.Should().NotBe(changed);

        File.Move(folder.In("a/more.md"), folder.In("a/other.md"));
        Stamp(folder.Path).Should().NotBe(more);
    }

    [LinuxFact]
    public void Without_certainty_there_is_none()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.In("post.md"), "text");
        Stamp(folder.Path, TimeSpan.Zero).Should().BeNull("what was written just now may be written again within the same tick");
        Stamp(folder.In("missing")).Should().BeNull();
        for (int i = 0; i < MostEntries; i++) File.WriteAllText(folder.In($"{i}.md"), "text");
        Stamp(folder.Path).Should().BeNull("there is more than is looked at");
    }

    private static string? Stamp(string path) => Stamp(path, TimeSpan.FromMinutes(1));

    private static string? Stamp(string path, TimeSpan later)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        return FolderStamp.AddTo(hash, path, MostEntries, DateTimeOffset.UtcNow + later) ? Convert.ToHexString(hash.GetHashAndReset()) : null;
    }
}
