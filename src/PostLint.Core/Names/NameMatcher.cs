namespace PostLint.Names;

/// <summary>How two names relate.</summary>
public enum NameRelation
{
    /// <summary>They name different people, or nothing tells that they are one.</summary>
    None,

    /// <summary>The surname is the same, and one gives initials of the other.</summary>
    Initials,

    /// <summary>The surname is the same, and the given names are forms of one.</summary>
    ShortForm,

    /// <summary>They are the same name.</summary>
    Same,
}

/// <summary>A match of two names.</summary>
/// <param name="Relation">How they relate.</param>
/// <param name="Bits">How much the match tells: minus the binary logarithm of how many people share what matched.</param>
internal readonly record struct NameMatch(NameRelation Relation, int Bits);

/// <summary>
/// Tells whether two written names may be one person's: in other alphabets, orders, accents, with initials, short forms, particles or one
/// half of a double surname. Given names that are both
/// written out and differ are a veto.
/// </summary>
internal static class NameMatcher
{
    private const int Initial = 4; // bits: there are about sixteen common ones
    private const int HalfSurname = 2; // bits less
    private const int SwappedOrder = 1;

    // Surnames that come first in their languages and are told from given names by nothing else.
    private static readonly HashSet<string> s_firstSurnames =
    [
        "nguyen",
        "tran",
        "pham",
        "hoang",
        "huynh",
        "phan",
        "vu",
        "vo",
        "dang",
        "bui",
        "ngo",
        "duong",
        "kim",
        "lee",
        "park",
        "choi",
        "jung",
        "kang",
        "cho",
        "yoon",
        "jang",
        "lim",
        "shin",
        "kwon",
        "seo",
        "ahn",
        "hong",
        "yoo",
        "nagy",
        "kovacs",
        "toth",
        "szabo",
        "horvath",
        "varga",
        "kiss",
        "molnar",
        "nemeth",
        "farkas",
    ];

    /// <summary>How a written name relates to another.</summary>
    /// <param name="known">A name as its bearer writes it.</param>
    /// <param name="other">A name found somewhere.</param>
    public static NameMatch Match(string known, string other) => new KnownName(known).Match(other);

    internal static NameMatch Match(IReadOnlyList<NameForm> known, IReadOnlyList<NameForm> other)
    {
        var best = new NameMatch(NameRelation.None, 0);
        foreach (NameForm a in known)
        {
            foreach (NameForm b in other)
            {
                NameMatch match = Match(a, b);
                if (match.Relation > best.Relation || (match.Relation == best.Relation && match.Bits > best.Bits))
                    best = match;
            }
        }
        return best;
    }

    private static NameMatch Match(NameForm known, NameForm other)
    {
        NameMatch straight = Straight(known, other);
        if (straight.Relation is not NameRelation.None || other.IsOrdered || other.Given.Count == 0)
            return straight;
        foreach (NameForm swapped in other.Swapped())
        {
            NameMatch match = Straight(known, swapped);
            if (match.Relation is NameRelation.Same && IsSafelySwapped(known))
                return match with { Bits = match.Bits - SwappedOrder };
        }
        return straight;
    }

    /// <summary>Whether nobody would take the surname for a given name, or the language puts it first.</summary>
    private static bool IsSafelySwapped(NameForm known)
    {
        string surname = known.Surname[^1].Plain;
        bool isChinese = NameTables.IsMandarin(surname) && NameTables.IsMandarin(known.JoinedGiven.Plain);
        return isChinese || s_firstSurnames.Contains(known.Surname[0].Plain) || !NameTables.IsGiven(surname);
    }

    private static NameMatch Straight(NameForm known, NameForm other)
    {
        int surname = SurnameBits(known, other);
        if (surname < 0)
            return default;
        (NameRelation relation, int given) = Given(known, other);
        // That two words are a surname is a guess where nothing marks it: then only the first of them, with the whole given name, may stand
        // for both.
        if (
            known.IsGuess
            && (
                relation is not NameRelation.Same
                || !other.Surname[0].Plain.Equals(known.Surname[0].Plain, StringComparison.Ordinal)
                || NameTables.IsGiven(known.Surname[0].Plain)
            )
        )
            return default;
        if (other.IsGuess)
            return default;
        return relation is NameRelation.None ? default : new(relation, surname + given);
    }

