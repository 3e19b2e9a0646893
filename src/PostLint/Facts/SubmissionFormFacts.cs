using PostLint.Findings;
using PostLint.Submissions;
using PostLint.Syntax;

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

/// <summary>Makes facts of how a submission was handed in.</summary>
internal static class SubmissionFormFacts
{
    public static IEnumerable<Fact> Of(SubmissionForm form, Submission submission)
    {
        var post = new Place(
            submission.Files.FirstOrDefault(file => file.Role is FileRole.Post)?.Path ?? "",
            Context: TextContext.FileName
        );
        yield return new Triaged();
        if (form.Time is { } time)
            yield return new HandedIn(time, post);
        if (form.Conflict is { } answer)
            yield return new DeclaredConflict(answer, post);
        if (form.Reviews is { } reviews)
            yield return new ReviewerOffer(reviews, post);
        if (form.Contact is { } contact)
            yield return new PrincipalContact(contact, post);
    }
}
