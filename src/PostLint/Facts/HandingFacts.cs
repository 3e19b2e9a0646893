using PostLint.Submissions;

namespace PostLint.Facts;

/// <summary>That a chair triages the submission, and wants to know what concerns no author.</summary>
public sealed record Triaged() : Fact(new Place(""));

/// <summary>When the submission was handed in.</summary>
/// <param name="Time">The time.</param>
public sealed record HandedIn(DateTimeOffset Time) : Fact(new Place(""));

/// <summary>What the authors answered about conflicts of interest.</summary>
/// <param name="Answer">The answer.</param>
public sealed record DeclaredConflict(ConflictAnswer Answer) : Fact(new Place(""));

/// <summary>Makes facts of how a submission was handed in.</summary>
internal static class HandingFacts
{
    public static IEnumerable<Fact> Of(Handing handing)
    {
        yield return new Triaged();
        if (handing.Time is { } time) yield return new HandedIn(time);
        if (handing.Conflict is { } answer) yield return new DeclaredConflict(answer);
    }
}
