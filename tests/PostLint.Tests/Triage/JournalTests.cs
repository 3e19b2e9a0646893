using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PostLint.Facts;
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
            for (int i = 0; i < 5; i++)
                journal.Add(Line($"s{i}", i));
        }
        byte[] whole = File.ReadAllBytes(path);
        int[] ends = [.. whole.Select((value, at) => (value, at)).Where(entry => entry.value == '\n').Select(entry => entry.at + 1)];
        for (int length = 0; length < whole.Length; length += 7)
        {
            File.WriteAllBytes(path, whole[..length]);
            using var cut = new Journal(path);
            cut.Ids.Should().HaveCount(ends.Count(end => end <= length));
            cut.Add(Line("late", 9));
            cut.Read("late").Record.Lanes[0].Weight.Should().Be(9);
            foreach (string id in cut.Ids.Where(id => id != "late"))
                cut.Read(id).Record.Id.Should().Be(id);
        }
    }

    [Fact]
    public void A_damaged_line_is_passed_over_and_the_others_stay()
    {
        using var folder = new TemporaryFolder();
        string path = folder.In("journal");
        using (var journal = new Journal(path))
        {
            for (int i = 0; i < 3; i++)
                journal.Add(Line($"s{i}", i));
        }
        byte[] bytes = File.ReadAllBytes(path);
        bytes[Array.IndexOf(bytes, (byte)'\n') + 30] ^= 1;
        File.WriteAllBytes(path, bytes);
        using var damaged = new Journal(path);
        damaged.Ids.Should().BeEquivalentTo("s0", "s2");
        damaged.Read("s2").Record.Lanes[0].Weight.Should().Be(2);
    }

    [Fact]
    public void Records_of_another_version_are_told_and_not_read()
    {
        using var folder = new TemporaryFolder();
        string path = folder.In("journal");
        using (var journal = new Journal(path))
            journal.Add(Line("s1", 1));
        string line = File.ReadAllText(path).TrimEnd('\n').Split('\t', 2)[1].Replace("[3,", "[1,", StringComparison.Ordinal);
        string checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)).AsSpan(0, 4));
        File.WriteAllText(path, $"{checksum}\t{line}\n");

        using var read = new Journal(path);
        read.HoldsOtherVersions.Should().BeTrue();
        read.Ids.Should().BeEmpty();
        read.HeadOf("s1").Should().BeNull();
    }

    [Fact]
    public void The_last_record_of_a_submission_holds_and_others_can_be_dropped()
    {
        using var folder = new TemporaryFolder();
        using var journal = new Journal(folder.In("journal"));
        foreach (int weight in (int[])[1, 2, 3])
            journal.Add(Line("a", weight));
        journal.Add(Line("b", 7));

        journal.Keep(new HashSet<string> { "a" });

        journal.Ids.Should().Equal("a");
        journal.Read("a").Record.Lanes[0].Weight.Should().Be(3);
        File.ReadAllLines(folder.In("journal")).Should().ContainSingle();
    }

    [Fact]
    public void A_line_says_what_it_was_made_of_and_keeps_what_is_private_apart()
    {
        var record = new TriageRecord("s\t1", Verdict.Look, LanesOf(7))
        {
            Unread = ["a\tb\nc"],
            Fields = new Dictionary<string, string> { ["track"] = "blog" },
        };
        var submission = new CheckedSubmission(record)
        {
            PrivateFindings = [new("whole\tmessage", "file\n", "line", 1, 2, ["why"])],
            Images = new Dictionary<string, string> { ["a.png"] = "data:" },
            PrivateFields = new Dictionary<string, string> { ["authors"] = "Ada Example" },
            Traces = [new(SharedKind.Image, ulong.MaxValue - 3), new(SharedKind.Text, 0x0123_4567_89AB_CDEF)],
        };
        RecordLine line = RecordLine.Of(submission);
        ReadOnlyMemory<byte> written = line.With(line.Head with { Key = "key", Stamp = new("state", "a/ü\0"u8.ToArray()) }).Bytes;

        RecordLine.TryRead(written, out RecordLine read).Should().BeTrue();
        read.Record.Should().BeEquivalentTo(record);
        read.Head.Traces.Should().Equal(submission.Traces);
        read.Head.Traces[1].Kind.Should().Be(SharedKind.Text);
        read.Head.Key.Should().Be("key");
        read.Head.Stamp!.State.Should().Be("state");
        read.Head.Stamp.Paths.ToArray().Should().Equal("a/ü\0"u8.ToArray());
        Encoding.UTF8.GetString(read.PrivateFields.Span).Should().Be("""{"authors":"Ada Example"}""");
        Encoding.UTF8.GetString(read.PrivateFindings.Span).Should().Contain("whole");
        Encoding.UTF8.GetString(read.Images.Span).Should().Be("""{"a.png":"data:"}""");
        JsonSerializer.Serialize(read.Record, TriageJson.Record).Should().NotContain("Ada").And.NotContain("whole");
        for (int length = 0; length < written.Length; length += 5)
            Record.Exception(() => RecordLine.TryRead(written[..length], out _)).Should().BeNull();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[2")]
    [InlineData("[2x")]
    [InlineData("[2,1]")]
    [InlineData("""[1,"s1",0,7,"","","",""]""")]
    [InlineData("""["s1",0,7,"","","",""]""")]
    [InlineData("""{"id":"s1","verdict":"act","weight":7,"traces":""}""")]
    public void A_head_of_another_version_is_no_record(string head) =>
        RecordLine.TryRead(Encoding.UTF8.GetBytes($"{head}\t{{}}\t{{}}\t[]\t{{}}"), out _).Should().BeFalse();

    private static RecordLine Line(string id, int weight) =>
        RecordLine.Of(
            new(new TriageRecord(id, Verdict.Look, LanesOf(weight)) { Unread = ["a\tb\nc"] })
            {
                Traces = [new(SharedKind.Image, ulong.MaxValue - 3)],
            }
        );

    private static IReadOnlyList<LaneResult> LanesOf(int weight) =>
        [.. Lanes.All.Select(lane => new LaneResult(lane, Verdict.Look, weight, 1, -1))];
}
