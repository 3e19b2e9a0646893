using System.Reflection;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Suppressions;

namespace PostLint.Tests.Architecture;

/// <summary>
/// Which room may know which: a room is a namespace below <c>PostLint</c>, the rules of the built-in pack are one, and arrows go down only.
/// What <c>docs/ARCHITECTURE.md</c> shows is this table.
/// </summary>
public sealed class ArchitectureTests
{
    private const string Linting = "PostLint";
    private const string BuiltIn = "rules/";

    /// <summary>The rooms from below to above by assembly, each with the rooms that it knows.</summary>
    private static readonly (string Assembly, string Room, string Knows)[] s_rooms =
    [
        ("PostLint.Core", "Text", ""),
        ("PostLint.Core", "Syntax", "Text"),
        ("PostLint.Core", "Names", "Text Syntax"),
        ("PostLint.Core", "Facts", "Text Syntax Names"),
        ("PostLint.Core", "Citing", "Text Syntax Names Facts"),
        ("PostLint.Core", "Rules", "Text Syntax Facts"),
        ("PostLint.Core", "Findings", "Text Syntax Facts Rules"),
        ("PostLint.Core", "Engine", "Text Facts Rules Findings"),
        ("PostLint.Core", "Fixes", "Text Syntax Facts Rules"),
        ("PostLint.Assets", "Assets", "Text Syntax"),
        ("PostLint", "Output", "Text"),
        ("PostLint", "Tables", "Text Output"),
        ("PostLint", "Rosters", "Text Names Output Tables"),
        ("PostLint", "PullRequests", "Text Syntax Facts Output"),
        ("PostLint", "Submissions", "Text Syntax Facts Assets Output Rosters PullRequests"),
        ("PostLint", "Profiles", "Text Facts Rules Findings Output Submissions"),
        ("PostLint", "Context", "Text Syntax Names Facts Rosters PullRequests Submissions"),
        ("PostLint", "Suppressions", "Text Syntax Rules Findings Profiles"),
        ("PostLint", Linting, "Text Syntax Facts Rules Findings Engine Rosters PullRequests Submissions Profiles Context Suppressions"),
        ("PostLint", "Baselines", "Text Rules Findings Output Submissions Profiles PostLint"),
        ("PostLint", "Fixing", "Text Syntax Facts Rules Findings Assets Output Submissions Profiles Suppressions PostLint"),
        ("PostLint", "Packs", "Text Syntax Facts Rules Findings Engine Fixes Output Submissions Profiles Suppressions PostLint Fixing"),
        ("PostLint", "Reporting", "Text Names Facts Rules Findings Engine Assets Submissions Profiles PostLint"),
        ("PostLint", "Setup", "Text Facts Rules Findings Engine Assets Rosters Submissions Profiles PostLint Packs"),
        ("PostLint.Server", "Server", "Text Syntax Rules Findings Engine Submissions PostLint Fixing Setup"),
        (
            "PostLint.Triage",
            "Triage",
            "Text Syntax Facts Rules Findings Engine Assets Output Tables PullRequests Submissions Profiles PostLint Reporting Setup"
        ),
        ("PostLint.Rules", BuiltIn, "Text Syntax Names Facts Citing Rules Findings Engine Fixes Packs"),
    ];

    private static readonly Dictionary<string, string[]> s_known = s_rooms.ToDictionary(room => room.Room, room => room.Knows.Split(' '));

    public static TheoryData<string> Assemblies => [.. s_rooms.Select(room => room.Assembly).Distinct()];

    [Fact]
    public void Rooms_know_only_rooms_below_them()
    {
        for (int i = 0; i < s_rooms.Length; i++)
        {
            IEnumerable<string> below = s_rooms[..i].Select(room => room.Room).Append("");
            s_known[s_rooms[i].Room].Should().BeSubsetOf(below, $"{s_rooms[i].Room} stands above them");
        }
    }

    /// <summary>
    /// An arrow that runs up, or to a room that the table does not name, is told with the type and the member that draw it.
    /// </summary>
    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Arrows_are_those_of_the_table(string assembly)
    {
        IEnumerable<string> wrong = Reference
            .Of(Assembly.Load(assembly))
            .Select(arrow => (From: RoomOf(arrow.From), To: RoomOf(arrow.To), Arrow: arrow))
            .Where(one => one.From != one.To && !s_known.GetValueOrDefault(one.From, []).Contains(one.To))
            .Select(one => $"{one.From} → {one.To}: {one.Arrow.From.FullName}.{one.Arrow.Member} uses {one.Arrow.To.FullName}");

        wrong.Distinct().Order(StringComparer.Ordinal).Should().BeEmpty();
    }

    [Fact]
    public void The_page_shows_the_table()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "ARCHITECTURE.md"));
        IEnumerable<string> shown = page.Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| **", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells is [_, _, _, _, _] && cells[1] != "room")
            .Select(cells => $"{cells[1]}: {cells[3]}");

        shown.Should().Equal(s_rooms.Select(room => $"{room.Room}: {room.Knows}"));
    }

    [Fact]
    public void Arrows_are_seen()
    {
        Reference[] arrows = [.. Reference.Of(typeof(Linter).Assembly)];

        arrows.Should().Contain(new Reference(typeof(Linter), nameof(Linter.Lint), typeof(Submission)));
        arrows.Should().Contain(arrow => arrow.From == typeof(Linter) && arrow.To == typeof(Suppressor));
        arrows.Select(arrow => RoomOf(arrow.From)).Distinct().Should().HaveCountGreaterThan(10);
    }

    private static string RoomOf(Type type)
    {
        if (type.Assembly == typeof(BuiltInPack).Assembly)
            return BuiltIn;
        string[] parts = type.Namespace!.Split('.');
        return parts.Length == 1 ? Linting : parts[1];
    }
}
