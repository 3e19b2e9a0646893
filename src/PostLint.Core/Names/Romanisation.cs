using System.Text;

namespace PostLint.Names;

/// <summary>Writes names of other scripts in Latin letters, in the ways that their bearers do.</summary>
internal static class Romanisation
{
    // Readings as surnames that differ from the commonest reading of the character.
    private static readonly Dictionary<char, string> s_surnameReadings = new()
    {
        ['曾'] = "zeng",
        ['单'] = "shan",
        ['單'] = "shan",
        ['解'] = "xie",
        ['仇'] = "qiu",
        ['朴'] = "piao",
        ['查'] = "zha",
        ['盖'] = "ge",
        ['区'] = "ou",
        ['區'] = "ou",
        ['任'] = "ren",
        ['华'] = "hua",
        ['華'] = "hua",
        ['乐'] = "yue",
        ['樂'] = "yue",
        ['折'] = "she",
        ['尹'] = "yin",
        ['吕'] = "lv",
        ['呂'] = "lv",
        ['葛'] = "ge",
        ['覃'] = "qin",
        ['种'] = "chong",
        ['洗'] = "xian",
        ['长'] = "zhang",
        ['沈'] = "shen",
        ['石'] = "shi",
        ['车'] = "che",
        ['車'] = "che",
    };

    private static readonly HashSet<string> s_doubleSurnames =
    [
        "欧阳",
        "歐陽",
        "司马",
        "司馬",
        "诸葛",
        "諸葛",
        "上官",
        "皇甫",
        "尉迟",
        "令狐",
        "慕容",
        "公孙",
        "公孫",
        "司徒",
        "夏侯",
        "东方",
        "端木",
        "西门",
        "南宫",
    ];

    private static readonly string[] s_initials =
    [
        "g",
        "kk",
        "n",
        "d",
        "tt",
        "r",
        "m",
        "b",
        "pp",
        "s",
        "ss",
        "",
        "j",
        "jj",
        "ch",
        "k",
        "t",
        "p",
        "h",
    ];
    private static readonly string[] s_vowels =
    [
        "a",
        "ae",
        "ya",
        "yae",
        "eo",
        "e",
        "yeo",
        "ye",
        "o",
        "wa",
        "wae",
        "oe",
        "yo",
        "u",
        "wo",
        "we",
        "wi",
        "yu",
        "eu",
        "ui",
        "i",
    ];
    private static readonly string[] s_finals =
    [
        "",
        "k",
        "k",
        "k",
        "n",
        "n",
        "n",
        "t",
        "l",
        "k",
        "m",
        "l",
        "l",
        "l",
        "l",
        "l",
        "m",
        "p",
        "p",
        "t",
        "t",
        "ng",
        "t",
        "t",
        "k",
        "t",
        "p",
        "t",
    ];

    // How Korean surnames are spelled in passports, by their form in the Revised Romanisation of 2000.
    private static readonly Dictionary<string, string[]> s_koreanSurnames = new()
    {
        ["gim"] = ["kim"],
        ["i"] = ["lee", "yi", "rhee", "ri"],
        ["bak"] = ["park", "pak"],
        ["choe"] = ["choi"],
        ["jeong"] = ["jung", "chung", "jeung"],
        ["gang"] = ["kang"],
        ["jo"] = ["cho"],
        ["yun"] = ["yoon"],
        ["jang"] = ["chang"],
        ["im"] = ["lim", "rim"],
        ["sin"] = ["shin"],
        ["gwon"] = ["kwon"],
        ["o"] = ["oh"],
        ["seo"] = ["suh"],
        ["an"] = ["ahn"],
        ["yu"] = ["yoo", "ryu", "ryoo"],
        ["jeon"] = ["jun", "chun"],
        ["go"] = ["ko", "koh"],
        ["mun"] = ["moon"],
        ["bae"] = ["pae"],
        ["baek"] = ["paik", "back"],
        ["heo"] = ["hur", "huh"],
        ["sim"] = ["shim"],
        ["no"] = ["noh", "roh"],
        ["gwak"] = ["kwak"],
        ["seong"] = ["sung"],
        ["ju"] = ["joo"],
        ["u"] = ["woo"],
        ["gu"] = ["koo", "ku"],
        ["hwang"] = ["whang"],
        ["son"] = ["sohn"],
        ["yang"] = ["ryang"],
        ["yeo"] = ["yuh"],
    };

    private static readonly Dictionary<char, string[]> s_cyrillic = Cyrillic();
    private static readonly Dictionary<char, string> s_kana = Kana();

    /// <summary>The ways to write a name; none for Latin letters, and for scripts that are not known.</summary>
    public static IEnumerable<PersonName> Of(string name)
    {
        char first = name.FirstOrDefault(char.IsLetter);
        if (first is >= '\u4E00' and <= '\u9FFF')
            return Han(name);
        if (first is >= '\uAC00' and <= '\uD7A3')
            return Hangul(name);
        if (first is >= '\u0400' and <= '\u04FF')
            return Enumerable
                .Range(0, 3)
                .Select(scheme => Spell(name, scheme))
                .SelectMany<string, string>(spelled => [spelled, Shorten(spelled)])
                .Distinct()
                .Select(PersonName.Parse);
        if (first is >= '\u3040' and <= '\u30FF')
            return Japanese(name);
        return [];
    }

