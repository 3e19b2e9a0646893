using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Submissions;

namespace PostLint.Rules.Conflict;

/// <summary>What findings say of conflicts.</summary>
internal static class RosterConflicts
{
    /// <summary>What makes a conflict.</summary>
    public static Message Of(RosterConflictFact conflict) => conflict.Kind switch
    {
        ConflictKind.OwnWork => Message.Of($"{conflict.Name}, an author of this post, wrote the paper that it discusses"),
        ConflictKind.CoAuthor => Message.Of($"{conflict.Name}, an author of the discussed paper, wrote with an author of this post within three years"),
        _ => Message.Of($"{conflict.Name}, an author of the discussed paper, is in the roster’s relations of an author of this post"),
    };

    /// <summary>What was declared.</summary>
    public static Message Of(Group<DeclaredConflict> declared) =>
        declared.Any(answer => answer.Answer is ConflictAnswer.No) ? Message.Of($"the authors declare that there is no conflict") : Message.Of($"nothing is declared");
}
