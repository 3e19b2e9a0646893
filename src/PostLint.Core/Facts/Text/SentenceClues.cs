using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>What a sentence leads to.</summary>
internal enum ReferenceKind
{
    /// <summary>A work.</summary>
    Citation,

    /// <summary>A page.</summary>
    Link,

    /// <summary>A page that shows an account, which could be somebody’s own.</summary>
    Account,
}

/// <summary>Where a link or citation stands.</summary>
/// <param name="Start">Offset of its first word, or of its address where it has none.</param>
/// <param name="Kind">What it leads to.</param>
internal readonly record struct Reference(int Start, ReferenceKind Kind);

/// <summary>
/// What may be seen in a sentence and bear on what it tells, written so in tables of weights:
/// <code>
/// dissertation         a word; also &lt;link&gt;, &lt;citation&gt;, &lt;name&gt;, &lt;year&gt;, &lt;number&gt; and the marks : ? ! (
/// released as          two words side by side
/// our … paper          a word at most seven behind “my” or “our”, “I” or “we”, “me” or “us” (written “our”, “we”, “us”)
/// told … us            a word at most five before one of these
/// (first person)       whether it speaks in the first person, or (no first person)
/// (short)              fewer than eight words and marks; (long): 25 and more
/// </code>
/// </summary>
internal sealed class SentenceClues
{
    private const int Behind = 7; // words after “we” or “our” that are still said of them
    private const int Before = 5;
    private const int Short = 8,
        Long = 25; // words and marks

    private enum Form : byte
    {
        Word,
        Pair,
        After,
        Before,
        Trait,
    }

    private readonly Lexicon _lexicon;
    private readonly ushort _link,
        _citation,
        _name,
        _year,
        _number;
    private readonly ushort[] _we,
        _our,
        _us;

    /// <summary>Knows no words yet but those of the first person.</summary>
    public SentenceClues()
        : this(new Lexicon()) { }

    /// <summary>Knows the words of a lexicon that was written.</summary>
    public SentenceClues(TableReader tables)
        : this(new Lexicon(tables)) { }

    private SentenceClues(Lexicon lexicon)
    {
        _lexicon = lexicon;
        ushort[] Ids(params ReadOnlySpan<string> words)
        {
            var ids = new ushort[words.Length];
            for (int i = 0; i < words.Length; i++)
                ids[i] = _lexicon.Add(words[i]);
            return ids;
        }
        _we = Ids("we", "i");
        _our = Ids("our", "my");
        _us = Ids("us", "me", "ours", "mine", "ourselves", "myself");
        (_link, _citation) = (_lexicon.Add("<link>"), _lexicon.Add("<citation>"));
        (_name, _year, _number) = (_lexicon.Add("<name>"), _lexicon.Add("<year>"), _lexicon.Add("<number>"));
    }

    /// <summary>The key of a clue as tables write it; its words are known from now on.</summary>
    public ulong KeyOf(string clue) => KeyOf(clue, word => _lexicon.Add(word))!.Value;

    /// <summary>The key of a clue as tables write it; null where one of its words is not known.</summary>
    public ulong? FindKey(string clue) => KeyOf(clue, word => IdOf(word));

    private ushort IdOf(string word) => word.Length == 1 && !char.IsLetterOrDigit(word[0]) ? Lexicon.MarkId(word[0]) : _lexicon.IdOf(word);

    private static ulong? KeyOf(string clue, Func<string, ushort> idOf)
    {
        if (clue is ['(', not ' ', .., ')'])
            return Known(Form.Trait, idOf(clue), 0);
        string[] parts = clue.Split(' ');
        return parts switch
        {
            [var word] => Known(Form.Word, idOf(word), 0),
            [var first, var second] => Pair(Form.Pair, idOf(first), idOf(second)),
            ["we" or "our" or "us", "…", var word] => Pair(Form.After, idOf(parts[0]), idOf(word)),
            [var word, "…", "we" or "our" or "us"] => Pair(Form.Before, idOf(parts[2]), idOf(word)),
            _ => throw new FormatException($"“{clue}” is no clue of a sentence"),
        };
    }

    private static ulong? Pair(Form form, ushort first, ushort second) => second == Lexicon.Unknown ? null : Known(form, first, second);

    private static ulong? Known(Form form, ushort first, ushort second) => first == Lexicon.Unknown ? null : Key(form, first, second);

    /// <summary>A clue as tables write it.</summary>
    public string NameOf(ulong key)
    {
        string first = _lexicon.TextOf((ushort)(key >> 16));
        return (Form)(key >> 32) switch
        {
            Form.Word or Form.Trait => first,
            Form.Pair => $"{first} {_lexicon.TextOf((ushort)key)}",
            Form.After => $"{first} … {_lexicon.TextOf((ushort)key)}",
            _ => $"{_lexicon.TextOf((ushort)key)} … {first}",
        };
    }

