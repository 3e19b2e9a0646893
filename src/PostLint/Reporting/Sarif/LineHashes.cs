namespace PostLint.Reporting.Sarif;

/// <summary>
/// The fingerprints that GitHub's code scanning gives to lines, so that those of a report agree with what its upload action computes: a
/// polynomial hash,
/// modulo 2^64, of the 100 characters from the start of a line on, blanks left out and line ends made LF, with how often the file had that
/// hash before.
/// </summary>
internal static class LineHashes
{
    private const int Window = 100;
    private const ulong Base = 37;
    private const char EndOfFile = '\uffff';

    private static readonly ulong s_leaving = Power(Base, Window);

    /// <summary>
    /// The fingerprints of all lines in order, such as <c>c129715d7a2bc9a3:1</c>. A lone CR ends a line here, as it does for GitHub.
    /// </summary>
    public static IReadOnlyList<string> Of(string text)
    {
        List<char> characters = Normalise(text);
        var lines = new List<string>();
        var seen = new Dictionary<ulong, int>();
        ulong hash = 0;
        for (int i = 0; i < Window; i++)
            hash = (hash * Base) + At(characters, i);
        for (int i = 0; i < characters.Count; i++)
        {
            if (i == 0 || characters[i - 1] == '\n')
                lines.Add($"{hash:x}:{seen[hash] = seen.GetValueOrDefault(hash) + 1}");
            hash = (hash * Base) + At(characters, i + Window) - (s_leaving * characters[i]);
        }
        return lines;
    }

    private static List<char> Normalise(string text)
    {
        var characters = new List<char>(text.Length + 1);
        bool followsReturn = false;
        foreach (char character in text)
        {
            bool isSkipped = character is ' ' or '\t' || (followsReturn && character == '\n');
            followsReturn = !isSkipped && character == '\r';
            if (!isSkipped)
                characters.Add(character == '\r' ? '\n' : character);
        }
        characters.Add(EndOfFile);
        return characters;
    }

    private static ulong At(List<char> characters, int index) => index < characters.Count ? characters[index] : 0UL;

    private static ulong Power(ulong number, int exponent)
    {
        ulong power = 1;
        for (int i = 0; i < exponent; i++)
            power *= number;
        return power;
    }
}
