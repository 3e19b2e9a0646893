namespace PostLint.Submissions;

/// <summary>What authors answered to the question whether they have a conflict of interest.</summary>
public enum ConflictAnswer
{
    /// <summary>Neither yes nor no.</summary>
    None,

    /// <summary>They declare one.</summary>
    Yes,

    /// <summary>They declare that there is none.</summary>
    No,
}

/// <summary>How a submission was handed in, as the chair who triages it knows.</summary>
/// <param name="Conflict">What was answered about conflicts; null where nobody asked.</param>
/// <param name="Time">When; null where nobody says.</param>
public sealed record Handing(ConflictAnswer? Conflict, DateTimeOffset? Time);
