using System.Buffers;
using System.Text.RegularExpressions;
using PostLint.Facts;
using PostLint.Syntax;

namespace PostLint.Packs;

/// <summary>
/// Finds the matches of all patterns of a run's packs. One pass over a text tells which patterns can match at all; the others are not tried. A pattern that takes too
/// long on a text is told as a part that was not read.
/// </summary>
internal sealed class PatternExtractor : IExtractor
{
    private const int MostMatches = 1_000;      // of one pattern in one file
    private static readonly HashSet<Channel> s_visible = [Channel.Prose, Channel.Heading, Channel.Caption];
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
                if (!_byFirst.TryGetValue(first, out List<(string, int)>? list)) _byFirst[first] = list = [];
                list.Add((literal, i));
            }
        }
        _literals = SearchValues.Create([.. _patterns.SelectMany(pattern => pattern.Literals).Distinct(StringComparer.OrdinalIgnoreCase)], StringComparison.OrdinalIgnoreCase);
    }

    /// <inheritdoc/>
    public bool ReadsMetadata => true;

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        bool[] possible = Possible(document.Source.Text);
        // Character references and the like are read as what they stand for.
        if (!ReferenceEquals(document.Tree.Plain, document.Source.Text)) Mark(document.Tree.Plain, possible);
        for (int i = 0; i < _patterns.Length; i++)
        {
            if (possible[i]) Find(_patterns[i], document, facts);
        }
    }

    private bool[] Possible(string text)
    {
        var possible = new bool[_patterns.Length];
        for (int i = 0; i < possible.Length; i++) possible[i] = _patterns[i].Literals.Count == 0;
        Mark(text, possible);
        return possible;
    }

    private void Mark(string text, bool[] possible)
    {
        if (_byFirst.Count == 0) return;
        ReadOnlySpan<char> rest = text;
        for (int at = rest.IndexOfAny(_literals); at >= 0;)
        {
            ReadOnlySpan<char> here = rest[at..];
            if (_byFirst.TryGetValue(char.ToLowerInvariant(here[0]), out List<(string Literal, int Pattern)>? list))
            {
                foreach ((string literal, int pattern) in list)
                {
                    if (!possible[pattern] && here.StartsWith(literal, StringComparison.OrdinalIgnoreCase)) possible[pattern] = true;
                }
            }
            int next = here[1..].IndexOfAny(_literals);
            rest = here[1..];
            at = next;
        }
    }

    private static void Find(TextPattern pattern, Document document, ICollection<Fact> facts)
    {
        // Visible text is read without its markup; what pages do not show, as it is written.
        try
        {
            if (pattern.Channels.Overlaps(s_visible)) Find(pattern, document, document.Tree.Plain, s_visible, facts);
            if (!pattern.Channels.IsSubsetOf(s_visible)) Find(pattern, document, document.Source.Text, null, facts);
        }
        catch (RegexMatchTimeoutException)
        {
            facts.Add(new UnreadPart($"the pattern of {pattern.Rule} takes too long on it; simplify the pattern", new(document.Source.Path, Channel: Channel.FileName)));
        }
    }

    private static void Find(TextPattern pattern, Document document, string text, HashSet<Channel>? visible, ICollection<Fact> facts)
    {
        int found = 0;
        foreach (ValueMatch match in pattern.Regex.EnumerateMatches(text))
        {
            if (match.Length == 0) continue;
            if (++found > MostMatches) return;
            var span = new TextSpan(match.Index, match.Length);
            Place place = document.PlaceOf(span);
            if (!pattern.Channels.Contains(place.Channel) || (visible?.Contains(place.Channel) ?? s_visible.Contains(place.Channel))  != (visible is not null)) continue;
            // What runs over the end of a paragraph is no phrase.
            if (visible is not null && document.UnitAt(span.Start) != document.UnitAt(span.End - 1)) continue;
            if (IsExcepted(pattern, text, span)) continue;
            facts.Add(new PatternMatch(string.Join(' ', text.Substring(span.Start, span.Length).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), place) { Pattern = pattern });
        }
    }

    private static bool IsExcepted(TextPattern pattern, string text, TextSpan span)
    {
        foreach (Regex except in pattern.Except)
        {
            int from = Math.Max(0, span.Start - 200);
            foreach (ValueMatch match in except.EnumerateMatches(text.AsSpan(from, Math.Min(text.Length, span.End + 200) - from)))
            {
                if (match.Index + from < span.End && match.Index + from + match.Length > span.Start) return true;
            }
        }
        return false;
    }
}