    /// <summary>What the surnames tell; -1 where they differ.</summary>
    private static int SurnameBits(NameForm known, NameForm other)
    {
        bool isEqual =
            NameToken.AreEqual(known.JoinedSurname, other.JoinedSurname)
            || NameToken.AreEqual(known.FullSurname, other.FullSurname)
            || NameToken.AreEqual(known.JoinedSurname, other.FullSurname)
            || NameToken.AreEqual(known.FullSurname, other.JoinedSurname);
        if (isEqual)
            return NameTables.BitsOfSurname(known.Surname[^1].Plain) + (known.Surname.Count > 1 ? HalfSurname : 0);
        if (
            known.Surname.Count > 1
            && other.Surname.Count == 1
            && known.Surname.FirstOrDefault(part => NameToken.AreEqual(part, other.Surname[0])) is { } half
        )
            return NameTables.BitsOfSurname(half.Plain) - HalfSurname;
        if (other.Surname.Count > 1 && known.Surname.Count == 1 && other.Surname.Any(part => NameToken.AreEqual(part, known.Surname[0])))
            return NameTables.BitsOfSurname(known.Surname[0].Plain) - HalfSurname;
        return -1;
    }

    private static (NameRelation Relation, int Bits) Given(NameForm known, NameForm other)
    {
        if (known.Given.Count == 0 || other.Given.Count == 0)
            return default;
        if (NameToken.AreEqual(known.JoinedGiven, other.JoinedGiven) || IsSameKorean(known, other))
            return (NameRelation.Same, FullBits(known));
        if (IsSameInOtherOrder(known, other))
            return (NameRelation.Same, FullBits(known));
        if (Aligned(known.Given, other.Given) is { } aligned)
            return aligned;
        // “L. Peter Deutsch” is called Peter, and “J. K. Maria” Maria.
        if (WithoutLeadingInitials(known.Given) is { } called && Aligned(called, other.Given) is { Relation: NameRelation.Same } own)
            return own;
        if (
            WithoutLeadingInitials(other.Given) is { } otherCalled
            && Aligned(known.Given, otherCalled) is { Relation: NameRelation.Same } its
        )
            return its;
        // “JM” and “Jean-Marie” or “Jeanmarie”.
        if (AreInitialsOf(other, known) || AreInitialsOf(known, other))
            return (NameRelation.Initials, Initial * Math.Min(2, Math.Min(known.Given.Count, other.Given.Count)));
        return default;
    }

    private static int FullBits(NameForm known) => NameTables.BitsOfGiven(known.Given[0].Plain) + (known.Given.Count > 1 ? Initial : 0);

    private static bool IsSameKorean(NameForm known, NameForm other) =>
        (known.IsKorean || other.IsKorean)
        && Romanisation.KoreanKey(known.JoinedGiven.Plain) == Romanisation.KoreanKey(other.JoinedGiven.Plain);

    /// <summary>Vietnamese given names keep their order only where the surname comes first.</summary>
    private static bool IsSameInOtherOrder(NameForm known, NameForm other) =>
        known.Given.Count > 1
        && known.Given.Count == other.Given.Count
        && s_firstSurnames.Contains(known.Surname[^1].Plain)
        && known.Given.Select(part => part.Plain).Order().SequenceEqual(other.Given.Select(part => part.Plain).Order());

    /// <summary>Compares given names in their order; null where two differ.</summary>
    private static (NameRelation Relation, int Bits)? Aligned(IReadOnlyList<NameToken> known, IReadOnlyList<NameToken> other)
    {
        var relation = NameRelation.Same;
        int bits = 0;
        for (int i = 0; i < Math.Min(known.Count, other.Count); i++)
        {
            if (NameToken.AreEqual(known[i], other[i]))
                bits += i == 0 ? NameTables.BitsOfGiven(known[i].Plain) : Initial;
            else if ((known[i].IsInitial || other[i].IsInitial) && known[i].Plain[0] == other[i].Plain[0])
            {
                if (i == 0)
                    relation = NameRelation.Initials;
                bits += Initial;
            }
            else if (i == 0 && NameTables.AreForms(known[i].Plain, other[i].Plain))
            {
                relation = NameRelation.ShortForm;
                bits += Initial;
            }
            else
                return null;
        }
        if (known[0].IsInitial && other[0].IsInitial)
            relation = NameRelation.Initials;
        return (relation, bits);
    }

    private static List<NameToken>? WithoutLeadingInitials(IReadOnlyList<NameToken> given)
    {
        List<NameToken> rest = [.. given.SkipWhile(part => part.IsInitial)];
        return rest.Count > 0 && rest.Count < given.Count ? rest : null;
    }

    private static bool AreInitialsOf(NameForm initials, NameForm full)
    {
        if (!initials.Given.All(part => part.IsInitial) || initials.Given[0].Plain[0] != full.Given[0].Plain[0])
            return false;
        string joined = full.JoinedGiven.Plain;
        int at = 0;
        foreach (NameToken initial in initials.Given)
        {
            at = joined.IndexOf(initial.Plain[0], at);
            if (at < 0)
                return false;
            at++;
        }
        return true;
    }
}