    /// <summary>A key under which the spellings of a Korean given name fall together.</summary>
    public static string KoreanKey(string folded)
    {
        var key = new StringBuilder(folded);
        foreach (
            (string from, string to) in ((string, string)[])
                [
                    ("yeo", "yu"),
                    ("eo", "u"),
                    ("woo", "u"),
                    ("oo", "u"),
                    ("ou", "u"),
                    ("ee", "i"),
                    ("eu", "u"),
                    ("sh", "s"),
                    ("ch", "j"),
                    ("wu", "u"),
                    ("k", "g"),
                    ("t", "d"),
                    ("p", "b"),
                    ("r", "l"),
                ]
        )
            key.Replace(from, to);
        return key.ToString();
    }

    private static IEnumerable<PersonName> Han(string name)
    {
        char[] characters = [.. name.Where(c => NameTables.PinyinOf(c) is not null)];
        if (characters.Length is < 2 or > 4)
            yield break;
        int surname = s_doubleSurnames.Contains(new(characters, 0, 2)) && characters.Length > 2 ? 2 : 1;
        string family = surname == 1 && s_surnameReadings.TryGetValue(characters[0], out string? own) ? own : Read(characters[..surname]);
        yield return new(Capital(Read(characters[surname..])), "", Capital(family), "");
        if (family.Contains('v', StringComparison.Ordinal))
            yield return new(Capital(Read(characters[surname..])), "", Capital(family.Replace("v", "u", StringComparison.Ordinal)), "");
    }

    private static string Read(char[] characters) => string.Concat(characters.Select(NameTables.PinyinOf));

    private static IEnumerable<PersonName> Hangul(string name)
    {
        string[] syllables = [.. name.Where(c => c is >= '\uAC00' and <= '\uD7A3').Select(Syllable)];
        if (syllables.Length is < 2 or > 5)
            yield break;
        string given = Capital(string.Concat(syllables[1..]));
        foreach (string family in s_koreanSurnames.GetValueOrDefault(syllables[0], []).Prepend(syllables[0]))
            yield return new(given, "", Capital(family), "");
    }

    private static string Syllable(char c)
    {
        int index = c - '\uAC00';
        return s_initials[index / 588] + s_vowels[index % 588 / 28] + s_finals[index % 28];
    }

    private static string Spell(string name, int scheme) =>
        string.Concat(
            name.Select(c =>
                s_cyrillic.TryGetValue(char.ToLowerInvariant(c), out string[]? letters)
                    ? char.IsUpper(c)
                        ? Capital(letters[Math.Min(scheme, letters.Length - 1)])
                        : letters[Math.Min(scheme, letters.Length - 1)]
                    : c.ToString()
            )
        );

    /// <summary>As passports before 2010 and their bearers write endings: “Dmitry”, “Yulia”, “Alexey”.</summary>
    private static string Shorten(string spelled) =>
        spelled
            .Replace("iya", "ia", StringComparison.Ordinal)
            .Replace("iy", "y", StringComparison.Ordinal)
            .Replace("ks", "x", StringComparison.Ordinal);

    private static IEnumerable<PersonName> Japanese(string name)
    {
        string spelled = string.Concat(
            name.Normalize(NormalizationForm.FormKC)
                .Select(c => c is >= '\u30A1' and <= '\u30F6' ? (char)(c - 0x60) : c)
                .Select(c => s_kana.GetValueOrDefault(c) ?? (char.IsWhiteSpace(c) || c == '・' ? " " : ""))
        );
        string[] words = spelled.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != 2)
            yield break;
        yield return new(Capital(words[1]), "", Capital(words[0]), "");
    }

    private static string Capital(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];

    /// <summary>Three ways: that of passports and most papers, that of libraries, and that of scholars.</summary>
    private static Dictionary<char, string[]> Cyrillic()
    {
        const string Letters =
            "а=a б=b в=v г=g,g,h д=d е=e ё=yo,e,e ж=zh,zh,z з=z и=i й=y,i,j к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f "
            + "х=kh,kh,h ц=ts,ts,c ч=ch,ch,c ш=sh,sh,s щ=shch,shch,sc ъ= ы=y ь= э=e ю=yu,iu,ju я=ya,ia,ja і=i ї=yi,i,i "
            + "є=ye,ie,je ґ=g";
        return Letters.Split(' ').ToDictionary(pair => pair[0], pair => pair[2..].Split(','));
    }

    /// <summary>Hepburn, without long vowels.</summary>
    private static Dictionary<char, string> Kana()
    {
        const string Rows =
            "あa いi うu えe おo かka きki くku けke こko さsa しshi すsu せse そso たta ちchi つtsu てte とto なna にni ぬnu ねne のno はha ひhi ふfu "
            + "へhe ほho まma みmi むmu めme もmo やya ゆyu よyo らra りri るru れre ろro わwa をo んn がga ぎgi ぐgu げge ごgo ざza じji ずzu ぜze ぞzo "
            + "だda ぢji づzu でde どdo ばba びbi ぶbu べbe ぼbo ぱpa ぴpi ぷpu ぺpe ぽpo";
        return Rows.Split(' ').ToDictionary(pair => pair[0], pair => pair[1..]);
    }
}
