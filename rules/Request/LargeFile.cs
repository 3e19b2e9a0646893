using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Request;

/// <summary>The request adds a large file.</summary>
internal sealed class LargeFile : Rule
{
    private static readonly RuleOption<int> s_kilobytes = new(
        "kilobytes",
        10240,
        "The largest file of a post, in units of 1,024 bytes; by judgment, ten megabytes hold any figure",
        Min: 1
    )
    {
        Unit = "KiB",
    };

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("request/large-file")
        {
            Summary = "The request adds a large file",
            Why = "Every clone of the repository carries the file for ever, and readers load it with the page.",
            Fix = "Shrink the file, or leave it out.",
            Phases = [Phase.Submission, Phase.CameraReady],
            Severity = Severity.Warning,
            Options = [s_kilobytes],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<ChangedPath>()
            .And<OptionValue<int>>((changed, most) => most.Is(Descriptor.Id, s_kilobytes) && changed.Bytes > most.Value * 1024L)
            .Report(
                (changed, most) =>
                    At(changed, $"{new Quoted(changed.Path)} has {Kilobytes(changed)} KB; files of a post stay below {most.Value}")
            );

    private static int Kilobytes(ChangedPath changed) => (int)Math.Min(changed.Bytes / 1024, int.MaxValue);
}
