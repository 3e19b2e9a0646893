namespace PostLint.Packs;

/// <summary>
/// Reads from a regular expression texts of which every match must hold one, so that a text without them need not be searched. What is not
/// surely needed is left out:
/// the answer may be empty, and is never wrong.
/// </summary>
internal static class RequiredLiterals
{
    private const int Shortest = 3;
    private const int MostBranches = 64;

    /// <summary>The texts; empty where none is sure.</summary>
    public static IReadOnlyList<string> Of(string regex)
    {
        // Comments, inline options, look-arounds and conditions change what stands beside them.
        if (
            regex.Contains("(?#", StringComparison.Ordinal)
            || regex.Contains("(?(", StringComparison.Ordinal)
            || regex.Contains("(?x", StringComparison.Ordinal)
            || regex.Contains("\\Q", StringComparison.Ordinal)
        )
            return [];
        int at = 0;
        return Alternatives(regex, ref at) ?? [];
    }

    /// <summary>One text for each branch, up to the closing bracket or the end; null where a branch has none.</summary>
    private static List<string>? Alternatives(string regex, ref int at)
    {
        var all = new List<string>();
        bool isSure = true;
        while (true)
        {
            List<string>? branch = Branch(regex, ref at);
            if (branch is null)
                isSure = false;
            else
                all.AddRange(branch);
            if (at >= regex.Length || regex[at] != '|')
                break;
            at++;
        }
        return isSure && all.Count <= MostBranches ? all : null;
    }

    /// <summary>The best of a sequence: its longest run of letters, or a group of which each branch has one.</summary>
    private static List<string>? Branch(string regex, ref int at)
    {
        List<string>? best = null;
        var run = new System.Text.StringBuilder();
        while (at < regex.Length && regex[at] is not ('|' or ')'))
        {
            if (regex[at] == '(')
            {
                End();
                List<string>? inner = Group(regex, ref at, out bool counts);
                if (!IsOptional(regex, ref at) && counts && inner is not null)
                    Take(inner);
                continue;
            }
            char? literal = Literal(regex, ref at);
            bool isOptional = IsOptional(regex, ref at, out bool isRepeated);
            if (literal is not { } letter || isOptional)
            {
                End();
                continue;
            }
            run.Append(letter);
            if (isRepeated)
                End();
        }
        End();
        return best;

        void End()
        {
            if (run.Length >= Shortest)
                Take([run.ToString()]);
            run.Clear();
        }

        void Take(List<string> found)
        {
            if (best is null || found.Min(text => text.Length) > best.Min(text => text.Length))
                best = found;
        }
    }

    private static List<string>? Group(string regex, ref int at, out bool counts)
    {
        at++;
        counts = true;
        if (at < regex.Length && regex[at] == '?')
        {
            // (?: … ), (?<name> … ), (?'name' … ) are needed as they stand; the others look around or set options.
            bool isNamed = at + 2 < regex.Length && regex[at + 1] is '<' or '\'' && regex[at + 2] is not ('=' or '!');
            counts = at + 1 < regex.Length && (regex[at + 1] == ':' || isNamed);
            at = isNamed ? Math.Max(regex.IndexOf(regex[at + 1] == '<' ? '>' : '\'', at + 2), at) + 1 : at + 2;
        }
        List<string>? inner = Alternatives(regex, ref at);
        if (at < regex.Length)
            at++;
        return inner;
    }

    /// <summary>The letter that a position must be; null where it may be several.</summary>
    private static char? Literal(string regex, ref int at)
    {
        char c = regex[at++];
        if (c == '[')
        {
            if (at < regex.Length && regex[at] == '^')
                at++;
            if (at < regex.Length && regex[at] == ']')
                at++;
            while (at < regex.Length && regex[at] != ']')
                at += regex[at] == '\\' ? 2 : 1;
            at = Math.Min(at + 1, regex.Length);
            return null;
        }
        if (c == '\\' && at < regex.Length)
        {
            char escaped = regex[at++];
            if (escaped is 'p' or 'P' or 'k' && at < regex.Length && regex[at] is '{' or '<')
                at = Math.Max(regex.IndexOfAny(['}', '>'], at), at) + 1;
            else if (escaped is 'x')
                at = Math.Min(at + 2, regex.Length);
            else if (escaped is 'u')
                at = Math.Min(at + 4, regex.Length);
            else if (escaped is 'c')
                at = Math.Min(at + 1, regex.Length);
            return char.IsLetterOrDigit(escaped) || escaped == '_' ? null : escaped;
        }
        // Letters beyond ASCII may have partners of other length in other cases.
        return c is '.' or '^' or '$' || !char.IsAscii(c) ? null : c;
    }

    private static bool IsOptional(string regex, ref int at) => IsOptional(regex, ref at, out _);

    private static bool IsOptional(string regex, ref int at, out bool isRepeated)
    {
        isRepeated = false;
        if (at >= regex.Length)
            return false;
        bool isOptional = regex[at] is '?' or '*';
        if (regex[at] == '{' && at + 1 < regex.Length && char.IsAsciiDigit(regex[at + 1]))
        {
            isOptional = regex[at + 1] == '0';
            isRepeated = true;
            at = Math.Max(regex.IndexOf('}', at), at) + 1;
        }
        else if (regex[at] is '?' or '*' or '+')
        {
            isRepeated = true;
            at++;
        }
        else
            return false;
        if (at < regex.Length && regex[at] is '?' or '+')
            at++;
        return isOptional;
    }
}
