using PostLint.Tests.Submissions;
using PostLint.Triage;

namespace PostLint.Tests.Triage;

public sealed class JournalTests
{
    [Fact]
    public void Whatever_is_cut_off_only_the_last_line_is_lost()
    {
        using var folder = new TemporaryFolder();
        string path = folder.In("journal");
        using (var journal = new Journal(path))
        {
            for (int i = 0; i < 5; i++) journal.Add(Head($"s{i}", i), Record($"s{i}", i));
        }
        byte[] whole = File.ReadAllBytes(path);
        int[] ends = [.. whole.Select((value, at) => (value, at)).Where(entry => entry.value == '\n').Select(entry => entry.at + 1)];
        for (int length = 0; length < whole.Length; length += 7)
        {
            File.WriteAllBytes(path, whole[..length]);
            using var cut = new Journal(path);
            cut.Ids.Should().HaveCount(ends.Count(end => end <= length));
            cut.Add(Head("late", 9), Record("late", 9));
            cut.Read("late").Weight.Should().Be(9);
            foreach (string id in cut.Ids.Where(id => id != "late")) cut.Read(id).Id.Should().Be(id);
        }
    }

    [Fact]
    public void A_damaged_line_is_passed_over_and_the_others_stay()
    {
        using var folder = new TemporaryFolder();
        string path = folder.In("journal");
        using (var journal = new Journal(path))
        {
            for (int i = 0; i < 3; i++) journal.Add(Head($"s{i}", i), Record($"s{i}", i));
        }
        byte[] bytes = File.ReadAllBytes(path);
        bytes[Array.IndexOf(bytes, (byte)'\n') + 30] ^= 1;
        File.WriteAllBytes(path, bytes);
        using var damaged = new Journal(path);
        damaged.Ids.Should().BeEquivalentTo("s0", "s2");
        damaged.Read("s2").Weight.Should().Be(2);
    }

    [Fact]
    public void The_last_record_of_a_submission_holds_and_others_can_be_dropped()
    {
        using var folder = new TemporaryFolder();
        using var journal = new Journal(folder.In("journal"));
        foreach (int weight in (int[])[1, 2, 3]) journal.Add(Head("a", weight), Record("a", weight));
        journal.Add(Head("b", 7), Record("b", 7));

        journal.Keep(new HashSet<string> { "a" });

        journal.Ids.Should().Equal("a");
        journal.Read("a").Weight.Should().Be(3);
        File.ReadAllLines(folder.In("journal")).Should().ContainSingle();
    }

    private static RecordHead Head(string id, int weight) => new(id, "key", Verdict.Look, weight, [new(SharedKind.Image, ulong.MaxValue - 3)]);

    private static TriageRecord Record(string id, int weight) => new(id, Verdict.Look, weight) { Unread = ["a\tb\nc"] };
}
