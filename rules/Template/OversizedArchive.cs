using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Template;

/// <summary>The archive is larger than the call allows.</summary>
internal sealed class OversizedArchive : Rule
{
    private static readonly RuleOption<int> s_kilobytes = new(
        "kilobytes",
        0,
        "The largest archive, in units of 1,024 bytes; 0 where the call sets no limit",
        Min: 0
    )
    {
        Unit = "KiB",
    };

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("template/oversized-archive")
        {
            Summary = "The archive is larger than the call allows",
            Why = "What is larger cannot be handed in, or is not looked at.",
            Fix = "Leave out other posts, drafts and videos, and shrink pictures.",
            Severity = Severity.Error,
            Options = [s_kilobytes],
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        When<FileEntry>(file =>
                file.SitePath.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)
                || file.SitePath.EndsWith(".tar", StringComparison.OrdinalIgnoreCase)
                || file.SitePath.EndsWith("gz", StringComparison.OrdinalIgnoreCase)
            )
            .And<OptionValue<int>>((file, most) => most.Is(Descriptor.Id, s_kilobytes) && most.Value > 0 && file.Bytes > most.Value * 1024L)
            .Report(
                (file, most) =>
                    At(file, $"The archive has {(int)Math.Min((file.Bytes + 1023) / 1024, int.MaxValue)} KB, the call allows {most.Value}")
            );
}
