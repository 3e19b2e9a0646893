namespace PostLint.Triage;

/// <summary>What the sources of a triage hold.</summary>
/// <param name="Items">The submissions, by the order of the sources, then by name.</param>
/// <param name="SetAside">How many entries are no submissions any more, by the reason: withdrawn, desk-rejected, deleted.</param>
internal sealed record TriageListing(IReadOnlyList<TriageItem> Items, IReadOnlyDictionary<string, int> SetAside);
