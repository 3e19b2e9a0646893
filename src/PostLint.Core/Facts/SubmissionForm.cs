namespace PostLint.Facts;

/// <summary>That a chair triages the submission, and wants to know what concerns no author.</summary>
public sealed record Triaged() : Fact(new Place(""));

/// <summary>When the submission was handed in.</summary>
/// <param name="Time">The time.</param>
/// <param name="Place">The post.</param>
public sealed record HandedIn(DateTimeOffset Time, Place Place) : Fact(Place);

/// <summary>What the authors answered about conflicts of interest.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Place">The post.</param>
public sealed record DeclaredConflict(FormAnswer Answer, Place Place) : Fact(Place);

/// <summary>What the authors answered whether their principal contact joins the reviewers.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Place">The post.</param>
public sealed record ReviewerOffer(FormAnswer Answer, Place Place) : Fact(Place);

/// <summary>What the form says of the principal contact.</summary>
/// <param name="Contact">What.</param>
/// <param name="Place">The post.</param>
public sealed record PrincipalContact(FormContact Contact, Place Place) : Fact(Place);

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
