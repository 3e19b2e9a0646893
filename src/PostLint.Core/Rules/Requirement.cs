namespace PostLint.Rules;

/// <summary>What a call asks, in PostLint's words, and where it says so.</summary>
/// <param name="Text">The requirement in one sentence.</param>
/// <param name="Source">Title and section of the call.</param>
/// <param name="Address">Its address on the web; empty where there is none.</param>
public sealed record Requirement(string Text, string Source, string Address);
