namespace PostLint.Names;

/// <summary>A word of a name, folded in both ways.</summary>
internal sealed record NameToken(string Plain, string Expanded, bool IsInitial)
{
    public static NameToken Of(string word, bool isInitial = false)
    {
        string plain = NameFold.Plain(word);
        return new(plain, NameFold.IsSimple(word) ? plain : NameFold.Expanded(word), isInitial);
    }

    public static bool AreEqual(NameToken a, NameToken b) =>
        a.Plain.Length > 0 && (a.Plain == b.Plain || a.Expanded == b.Expanded || a.Plain == b.Expanded || a.Expanded == b.Plain);
}

/// <summary>One reading of a written name, its words tagged.</summary>
/// <param name="Given">Given names and initials.</param>
/// <param name="Surname">The surname without particles; more than one for double surnames.</param>
/// <param name="Particle">Particles, in one word.</param>
/// <param name="IsOrdered">Whether a comma tells which is the surname.</param>
/// <param name="IsKorean">Whether it was written in Hangul.</param>
/// <param name="IsGuess">Whether nothing but their place makes two words a surname.</param>
internal sealed record NameForm(
    IReadOnlyList<NameToken> Given,
    IReadOnlyList<NameToken> Surname,
    string Particle,
    bool IsOrdered,
    bool IsKorean,
    bool IsGuess = false
)
{
    public NameToken JoinedGiven { get; } = Joined("", Given);

    public NameToken JoinedSurname { get; } = Joined("", Surname);

    public NameToken FullSurname { get; } = Joined(Particle, Surname);

    /// <summary>The folded words that its surname may stand as.</summary>
    public IReadOnlyList<string> SurnameWords =>
        field ??= IsSimple
            ? [FullSurname.Plain]
            :
            [
                .. Surname
                    .SelectMany(token => (string[])[token.Plain, token.Expanded])
                    .Append(JoinedSurname.Plain)
                    .Append(FullSurname.Plain)
                    .Distinct(),
            ];

    private bool IsSimple => Surname is [{ } only] && Particle.Length == 0 && only.Plain == only.Expanded;

    /// <summary>The readings in which the surname comes first.</summary>
    public IEnumerable<NameForm> Swapped()
    {
        List<NameToken> all = [.. Given, .. Surname];
        if (all.Count > 1 && !all[0].IsInitial)
            yield return new(all[1..], [all[0]], "", IsOrdered, IsKorean);
    }

    /// <summary>The reading of a parsed name; null where it has no surname.</summary>
    public static NameForm? Of(PersonName name, bool isOrdered, bool isKorean)
    {
        NameToken[] surname =
        [
            .. name
                .Family.Split([' ', '-', '‐', '‑', '–'], StringSplitOptions.RemoveEmptyEntries)
                .Select(word => NameToken.Of(word))
                .Where(token => token.Plain.Length > 0),
        ];
        return surname.Length == 0
            ? null
            : new(
                [.. GivenOf(name.Given)],
                surname,
                NameFold.Plain(name.Particle.Replace(" ", "", StringComparison.Ordinal)),
                isOrdered,
                isKorean
            );
    }

    private static NameToken Joined(string before, IReadOnlyList<NameToken> parts) =>
        before.Length == 0 && parts is [{ } only]
            ? only
            : new(
                before + string.Concat(parts.Select(part => part.Plain)),
                before + string.Concat(parts.Select(part => part.Expanded)),
                false
            );

    private static IEnumerable<NameToken> GivenOf(string given)
    {
        foreach (string word in given.Split([' ', '-', '‐', '‑', '.', '·', '–'], StringSplitOptions.RemoveEmptyEntries))
        {
            bool isInitials = word.Length == 1 || (word.Length <= 3 && word.All(char.IsUpper));
            if (!isInitials)
            {
                NameToken token = NameToken.Of(word);
                if (token.Plain.Length > 0)
                    yield return token;
                continue;
            }
            foreach (char letter in word)
            {
                NameToken token = NameToken.Of(letter.ToString(), isInitial: true);
                if (token.Plain.Length > 0)
                    yield return token;
            }
        }
    }
}

