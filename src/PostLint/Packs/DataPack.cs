using PostLint.Engine;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Packs;

/// <summary>A pack that was read from a file.</summary>
/// <param name="Pack">Its rules and what finds their facts.</param>
/// <param name="Path">The file.</param>
/// <param name="Venue">Whom it is for; empty where it does not say.</param>
/// <param name="Address">Address of the call; empty where it does not say.</param>
/// <param name="Examples">What its rules find and pass.</param>
public sealed record DataPack(Pack Pack, string Path, string Venue, string Address, IReadOnlyList<PackExample> Examples)
{
    /// <summary>
    /// The patterns that have no word of at least three fixed letters, by the id of their rule: each costs a search of every text.
    /// </summary>
    public IReadOnlyList<string> SlowRules { get; init; } = [];
}

/// <summary>An example of a pack's rule.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="IsBad">Whether the rule has to find something in it; otherwise it must find nothing.</param>
/// <param name="Submission">The example.</param>
/// <param name="Text">Its text, or that of its first file.</param>
/// <param name="Line">1-based line in the pack's file.</param>
public sealed record PackExample(string Rule, bool IsBad, Submission Submission, string Text, int Line)
{
    /// <summary>What the rule's fix makes of its files, by path; null where that is not said.</summary>
    public IReadOnlyDictionary<string, string>? Fixed { get; init; }

    /// <summary>An example of a card: a post.</summary>
    internal static PackExample Of(string rule, RuleExample example) =>
        new(rule, example.IsBad, new("example", [new("post.md", FileRole.Post, new("post.md", example.Text), [])], []), example.Text, 0);
}
