using PostLint.Facts;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Context;

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
