namespace PostLint.Syntax;

/// <summary>Tells the text of JavaScript libraries, which figures carry along, from what their authors wrote.</summary>
internal static class KnownLibraries
{
    private const int MinLength = 8_000;
    private const int CharactersPerFunction = 1_500;

    /// <summary>
    /// Whether a script is library code: minified, that is in lines longer than anybody writes, and dense with functions, which data are
    /// not.
    /// Told by content, since anybody may give a file the name of a library.
    /// </summary>
    public static bool IsLibrary(ReadOnlySpan<char> script)
    {
        if (script.Length < MinLength || script.Length / (script.Count('\n') + 1) < 300)
            return false;
        int functions = script.Count("function") + script.Count("=>");
        return functions > 0 && script.Length / functions < CharactersPerFunction;
    }
}
