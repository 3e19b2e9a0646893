using System.Text;
using System.Text.RegularExpressions;
using PostLint.Citing;

namespace PostLint.Names;

/// <summary>
/// A name in the parts that BibTeX knows. A compound family name without particle cannot be told from a middle name; write it in comma
/// form.
/// </summary>
/// <param name="Given">First and middle names; empty for single names.</param>
/// <param name="Particle">“van”, “de la”; lower case.</param>
/// <param name="Family">The name that is sorted by.</param>
/// <param name="Suffix">“Jr.”, “III”.</param>
public sealed partial record PersonName(string Given, string Particle, string Family, string Suffix)
{
    private static readonly HashSet<string> s_particles = new(StringComparer.Ordinal)
    {
        "von",
        "van",
        "der",
        "den",
        "de",
        "del",
        "della",
        "degli",
        "di",
        "da",
        "dal",
        "dos",
        "das",
        "do",
        "du",
        "des",
        "la",
        "le",
        "ter",
        "ten",
        "te",
        "bin",
        "ibn",
        "al",
        "el",
        "zu",
        "zum",
        "zur",
        "af",
        "av",
        "op",
        "'t",
        "d'",
        "e",
        "y",
    };

    // Written with a capital between given and family name they belong to the family name. Van, La and Le are left out: they are given
    // names too.
    private static readonly HashSet<string> s_compounds = new(StringComparer.Ordinal)
    {
        "De",
        "Del",
        "Della",
        "Di",
        "Dos",
        "Du",
        "Von",
        "Abu",
        "Bin",
        "Ibn",
        "El",
        "Al",
        "Saint",
        "St.",
    };

    private static readonly HashSet<string> s_suffixes = new(StringComparer.OrdinalIgnoreCase)
    {
        "Jr",
        "Jr.",
        "Sr",
        "Sr.",
        "II",
        "III",
        "IV",
    };
    private static readonly HashSet<string> s_degrees = new(StringComparer.OrdinalIgnoreCase)
    {
        "PhD",
        "Ph.D.",
        "Ph.D",
        "MD",
        "M.D.",
        "MSc",
        "M.Sc.",
        "BSc",
        "Dr.",
        "Dr",
        "Prof.",
        "Prof",
    };
    private static readonly HashSet<string> s_groups = new(StringComparer.OrdinalIgnoreCase)
    {
        "Team",
        "Collaboration",
        "Consortium",
        "Group",
        "Lab",
        "Laboratory",
        "Authors",
        "Contributors",
    };

    /// <summary>The name as it is printed: given name first.</summary>
    public string Printed => Joined(Given, Particle, Family, Suffix);

    /// <summary>Particle and family name, as a short citation has them.</summary>
    public string Short => Joined(Particle, Family);

    /// <summary>
    /// Reads <c>Given von Family Jr.</c>, <c>von Family, Given</c> or <c>von Family, Jr., Given</c>. Marks of footnotes, tags, degrees and
    /// brackets are left out.
    /// </summary>
    public static PersonName Parse(string written)
    {
        string[] parts =
        [
            .. Clean(written)
                .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(part => !s_degrees.Contains(part)),
        ];
        if (parts is [var last, var suffix, var given, ..] && s_suffixes.Contains(suffix))
            return OfFamily(last) with { Given = given, Suffix = suffix };
        if (parts is [var whole, var ending] && s_suffixes.Contains(ending))
            return OfWhole(whole) with { Suffix = ending };
        if (parts is [var family, var first, ..])
            return OfFamily(family) with { Given = first };
        return OfWhole(parts is [var name] ? name : "");
    }

    /// <summary>What an author field of BibTeX holds for this name: <c>von Family, Jr., Given</c>.</summary>
    /// <param name="isAscii">Whether accents are written as LaTeX commands.</param>
    public string ToBibtex(bool isAscii = false)
    {
        string family = LatexEscape.Text(Family, isAscii),
            particle = LatexEscape.Text(Particle, isAscii);
        bool isWhole = Given.Length == 0 && Suffix.Length == 0;
        // Without a comma BibTeX would take the first words for a given name, and “and” always parts two names.
        if (NeedsBraces(Family) || (isWhole && Family.Contains(' ', StringComparison.Ordinal)))
            family = $"{{{family}}}";
        return string.Join(
            ", ",
            ((string[])[Joined(particle, family), LatexEscape.Text(Suffix, isAscii), LatexEscape.Text(Given, isAscii)]).Where(part =>
                part.Length > 0
            )
        );
    }

    private static bool NeedsBraces(string family) =>
        family.Contains(" and ", StringComparison.OrdinalIgnoreCase) || family.Equals("others", StringComparison.Ordinal);

    private static PersonName OfFamily(string family)
    {
        string[] words = family.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int particles = 0;
        while (particles < words.Length - 1 && s_particles.Contains(words[particles]))
            particles++;
        return new("", string.Join(' ', words[..particles]), string.Join(' ', words[particles..]), "");
    }

    private static PersonName OfWhole(string name)
    {
        List<string> words = [.. name.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        while (words.Count > 1 && s_degrees.Contains(words[0]))
            words.RemoveAt(0);
        while (words.Count > 1 && s_degrees.Contains(words[^1]))
            words.RemoveAt(words.Count - 1);
        string suffix = "";
        if (words.Count > 2 && s_suffixes.Contains(words[^1]))
        {
            suffix = words[^1];
            words.RemoveAt(words.Count - 1);
        }
        if (words.Count > 1 && (s_groups.Contains(words[^1]) || words.Contains("and", StringComparer.OrdinalIgnoreCase)))
            return new("", "", string.Join(' ', words), suffix);
        int at = FamilyStart(words);
        PersonName family = OfFamily(string.Join(' ', words[at..]));
        return family with { Given = string.Join(' ', words[..at]), Suffix = suffix };
    }

    /// <summary>Where particle or family name begins.</summary>
    private static int FamilyStart(List<string> words)
    {
        for (int i = 0; i < words.Count - 1; i++)
        {
            bool isLowerParticle = s_particles.Contains(words[i]);
            bool isBeforeParticle = i > 0 && words[i] is "Van" && s_particles.Contains(words[i + 1]);
            if (isLowerParticle || isBeforeParticle || (i > 0 && s_compounds.Contains(words[i])))
                return i;
        }
        return Math.Max(0, words.Count - 1);
    }

    private static string Clean(string written)
    {
        string bare = Remarks().Replace(written.Normalize(NormalizationForm.FormC), "");
        return string.Join(' ', bare.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Trim(' ', ',', ';', '*', '†', '‡', '§', '¶', '#', '^');
    }

    private static string Joined(params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder();
        foreach (string part in parts)
        {
            if (part.Length > 0)
                text.Append(text.Length > 0 ? " " : "").Append(part);
        }
        return text.ToString();
    }

    // Tags with what raised letters hold, mathematics, brackets, and digits or marks that point to a footnote.
    [GeneratedRegex(
        (
            """<sup>[^<]{0,40}</sup>|<[^<>]{0,200}>|\$[^$]{0,40}\$|\([^()]{0,200}\)|\[[^\[\]]{0,200}\]"""
            + """|(?<=\p{L}\.?)[\d¹²³⁴⁵⁶⁷⁸⁹⁰*†‡§¶]+|&[a-z]{2,8};|[{}\\"]"""
        ),
        RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Remarks();
}
