using System.Text.RegularExpressions;
using PostLint.Facts;

namespace PostLint.Triage;

/// <summary>
/// The files of an export by what they are called: an id or number alone, or among other words, such as
/// <c>12_supplementary_material.zip</c>, <c>Submission12.zip</c>.
/// </summary>
/// <param name="files">Full paths of the files and folders by their names without what tells their kind.</param>
internal sealed partial class AttachmentFiles(ILookup<string, string> files)
{
    private readonly ILookup<string, string> _byPart = files
        .SelectMany(group => PartsOf(group.Key).SelectMany(part => group.Select(file => (Part: part, File: file))))
        .ToLookup(entry => entry.Part, entry => entry.File, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Full path of the file that is called so, or of the only one that has it among other words; null for none, and for several.
    /// </summary>
    /// <param name="names">Id and numbers of a submission.</param>
    public string? Find(IReadOnlyList<string> names)
    {
        if (names.SelectMany(name => files[name]).FirstOrDefault() is { } exact)
            return exact;
        string[] found = [.. names.SelectMany(name => _byPart[name]).Distinct().Take(2)];
        return found.Length == 1 ? found[0] : null;
    }

    /// <summary>
    /// What a name begins or ends with, up to a mark; ids hold marks themselves. A number counts at the beginning only, or after a word for
    /// submissions.
    /// </summary>
    private static IEnumerable<string> PartsOf(string name)
    {
        if (Number().Match(name) is { Success: true } number)
            yield return number.Groups["number"].Value;
        for (int i = 1; i < name.Length - 1; i++)
        {
            if (char.IsLetterOrDigit(name[i]))
                continue;
            foreach (string part in (string[])[name[..i], name[(i + 1)..]])
            {
                if (!part.All(char.IsAsciiDigit))
                    yield return part;
            }
        }
    }

    [GeneratedRegex(
        """^(?:(?:.*[_ -])?(?:submission|paper|post|blog|note))?[_ -]?0*(?<number>[1-9]\d*)(?![0-9A-Za-z])""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Number();
}
