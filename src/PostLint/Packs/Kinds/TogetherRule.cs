using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Rules;
using PostLint.Text;

namespace PostLint.Packs.Kinds;

/// <summary>Patterns of which all, some or none stand together: a join over as many as are named.</summary>
internal sealed class TogetherRule(RuleDescriptor descriptor, RuleValues values) : DataRule(descriptor, values)
{
    public static RuleKind Kind { get; } =
        new(
            "together",
            "Patterns of which all, at least one or none stand within a sentence, a paragraph, some lines or a file",
            [
                new("all", PackValue.Patterns, "Patterns that all have to stand there; findings stand at the first"),
                new("any", PackValue.Patterns, "Patterns of which at least one has to stand there; without all, findings stand at each"),
                new("not", PackValue.Patterns, "Patterns of which none may stand there"),
                .. NearRule.Reaches,
            ],
            "“{match}” stands here with what the call does not allow beside it",
            new Dictionary<string, string> { ["match"] = "the words at which the finding stands" }
        )
        {
            Needs = static values => values.Has("not") ? Completeness.WholePost : Completeness.Any,
            Create = (descriptor, values) => new TogetherRule(descriptor, values),
            Check = values =>
                values.PatternList("all").Count + values.PatternList("any").Count == 0 ? "a together rule has all, any or both"
                : values.Has("within") && values.Has("lines") ? "a rule has within or lines, not both"
                : null,
        };

    public override Pattern Pattern
    {
        get
        {
            IReadOnlyList<TextPattern> all = Values.PatternList("all"),
                any = Values.PatternList("any"),
                not = Values.PatternList("not");
            IReadOnlyList<TextPattern> subjects = all.Count > 0 ? [all[0]] : any;
            HashSet<TextPattern> own = [.. all, .. any, .. not];
            return When<PatternMatch>(match => match.Pattern is { } pattern && subjects.Contains(pattern))
                .Gather<PatternMatch>(NearRule.ReachOf(Values), (_, other) => other.Pattern is { } pattern && own.Contains(pattern))
                .Where(
                    (subject, others) =>
                    {
                        HashSet<TextPattern?> there = [subject.Pattern, .. others.Select(other => other.Pattern)];
                        return all.All(there.Contains) && (any.Count == 0 || any.Any(there.Contains)) && !not.Any(there.Contains);
                    }
                )
                .Report(
                    (subject, _) =>
                        At(subject, Values.Message.Fill([Shown("match", subject.Text), .. Captured(subject)]), $"{subject.Place.Start}")
                );
        }
    }
}
