namespace PostLint.Text;

/// <summary>
/// The grammar of path patterns, which is git's: <c>*</c> and <c>?</c> stay within a name, <c>[a-z]</c> and <c>[!a-z]</c> are one
/// character of it,
/// <c>\</c> takes the next sign literally, <c>**</c> spans folders.
/// </summary>
internal static class Glob
{
    private const string Escapable = @"*?[]\!#{}- ";

    /// <summary>What is wrong with a pattern, in words that end a sentence; null for nothing.</summary>
    public static string? ProblemOf(string glob)
    {
        if (string.IsNullOrWhiteSpace(glob))
            return "it is empty";
        if (glob[0] == '!')
            return @"exceptions (!) are not known here; write \! for a name that begins so";
        if (glob.Split('/').Contains(".."))
            return "it leads out of its folder by “..”";
        for (int at = 0; at < glob.Length; at++)
        {
            if (glob[at] == '\\')
            {
                if (at + 1 == glob.Length || !Escapable.Contains(glob[at + 1], StringComparison.Ordinal))
                {
                    return @"write folders with /; a backslash stands only before a sign that is meant literally";
                }
                at++;
            }
            else if (glob[at] == '[')
            {
                int end = EndOfClass(glob, at);
                if (end < 0 || glob.AsSpan(at, end - at).Contains('/'))
                {
                    return $@"the bracket at character {at + 1} is not closed; write \[ for the sign itself";
                }
                if (HasBackwardRange(glob.AsSpan(at, end - at)))
                    return $"a range in {glob[at..end]} runs backwards";
                at = end - 1;
            }
        }
        return null;
    }

    /// <summary>Whether names of a path match the segments of a pattern, or a folder above them does.</summary>
    /// <param name="segments">The pattern between its slashes.</param>
    /// <param name="names">The path between its slashes.</param>
    /// <param name="isWhole">Whether the whole path has to match, and not only a folder above it.</param>
    public static bool Matches(ReadOnlySpan<string> segments, ReadOnlySpan<string> names, bool isWhole = false)
    {
        // Greedy with one point to go back to, as for the stars within a name: never more steps than segments times names.
        int at = 0,
            index = 0,
            star = -1,
            resume = 0;
        while (index < names.Length)
        {
            if (at == segments.Length && at > 0 && !isWhole)
                return true;
            if (at < segments.Length && segments[at] is "**")
                (star, resume) = (at++, index);
            else if (at < segments.Length && MatchesName(segments[at], names[index]))
                (at, index) = (at + 1, index + 1);
            else if (star >= 0)
                (at, index) = (star + 1, ++resume);
            else
                return false;
        }
        // Two stars at the end mean what lies inside, not the folder itself.
        return at > 0 && (at == segments.Length || (at == segments.Length - 1 && segments[at] is "**" && !isWhole));
    }

    /// <summary>Whether a name matches a pattern without slashes.</summary>
    public static bool MatchesName(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        int at = 0,
            index = 0,
            star = -1,
            resume = 0;
        while (index < name.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
                (star, resume) = (at++, index);
            else if (at < pattern.Length && Behind(pattern, at, name[index]) is var next && next > 0)
                (at, index) = (next, index + 1);
            else if (star >= 0)
                (at, index) = (star + 1, ++resume);
            else
                return false;
        }
        return pattern[at..].Trim('*').IsEmpty;
    }

    /// <summary>Where a pattern goes on behind the element that matches a character; 0 where it does not match.</summary>
    private static int Behind(ReadOnlySpan<char> pattern, int at, char c)
    {
        switch (pattern[at])
        {
            case '?':
                return at + 1;
            case '\\':
                return at + 1 < pattern.Length && pattern[at + 1] == c ? at + 2 : 0;
            case '[':
                int end = EndOfClass(pattern, at);
                return end > 0 && IsIn(pattern[(at + 1)..(end - 1)], c) ? end : 0;
            default:
                return pattern[at] == c ? at + 1 : 0;
        }
    }

    /// <summary>Behind the bracket that closes a class; -1 where none does. A bracket right at its beginning is a character of
    /// it.</summary>
    private static int EndOfClass(ReadOnlySpan<char> pattern, int start)
    {
        int at = start + 1;
        if (at < pattern.Length && pattern[at] is '!' or '^')
            at++;
        for (int first = at; at < pattern.Length; at++)
        {
            if (pattern[at] == '\\')
                at++;
            else if (pattern[at] == ']' && at > first)
                return at + 1;
        }
        return -1;
    }

    private static bool IsIn(ReadOnlySpan<char> members, char c)
    {
        bool isNegated = members[0] is '!' or '^',
            isIn = false;
        for (int at = isNegated ? 1 : 0; at < members.Length; )
        {
            (char from, char to) = RangeAt(members, ref at);
            isIn |= c >= from && c <= to;
        }
        return isIn != isNegated;
    }

    private static bool HasBackwardRange(ReadOnlySpan<char> bracketed)
    {
        ReadOnlySpan<char> members = bracketed[1..^1];
        for (int at = members[0] is '!' or '^' ? 1 : 0; at < members.Length; )
        {
            (char from, char to) = RangeAt(members, ref at);
            if (from > to)
                return true;
        }
        return false;
    }

    /// <summary>The characters from one to another; a single one is a range of itself.</summary>
    private static (char From, char To) RangeAt(ReadOnlySpan<char> members, ref int at)
    {
        char from = CharacterAt(members, ref at);
        if (at + 1 >= members.Length || members[at] != '-')
            return (from, from);
        at++;
        return (from, CharacterAt(members, ref at));
    }

    private static char CharacterAt(ReadOnlySpan<char> members, ref int at)
    {
        if (members[at] == '\\' && at + 1 < members.Length)
            at++;
        return members[at++];
    }
}
