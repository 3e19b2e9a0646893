using System.Text.RegularExpressions;

namespace PostLint.Facts;

/// <summary>A directory of a user or group on a cluster.</summary>
internal sealed partial class ClusterPathGrammar : IdentifierGrammar
{
    /// <inheritdoc/>
    public override IdentifierKind Kind => IdentifierKind.ClusterPath;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Word, int Offset)> Triggers =>
        [("/scratch/", 0), ("/gpfs/", 0), ("/lustre/", 0), ("/nfs/", 0), ("/cluster/", 0), ("/nobackup/", 0)];

    /// <inheritdoc/>
    public override Regex Pattern => Grammar();

    /// <inheritdoc/>
    public override IReadOnlyList<(string Text, string? Value)> Samples =>
        [("/scratch/users/adaex/run1", "adaex"), ("/scratch/datasets/x", null)];

    /// <inheritdoc/>
    public override bool IsSound(string value, Document document, int at) => HomeFiles.IsHome(document.Source.Text, at, value);

    [GeneratedRegex(
        (
            """\G/(?:scratch|gpfs|lustre|nfs|cluster|nobackup)/(?:(?:home|users?|work|scratch|data(?=/fs\d)|fs\d+|nfs|share"""
            + """|homes|people|[a-z])/){0,3}(?<value>[\p{L}][\p{L}\d._-]{2,30})/"""
        ),
        RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex Grammar();
}
