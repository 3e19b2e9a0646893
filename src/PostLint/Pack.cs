using PostLint.Engine;
using PostLint.Facts;

namespace PostLint;

/// <summary>Rules with what they need: the extractors of their facts and the words of those.</summary>
/// <param name="Name">The pack's name.</param>
/// <param name="Rules">All rules.</param>
/// <param name="Extractors">What finds the facts, in the order they run.</param>
/// <param name="Lexicon">The words that the extractors' phrases are made of.</param>
public sealed record Pack(string Name, IReadOnlyList<Rule> Rules, IReadOnlyList<IExtractor> Extractors, Lexicon Lexicon);
