using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Rules.Template;

/// <summary>The archive is larger than the call allows.</summary>
public sealed class OversizedArchive : Rule
{
    /// <inheritdoc/>
    public override RuleInfo Info { get; } = new("template/oversized-archive")
    {
        Summary = "The archive is larger than the call allows",
        Why = "What is larger cannot be handed in, or is not looked at.",
        Fix = "Leave out other posts, drafts and videos, and shrink pictures.",
        Severity = Severity.Error,
        Options = [new RuleOption("kilobytes", "0", "The largest archive, in units of 1,024 bytes; 0 where the call sets no limit")],
    };

    /// <inheritdoc/>
    public override Pattern Pattern => When<FileEntry>(file => file.SitePath.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) || file.SitePath.EndsWith(".tar", StringComparison.OrdinalIgnoreCase) || file.SitePath.EndsWith("gz", StringComparison.OrdinalIgnoreCase))
        .And<OptionValue>((file, most) => most.Rule == Info.Id && most.Number > 0 && file.Bytes > most.Number * 1024L)
        .Report((file, most) => At(file, $"The archive has {(int)Math.Min((file.Bytes + 1023) / 1024, int.MaxValue)} KB, the call allows {most.Number}"));
}
