using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Rules;

namespace PostLint.Tests.Engine;

/// <summary>Three given kinds of fact and two concluded ones.</summary>
internal sealed record Red(int Id, int Value, Place Place) : Fact(Place);

internal sealed record Green(int Id, int Value, Place Place) : Fact(Place), IClue
{
    public string Clue => $"c{Value}";
}

internal sealed record Blue(int Id, int Value, Place Place) : Fact(Place);

internal sealed record Sum(int Value, Place Place) : Fact(Place);

internal sealed record Seen(int Value, Place Place) : Fact(Place);

internal abstract record Unsealed(Place Place) : Fact(Place);

/// <summary>A rule made on the spot, and the words to make it with.</summary>
internal sealed class TestRule(string id, Pattern pattern) : Rule
{
    public int PatternReads { get; private set; }

    public override RuleDescriptor Descriptor =>
        new(id)
        {
            Summary = "A test",
            Why = "A test.",
            Fix = "None.",
            Severity = Severity.Warning,
        };

    public override Pattern Pattern
    {
        get
        {
            PatternReads++;
            return pattern;
        }
    }

    public static Pattern<T> When<T>(Func<T, bool>? where = null)
        where T : Fact => Rule.When(where);

    public static Pattern<Group<T>> WhenEach<T>(Func<T, Key> by, Func<T, bool>? where = null)
        where T : Fact => Rule.WhenEach(by, where);

    public static new Report At(Fact fact, MessageBuilder message, string? cause = null) => Rule.At(fact, message, cause);

    public static new Report At(Place place, MessageBuilder message, string? cause = null) => Rule.At(place, message, cause);

    /// <summary>
    /// A place whose units follow from its offset: three offsets a line, five a sentence, ten a block; the first five and ten lie in none.
    /// </summary>
    public static Place P(int start, string file = "a.md") => new(file, start, 1, (start / 3) + 1, start / 10, start / 5);

    public static RunResult Run(IEnumerable<Fact> facts, params Pattern[] patterns) => new Matcher(Set(patterns)).Run(facts);

    public static RuleSet Set(params Pattern[] patterns) => new(patterns.Select((pattern, i) => new TestRule($"test/rule-{i}", pattern)));

    public static IEnumerable<string> Messages(RunResult result) => result.Findings.Select(finding => finding.Message.Reveal());

    public static string Premises(Derivation derivation) =>
        string.Join(
            " ",
            derivation.Premises.Select(premise =>
                premise.Fact switch
                {
                    Red red => $"r{red.Id}",
                    Green green => $"g{green.Id}",
                    Blue blue => $"b{blue.Id}",
                    Sum sum => $"sum{sum.Value}",
                    Seen seen => $"seen{seen.Value}",
                    _ => "?",
                }
            )
        );
}
