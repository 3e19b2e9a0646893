using System.Globalization;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Submission;

/// <summary>The submission was handed in after the deadline.</summary>
internal sealed class LateSubmission : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("submission/late-submission")
        {
            Summary = "The submission was handed in after the deadline",
            Why =
                "A deadline that holds for some only is unfair. It ends when the day has ended everywhere on earth, at noon "
                + "of the next day in UTC.",
            Fix = "Check whether the system gave more time, or whether this is a later version of one that was in time.",
            Severity = Severity.Warning,
            IsConfidential = true,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<HandedIn>()
            .And<Edition>((handed, edition) => edition.Deadline is { } day && handed.Time > EndOf(day))
            .Report(
                (handed, edition) =>
                    At(
                        handed,
                        (
                            $"It was handed in at "
                            + $"{new Neutral(handed.Time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))} "
                            + $"UTC; the deadline was "
                            + $"{new Neutral(edition.Deadline!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))}, "
                            + $"anywhere on earth"
                        )
                    )
            );

    /// <summary>When a day has ended everywhere on earth: twelve hours after UTC.</summary>
    private static DateTimeOffset EndOf(DateOnly day) => new(day.AddDays(1).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
}
