using PostLint.Triage;

namespace PostLint.Tests.Triage;

public sealed class LaneTests
{
    [Fact]
    public void A_line_that_is_told_four_times_counts_once()
    {
        TriageFinding[] same = [.. Enumerable.Range(0, 4).Select(i => Finding($"identity/r{i}", "error", 9, 100))];

        LaneResult lane = Weights.LanesOf(same, unread: 0, isWhole: true)[0];

        lane.Should().Be(new LaneResult(Lane.Identity, Verdict.Act, 100, 1, 0));
        Weights.LanesOf([.. same, Finding("identity/r0", "warning", 12, 30)], 0, isWhole: true)[0].Weight.Should().Be(103);
    }

    [Fact]
    public void Each_lane_has_a_verdict_of_its_own()
    {
        IReadOnlyList<LaneResult> lanes = Weights.LanesOf(
            [Finding("scope/a", "error", 1, 100), Finding("template/b", "warning", 2, 10), Finding("identity/c", "note", 3, 1)],
            unread: 2,
            isWhole: true
        );

        lanes.Select(lane => lane.Verdict).Should().Equal(Verdict.Clear, Verdict.Clear, Verdict.Act, Verdict.Look, Verdict.Look);
    }

    [Fact]
    public void What_could_not_be_read_is_acted_on_in_its_lane_alone()
    {
        Weights
            .LanesOf([], 0, isWhole: false)
            .Select(lane => lane.Verdict)
            .Should()
            .Equal(Verdict.Clear, Verdict.Clear, Verdict.Clear, Verdict.Clear, Verdict.Act);
    }

    [Fact]
    public void A_part_that_could_not_be_read_stands_with_the_files_that_could_not()
    {
        TriageFinding part = Finding("submission/unread-part", "warning", 1, 10);

        Weights.LanesOf([part], unread: 0, isWhole: true)[^1].Should().Be(new LaneResult(Lane.Unreadable, Verdict.Look, 10, 1, 0));
        Weights.LanesOf([part], unread: 1, isWhole: true)[^1].Should().Be(new LaneResult(Lane.Unreadable, Verdict.Look, 20, 2, 0));
    }

    private static TriageFinding Finding(string rule, string severity, int line, int weight) =>
        new(rule, severity, "It is there", "_posts/a.md", line, null) { Weight = weight };
}
