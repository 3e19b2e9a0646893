namespace PostLint.Submissions;

/// <summary>What authors answered to a question of the submission form.</summary>
public enum FormAnswer
{
    /// <summary>Neither yes nor no.</summary>
    None,

    /// <summary>Yes: they declare a conflict; they are ready to review.</summary>
    Yes,

    /// <summary>No.</summary>
    No,
}

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

/// <summary>What the form says of the principal contact.</summary>
public enum FormContact
{
    /// <summary>Nothing.</summary>
    Missing,

    /// <summary>Somebody whom it does not list as an author.</summary>
    Other,

    /// <summary>An author, or somebody where it lists no authors.</summary>
    Author,
}