    /// <summary>Writes all words.</summary>
    public void Write(TableWriter tables) => _lexicon.Write(tables);

    /// <summary>Whether a clue is made of two words.</summary>
    public static bool IsOfTwoWords(ulong key) => (ushort)key != 0;

    /// <summary>Makes a word or trait known, so that clues of it are read.</summary>
    public void Know(string word) => _lexicon.Add(word);

    private ushort PersonOf(ushort id) =>
        id == Lexicon.Unknown ? (ushort)0
        : _we.Contains(id) ? _we[0]
        : _our.Contains(id) ? _our[0]
        : _us.Contains(id) ? _us[0]
        : (ushort)0;

    private static ulong Key(Form form, ushort first, ushort second) => ((ulong)form << 32) | ((ulong)first << 16) | second;

    /// <summary>Reads sentences one after the other; not for two threads at once.</summary>
    /// <param name="clues">The words to know.</param>
    internal sealed class Reader(SentenceClues clues)
    {
        private readonly List<Token> _tokens = [];

        private readonly record struct Token(ushort Id, bool IsName);

        /// <summary>Reads the clues of a sentence whose words are known.</summary>
        /// <param name="document">Its document.</param>
        /// <param name="words">The sentence.</param>
        /// <param name="references">Offsets of links and citations in it and what each is, in order.</param>
        /// <param name="keys">Where the keys go; some may come twice.</param>
        public void Read(Document document, ReadOnlySpan<Word> words, ReadOnlySpan<Reference> references, List<ulong> keys)
        {
            Tokens(document, words, references);
            bool isFirstPerson = false;
            for (int i = 0; i < _tokens.Count; i++)
            {
                Token token = _tokens[i];
                Add(keys, Form.Word, token.Id, ushort.MaxValue);
                if (token.IsName)
                    Add(keys, Form.Word, clues._name, ushort.MaxValue);
                if (i + 1 < _tokens.Count)
                    Add(keys, Form.Pair, token.Id, Second(i + 1));
                if (clues.PersonOf(token.Id) is not 0 and var person)
                {
                    isFirstPerson = true;
                    for (int next = i + 1; next < Math.Min(_tokens.Count, i + 1 + Behind); next++)
                        Add(keys, Form.After, person, Second(next));
                    for (int last = Math.Max(0, i - Before); last < i; last++)
                    {
                        if (clues.PersonOf(_tokens[last].Id) == 0) // “we … us” is told of “we”
                            Add(keys, Form.Before, person, Second(last));
                    }
                }
            }
            keys.Add(Key(Form.Trait, clues._lexicon.IdOf(isFirstPerson ? "(first person)" : "(no first person)"), 0));
            if (_tokens.Count is < Short or >= Long)
                keys.Add(Key(Form.Trait, clues._lexicon.IdOf(_tokens.Count < Short ? "(short)" : "(long)"), 0));
        }

        private ushort Second(int index) => _tokens[index].IsName ? clues._name : _tokens[index].Id;

        private static void Add(List<ulong> keys, Form form, ushort first, ushort second)
        {
            if (first != Lexicon.Unknown && second != Lexicon.Unknown)
                keys.Add(Key(form, first, second == ushort.MaxValue ? (ushort)0 : second));
        }

        /// <summary>The words of a sentence with its links and citations between them.</summary>
        private void Tokens(Document document, ReadOnlySpan<Word> words, ReadOnlySpan<Reference> references)
        {
            _tokens.Clear();
            int next = 0;
            foreach (Word word in words)
            {
                for (; next < references.Length && references[next].Start <= word.Start; next++)
                    _tokens.Add(new(references[next].Kind is ReferenceKind.Citation ? clues._citation : clues._link, false));
                ReadOnlySpan<char> text = document.TextOf(word);
                if (word.IsMark)
                {
                    if (text is ":" or "?" or "!" or "(")
                        _tokens.Add(new(Lexicon.MarkId(text[0]), false));
                    continue;
                }
                if (word.Is(WordShape.Number))
                    _tokens.Add(new(text.Length == 4 && text[..2] is "19" or "20" ? clues._year : clues._number, false));
                else
                    _tokens.Add(Word(word, text));
            }
            for (; next < references.Length; next++)
                _tokens.Add(new(references[next].Kind is ReferenceKind.Citation ? clues._citation : clues._link, false));
        }

        private Token Word(Word word, ReadOnlySpan<char> text)
        {
            ushort id = clues._lexicon.IdOf(text);
            int apostrophe = id == Lexicon.Unknown ? text.IndexOfAny('\'', '’') : -1;
            if (apostrophe > 0)
                id = clues._lexicon.IdOf(text[..apostrophe]); // “we've” is “we”
            bool isName = word.IsCapital && !word.Is(WordShape.First) && clues.PersonOf(id) == 0;
            return new(id, isName);
        }
    }
}
