using PostLint.Facts;

namespace PostLint.Submissions;

/// <summary>How a submission was handed in, as the chair who triages it knows.</summary>
/// <param name="Conflict">What was answered about conflicts; null where nobody asked.</param>
/// <param name="Time">When; null where nobody says.</param>
public sealed record SubmissionForm(FormAnswer? Conflict, DateTimeOffset? Time)
{
    /// <summary>Whether the principal contact joins the reviewers; null where nobody asked.</summary>
    public FormAnswer? Reviews { get; init; }

    /// <summary>Who is the principal contact; null where nobody asked.</summary>
    public FormContact? Contact { get; init; }
}
