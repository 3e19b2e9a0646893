using System.Collections.ObjectModel;

namespace PostLint.Triage;

/// <summary>All that comes of checking a submission; what may not be shared stands apart from what may.</summary>
/// <param name="Record">What may be shared.</param>
internal sealed record CheckedSubmission(TriageRecord Record)
{
    /// <summary>What only the chair may see of each finding, in the order of the findings.</summary>
    internal IReadOnlyList<PrivateFinding> PrivateFindings { get; init; } = [];

    /// <summary>
    /// The images that findings about identity stand in, by path, as <c>data:</c> addresses; very large ones are left out.
    /// </summary>
    public IReadOnlyDictionary<string, string> Images { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Columns of the manifest that only the chair may see.</summary>
    public IReadOnlyDictionary<string, string> PrivateFields { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>What other submissions may share with it; never shown.</summary>
    public IReadOnlyList<SharedTrace> Traces { get; init; } = [];
}

/// <summary>What only the chair may see of a finding.</summary>
/// <param name="Message">The whole message.</param>
/// <param name="File">The file.</param>
/// <param name="Text">The line; empty where there is none.</param>
/// <param name="Start">Where in it the finding begins.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Why">The facts and rules behind it, the deeper the more blanks before.</param>
internal sealed record PrivateFinding(string Message, string File, string Text, int Start, int Length, IReadOnlyList<string> Why)
{
    /// <summary>The line before; empty where there is none.</summary>
    public string Before { get; init; } = "";

    /// <summary>The line after; empty where there is none.</summary>
    public string After { get; init; } = "";
}
