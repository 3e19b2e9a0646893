using PostLint.Facts;
using PostLint.Facts.Assets;

namespace PostLint.Rules.Identity;

/// <summary>Who is named in a file because others' work is shown, not because it is their post.</summary>
internal static class Credited
{
    private const int ShortestName = 3;

    /// <summary>
    /// Whether the person that a field names is among the authors of a cited work, by the longest word of the name and an initial of
    /// another.
    /// </summary>
    public static bool Wrote(AssetField field, BibliographyEntry entry)
    {
        string authors = entry.Field("author");
        string[] words = field.Value.Text.Split([' ', ',', '.', ';'], StringSplitOptions.RemoveEmptyEntries);
        return authors
            .Split(" and ")
            .Any(author =>
            {
                string[] names = author.Split([' ', ',', '.', '{', '}', '~'], StringSplitOptions.RemoveEmptyEntries);
                string[] shared =
                [
                    .. words.Where(word => word.Length >= ShortestName && names.Contains(word, StringComparer.OrdinalIgnoreCase)),
                ];
                return shared.Length >= 2
                    || (
                        shared.Length == 1
                        && words.Any(word =>
                            word != shared[0]
                            && names.Any(name => name != shared[0] && char.ToUpperInvariant(name[0]) == char.ToUpperInvariant(word[0]))
                        )
                    );
            });
    }
}
