using PostLint.Engine;
using PostLint.Facts;

namespace PostLint.Rules.Conflict;

/// <summary>What findings say of conflicts.</summary>
internal static class RosterConflicts
{
    /// <summary>What makes a conflict.</summary>
    public static Message Of(RosterConflictFact conflict) =>
        conflict.Tie is { } tie
            ? Message.Of($"{conflict.Name}, an author of the discussed paper, {TextOf(tie)}")
            : Message.Of($"{conflict.Name}, an author of this post, wrote the paper that it discusses");

    /// <summary>How somebody is tied to an author of the post, in words that follow the name.</summary>
    public static Neutral TextOf(Tie tie) =>
        new(
            tie switch
            {
                Tie.CoAuthor => "wrote with an author of this post within three years",
                Tie.Relation => "is in the roster’s relations of an author of this post",
                _ => "is at an institution of an author of this post",
            }
        );

    /// <summary>What was declared.</summary>
    public static Message Of(Group<DeclaredConflict> declared) =>
        declared.Any(answer => answer.Answer is FormAnswer.No) ? Message.Of($"the authors declare that there is no conflict")
        : declared.Count > 0 ? Message.Of($"nothing is declared")
        : Message.Of($"whether they declared it, the source does not say");
}
