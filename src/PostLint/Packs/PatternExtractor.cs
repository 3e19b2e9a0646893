using System.Buffers;
using System.Text.RegularExpressions;
using PostLint.Facts;
using PostLint.Syntax;

namespace PostLint.Packs;

/// <summary>
/// Finds the matches of all patterns of a run's packs. One pass over a text tells where each pattern can match at all, and only the
/// paragraphs there are searched. A pattern
/// that takes too long is told as a part that was not read.
/// </summary>
internal sealed class PatternExtractor : IExtractor
{
    private const int MostMatches = 1_000; // of one pattern in one file
    private const int Reach = 2_000; // characters of what pages do not show, before and behind what a match has to hold
    private readonly TextPattern[] _patterns;
    private readonly SearchValues<string> _literals;
    private readonly Dictionary<char, List<(string Literal, int Pattern)>> _byFirst = [];

    public PatternExtractor(IEnumerable<TextPattern> patterns)
    {
        _patterns = [.. patterns];
        for (int i = 0; i < _patterns.Length; i++)
        {
            foreach (string literal in _patterns[i].Literals)
            {
                char first = char.ToLowerInvariant(literal[0]);
                if (!_byFirst.TryGetValue(first, out List<(string, int)>? list))
                    _byFirst[first] = list = [];
                list.Add((literal, i));
            }
        }
        _literals = SearchValues.Create(
            [.. _patterns.SelectMany(pattern => pattern.Literals).Distinct(StringComparer.OrdinalIgnoreCase)],
            StringComparison.OrdinalIgnoreCase
        );
    }

    /// <inheritdoc/>
    public bool ReadsMetadata => true;

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        // Visible text is read without its markup; what pages do not show, as it is written.
        if (document.Units.Count > 0)
            Extract(document, document.Tree.Plain, isVisible: true, facts);
        if (Array.Exists(_patterns, pattern => pattern.Scope.ReadsSource))
            Extract(document, document.Source.Text, isVisible: false, facts);
    }

    private void Extract(Document document, string text, bool isVisible, ICollection<Fact> facts)
    {
        List<int>?[] hits = Hits(text);
        for (int i = 0; i < _patterns.Length; i++)
        {
            TextPattern pattern = _patterns[i];
            bool isMeant = isVisible ? pattern.Scope.ReadsVisible : pattern.Scope.ReadsSource;
            if (!isMeant || (hits[i] is null && pattern.Literals.Count > 0))
                continue;
            try
            {
                int found = 0;
                foreach (TextSpan window in isVisible ? Paragraphs(pattern, document, hits[i]) : Surroundings(text, hits[i]))
                {
                    found += Find(pattern, document, text, window, isVisible, facts);
                    if (found > MostMatches)
                        break;
                }
            }
            catch (RegexMatchTimeoutException)
            {
                facts.Add(
                    new UnreadPart(
                        $"the pattern of {pattern.Rule} takes too long on it; simplify the pattern",
                        new(document.Source.Path, Context: TextContext.FileName)
                    )
                );
            }
        }
    }

    /// <summary>Where in a text stands what a match of each pattern has to hold; null for nowhere.</summary>
    private List<int>?[] Hits(string text)
    {
        var hits = new List<int>?[_patterns.Length];
        if (_byFirst.Count == 0)
            return hits;
        for (int at = 0; at < text.Length; at++)
        {
            int next = text.AsSpan(at).IndexOfAny(_literals);
            if (next < 0)
                break;
            at += next;
            ReadOnlySpan<char> here = text.AsSpan(at);
            foreach ((string literal, int pattern) in _byFirst[char.ToLowerInvariant(here[0])])
            {
                if (here.StartsWith(literal, StringComparison.OrdinalIgnoreCase))
                    (hits[pattern] ??= []).Add(at);
            }
        }
        return hits;
    }

    /// <summary>The units of text around some places, or all, that stand in a context of the pattern.</summary>
    private static IEnumerable<TextSpan> Paragraphs(TextPattern pattern, Document document, List<int>? hits)
    {
        int last = -1;
        foreach (int unit in hits is null ? Enumerable.Range(0, document.Units.Count) : hits.Select(document.UnitAt))
        {
            if (unit < 0 || unit == last)
                continue;
            last = unit;
            TextBlock block = document.Units[unit].Block;
            if (PatternScope.IsVisible(block.Context) && block.Segments.Count > 0)
                yield return TextSpan.Between(block.Segments[0].Start, block.Segments[^1].End);
        }
    }

    private static IEnumerable<TextSpan> Surroundings(string text, List<int>? hits)
    {
        if (hits is null)
        {
            yield return new(0, text.Length);
            yield break;
        }
        int start = Math.Max(0, hits[0] - Reach),
            end = hits[0];
        foreach (int hit in hits)
        {
            if (hit - Reach > end)
            {
                yield return TextSpan.Between(start, end);
                start = hit - Reach;
            }
            end = Math.Min(text.Length, hit + Reach);
        }
        yield return TextSpan.Between(start, end);
    }

    /// <summary>Adds the matches in a slice; returns how many there were.</summary>
    private static int Find(TextPattern pattern, Document document, string text, TextSpan window, bool isVisible, ICollection<Fact> facts)
    {
        int found = 0;
        if (pattern.GroupNames.Count > 0 || pattern.Replacement is not null)
        {
            for (Match match = pattern.Regex.Match(text, window.Start, window.Length); match.Success; match = match.NextMatch())
            {
                if (match.Length > 0 && ++found > MostMatches)
                    break;
                Add(pattern, document, text, window, new(match.Index, match.Length), isVisible, facts, match);
            }
            return found;
        }
        foreach (ValueMatch match in pattern.Regex.EnumerateMatches(text.AsSpan(window.Start, window.Length)))
        {
            if (match.Length > 0 && ++found > MostMatches)
                break;
            Add(pattern, document, text, window, new(window.Start + match.Index, match.Length), isVisible, facts, null);
        }
        return found;
    }

    private static void Add(
        TextPattern pattern,
        Document document,
        string text,
        TextSpan window,
        TextSpan span,
        bool isVisible,
        ICollection<Fact> facts,
        Match? match
    )
    {
        if (span.Length == 0)
            return;
        Place place = document.PlaceOf(span);
        if (!pattern.Scope.Holds(document, place, isVisible) || IsExcepted(pattern, text, window, span))
            return;
        string written = text.Substring(span.Start, span.Length);
        var found = new PatternMatch(OneLine(written), place) { Pattern = pattern, Written = written };
        if (match is not null)
            found = found with
            {
                Replacement = pattern.Replacement is { } replacement ? match.Result(replacement) : null,
                Groups = pattern.GroupNames.ToDictionary(name => name, name => OneLine(match.Groups[name].Value), StringComparer.Ordinal),
            };
        facts.Add(found);
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsExcepted(TextPattern pattern, string text, TextSpan window, TextSpan span)
    {
        foreach (Regex except in pattern.Except)
        {
            foreach (ValueMatch match in except.EnumerateMatches(text.AsSpan(window.Start, window.Length)))
            {
                if (match.Index + window.Start < span.End && match.Index + window.Start + match.Length > span.Start)
                    return true;
            }
        }
        return false;
    }
}
