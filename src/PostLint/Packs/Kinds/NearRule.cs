using PostLint.Engine;
using PostLint.Findings;
using PostLint.Rules;
using PostLint.Text;

namespace PostLint.Packs.Kinds;

/// <summary>Two patterns that stand together, and a third that does not: a join.</summary>
internal sealed class NearRule(RuleDescriptor info, RuleValues values) : DataRule(info, values)
{
    /// <summary>The keys that say how near.</summary>
    public static IReadOnlyList<PackKey> Reaches =>
        [
            new("within", PackValue.Text, "How near; left out: sentence", Words: ["sentence", "block", "file"]),
            new("lines", PackValue.Number, "How near, in lines above or below, instead of within")
            {
                Min = 0,
                Max = 1000,
                IsWhole = true,
                IsOption = false,
            },
        ];

    public static RuleKind Kind { get; } =
        new(
            "near",
            "Two patterns within a sentence, a paragraph, some lines or a file, where a third does not stand with them",
            [
                new("first", PackValue.Pattern, "What is looked for; findings stand here", IsRequired: true),
                new("second", PackValue.Pattern, "What has to stand near it", IsRequired: true),
                new("unless", PackValue.Pattern, "What must not stand near it"),
                .. Reaches,
            ],
            "“{first}” stands near “{second}”",
            new Dictionary<string, string> { ["first"] = "the words of the first pattern", ["second"] = "those of the second" }
        )
        {
            Create = (info, values) => new NearRule(info, values),
            Check = values => values.Has("within") && values.Has("lines") ? "a rule has within or lines, not both" : null,
        };

    /// <summary>How near a rule asks for.</summary>
    public static Within ReachOf(RuleValues values) =>
        values.Number("lines") is { } lines
            ? Within.Lines((int)lines)
            : values.Text("within") switch
            {
                "block" => Within.Block,
                "file" => Within.File,
                _ => Within.Sentence,
            };

    public override Pattern Pattern
    {
        get
        {
            Func<PatternMatch, bool> isSecond = Of(Values.Pattern("second")),
                isThird = Of(Values.Pattern("unless"));
            Pattern<PatternMatch, PatternMatch> pair = When(Of(Values.Pattern("first")))
                .And<PatternMatch>(ReachOf(Values), (_, second) => isSecond(second));
            if (Values.Has("unless"))
                pair = pair.Unless<PatternMatch>(ReachOf(Values), (_, _, third) => isThird(third));
            return pair.Report(
                (first, second) =>
                    At(first, Values.Message.Fill(Shown("first", first.Text), Shown("second", second.Text)), $"{first.Place.Start}")
            );
        }
    }
}