/// <summary>A name as its bearer writes it, in all its readings; made once and compared with many.</summary>
internal sealed class KnownName
{
    private const int MostWords = 6;

    public KnownName(string written)
    {
        Written = written;
        Forms = Read(written);
    }

    public string Written { get; }

    public IReadOnlyList<NameForm> Forms { get; }

    public NameMatch Match(string other) => Match(other, Read(other));

    public NameMatch Match(string other, IReadOnlyList<NameForm> forms) =>
        IsNative(other) && Bare(other) == Bare(Written)
            ? new(NameRelation.Same, Math.Max(RosterNames.Enough, NameMatcher.Match(Forms, Forms).Bits))
            : NameMatcher.Match(Forms, forms);

    /// <summary>Whether a name is written in another script than Latin.</summary>
    public static bool IsNative(string name) =>
        !NameFold.IsSimple(name) && name.Any(c => c is >= '\u0370' and <= '\u1CFF' or >= '\u2E80' and <= '\uDFFF' && char.IsLetter(c));

    public static IReadOnlyList<NameForm> Read(string written)
    {
        string bare = Clean(written);
        if (IsNative(bare))
        {
            bool isKorean = bare.Any(c => c is >= '\uAC00' and <= '\uD7A3');
            return [.. Romanisation.Of(bare).Select(name => NameForm.Of(name, isOrdered: true, isKorean)).OfType<NameForm>()];
        }
        bool isOrdered = bare.Contains(',', StringComparison.Ordinal);
        // “Doe J.” has the surname first.
        if (
            !isOrdered
            && bare.LastIndexOf(' ') is > 0 and int last
            && bare.EndsWith('.')
            && bare.Length - last <= 5
            && bare[..last].Count(char.IsLetter) > 2
        )
            bare = $"{bare[..last]}, {bare[(last + 1)..]}";
        PersonName parsed = PersonName.Parse(bare);
        var forms = new List<NameForm>(2);
        if (NameForm.Of(parsed, isOrdered, isKorean: false) is { } form)
            forms.Add(form);
        // Two words at the end may be a double surname where nothing marks it: “Gabriel García Márquez”.
        string[] given = parsed.Given.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (
            !isOrdered
            && parsed.Particle.Length == 0
            && given.Length > 1
            && given[^1].TrimEnd('.').Length > 2
            && NameForm.Of(parsed with { Given = string.Join(' ', given[..^1]), Family = $"{given[^1]} {parsed.Family}" }, true, false)
                is { } compound
        )
            forms.Add(compound with { IsGuess = true });
        return forms;
    }

    /// <summary>The folded runs of words that the surnames of all readings are among, told without reading the name.</summary>
    public static IEnumerable<string> SurnamesIn(string written)
    {
        string bare = Clean(written);
        string[] words = [.. bare.Split([' ', '-', ',', '.'], StringSplitOptions.RemoveEmptyEntries).Select(NameFold.Plain)];
        if (!NameFold.IsSimple(bare) || words.Length > MostWords)
            return Read(written).SelectMany(form => form.SurnameWords).Distinct();
        return Enumerable
            .Range(0, words.Length)
            .SelectMany(first => Enumerable.Range(first + 1, words.Length - first).Select(end => string.Concat(words[first..end])));
    }

    /// <summary>Profile ids, numbers of namesakes, and LaTeX are taken out.</summary>
    private static string Clean(string written)
    {
        string text = written.Trim();
        if (text.StartsWith('~'))
            text = text[1..].Replace('_', ' ');
        return Syntax.LatexText.Decode(text.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ' ')).Trim();
    }

    private static string Bare(string name) => string.Concat(name.Where(char.IsLetter)).ToUpperInvariant();
}
