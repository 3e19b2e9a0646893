using PostLint.Facts;

namespace PostLint.Engine;

/// <summary>Rules with what they need: the extractors of their facts and the words of those.</summary>
/// <param name="Name">The pack's name.</param>
/// <param name="Rules">All rules.</param>
/// <param name="Extractors">What finds the facts, in the order they run.</param>
/// <param name="Lexicon">The words that the extractors' phrases are made of.</param>
public sealed record Pack(string Name, IReadOnlyList<Rule> Rules, IReadOnlyList<IExtractor> Extractors, Lexicon Lexicon)
{
    /// <summary>Its version; empty where it has none.</summary>
    public string Version { get; init; } = "";

    /// <summary>This pack with the rules and extractors of others; words are those of this one.</summary>
    public Pack With(IEnumerable<Pack> others)
    {
        Pack[] added = [.. others];
        return added.Length == 0
            ? this
            : this with
            {
                Rules = [.. Rules, .. added.SelectMany(pack => pack.Rules)],
                Extractors = [.. Extractors, .. added.SelectMany(pack => pack.Extractors)],
            };
    }
}
