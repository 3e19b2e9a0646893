using System.Buffers;
using PostLint.Facts;
using PostLint.Names;
using PostLint.Rosters;
using PostLint.Syntax;

namespace PostLint.Context;

/// <summary>Compares the files of a submission with its own authors: their names, accounts, pages and institutions.</summary>
internal sealed class RosterScan
{
    private const int MostWords = 4; // before or after a surname
    private const int ShortestAccount = 5; // shorter ones are words, too
    private const int LongestGap = 3; // characters between the words of a name

    private readonly IReadOnlyList<RosterPerson> _people;
    private readonly Dictionary<string, List<int>> _surnames = new(StringComparer.Ordinal);
    private readonly List<string> _native = [],
        _institutions = [];
    private readonly SearchValues<string> _anyInstitution,
        _anyMention;
    private readonly string[] _mentions;

    /// <summary>A scan for some people.</summary>
    /// <param name="people">The authors of the submission.</param>
    public RosterScan(IReadOnlyList<RosterPerson> people)
    {
        _people = people;
        for (int i = 0; i < people.Count; i++)
        {
            foreach (KnownName name in people[i].Known)
            {
                if (KnownName.IsNative(name.Written))
                    _native.Add(name.Written);
                foreach (NameForm form in name.Forms)
                    AddSurname(form, i);
            }
            foreach (Affiliation affiliation in people[i].Affiliations)
                _institutions.AddRange(Institutions.Of(affiliation.Name).Names);
        }
        _mentions = [.. people.SelectMany(MentionsOf).Distinct(StringComparer.OrdinalIgnoreCase)];
        _anyMention = SearchValues.Create(_mentions, StringComparison.OrdinalIgnoreCase);
        _anyInstitution = SearchValues.Create([.. _institutions], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What the roster says of the authors, for rules to join with what the submission holds.</summary>
    public IEnumerable<Fact> Given()
    {
        foreach (RosterPerson person in _people)
        {
            foreach (string mail in person.Emails)
                yield return new RosterEmailFact(mail.ToLowerInvariant());
            foreach (
                string url in person
                    .Urls.Concat(person.Accounts.Where(account => account.Contains('/', StringComparison.Ordinal)))
                    .Where(IsOwn)
            )
                yield return new RosterPage(RosterPage.KeyOf(url));
            foreach (string account in person.Accounts)
                yield return new RosterLoginFact(NameOf(account), IsGiven: true, IsWhole: true);
            foreach ((string login, bool isWhole) in Logins.Of(person.Known, person.Emails))
                yield return new RosterLoginFact(login, IsGiven: false, isWhole);
            foreach (string domain in person.Affiliations.SelectMany(affiliation => Institutions.Of(affiliation.Name).Domains).Distinct())
                yield return new RosterDomain(domain);
        }
    }

    private static string NameOf(string account) => account.TrimEnd('/').Split('/')[^1].TrimStart('@');

    private static IEnumerable<string> MentionsOf(RosterPerson person) =>
        person
            .Accounts.Select(NameOf)
            .Where(name => name.Length >= ShortestAccount && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
            .Concat(person.Urls.Where(IsOwn).Select(RosterPage.KeyOf));

    /// <summary>Whether a page is a person's: not the front page of an institution, nor an article about somebody.</summary>
    private static bool IsOwn(string url)
    {
        string key = RosterPage.KeyOf(url),
            host = key.Split('/')[0];
        bool isFront = host.Length == key.Length;
        return !Institutions.IsSameOrBelow(host, "wikipedia.org")
            && !(isFront && Institutions.IsKnownDomain(host))
            && key.Contains('.', StringComparison.Ordinal);
    }

    /// <summary>Adds what of the authors stands in a file; bibliographies are read by their entries.</summary>
    public void Find(Document document, ICollection<Fact> facts)
    {
        string text = document.Source.Text;
        if (document.Role is not FileRole.Bibliography)
            FindNames(document, text, facts);
        foreach (string name in _native)
            FindAll(document, text, name, StringComparison.Ordinal, place =>
                facts.Add(new RosterNameFact(name, NameRelation.Same, RosterNames.Enough, place))
            );
        if (document.Role is not FileRole.Bibliography && text.AsSpan().ContainsAny(_anyMention))
        {
            foreach (string name in _mentions)
                FindAll(document, text, name, StringComparison.OrdinalIgnoreCase, place =>
                {
                    if (IsMention(text, place))
                        facts.Add(new RosterMentionFact(text.Substring(place.Start, place.Length), place));
                });
        }
        if (!text.AsSpan().ContainsAny(_anyInstitution))
            return;
        foreach (string name in _institutions.Distinct(StringComparer.OrdinalIgnoreCase))
            FindAll(document, text, name, StringComparison.OrdinalIgnoreCase, place =>
                facts.Add(new RosterInstitution(text.Substring(place.Start, place.Length), place))
            );
    }

    private void AddSurname(NameForm form, int person)
    {
        // The last word of a surname is where a name ends; the first given name where it begins.
        foreach (
            string word in form
                .Given.Where(part => !part.IsInitial)
                .Take(1)
                .SelectMany(token => (string[])[token.Plain, token.Expanded])
                .Concat(form.SurnameWords)
                .Distinct()
        )
        {
            if (!_surnames.TryGetValue(word, out List<int>? people))
                _surnames[word] = people = [];
            if (!people.Contains(person))
                people.Add(person);
        }
    }

    private void FindNames(Document document, string text, ICollection<Fact> facts)
    {
        List<TextSpan> words = WordsOf(text);
        Span<char> buffer = stackalloc char[NameFold.MostSimple];
        Dictionary<string, List<int>>.AlternateLookup<ReadOnlySpan<char>> surnames = _surnames.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int i = 0; i < words.Count; i++)
        {
            if (!surnames.TryGetValue(NameFold.Plain(text.AsSpan(words[i].Start, words[i].Length), buffer), out List<int>? people))
                continue;
            foreach (int person in people)
            {
                if (Best(text, words, i, _people[person]) is not { } found)
                    continue;
                facts.Add(
                    new RosterNameFact(
                        text.Substring(found.Span.Start, found.Span.Length),
                        found.Match.Relation,
                        found.Match.Bits,
                        document.PlaceOf(found.Span)
                    )
                );
                while (i + 1 < words.Count && words[i + 1].Start < found.Span.End)
                    i++;
                break;
            }
        }
    }

    /// <summary>The longest run of words that ends or begins with a word and is a name of a person; null for none.</summary>
    private static (TextSpan Span, NameMatch Match)? Best(string text, List<TextSpan> words, int at, RosterPerson person)
    {
        (TextSpan Span, NameMatch Match)? best = null;
        int first = at,
            last = at;
        while (first > 0 && at - first < MostWords && IsGap(text, words[first - 1].End, words[first].Start))
            first--;
        while (last + 1 < words.Count && last - at < MostWords && IsGap(text, words[last].End, words[last + 1].Start))
            last++;
        for (int from = first; from <= at; from++)
        {
            for (int to = last; to >= at; to--)
            {
                if (from == to || to - from > MostWords || (from < at && to > at))
                    continue;
                int end =
                    words[to].End < text.Length && text[words[to].End] == '.' && words[to].Length == 1 ? words[to].End + 1 : words[to].End;
                var span = TextSpan.Between(words[from].Start, end);
                string written = text.Substring(span.Start, span.Length).Replace('_', ' ');
                if (!IsCapital(text, words, from, to))
                    continue;
                IReadOnlyList<NameForm> forms = KnownName.Read(written);
                foreach (KnownName known in person.Known)
                {
                    NameMatch match = known.Match(written, forms);
                    if (
                        match.Relation is NameRelation.None
                        || best is { } before
                            && (before.Match.Bits > match.Bits || (before.Match.Bits == match.Bits && before.Span.Length <= span.Length))
                    )
                        continue;
                    best = (span, match);
                }
            }
        }
        return best;
    }

    /// <summary>Names have capitals; what is in lower case throughout is a login or a word.</summary>
    private static bool IsCapital(string text, List<TextSpan> words, int from, int to) =>
        !char.IsLower(text[words[from].Start]) && !char.IsLower(text[words[to].Start]);

    private static bool IsGap(string text, int from, int to)
    {
        if (to - from > LongestGap)
            return false;
        for (int i = from; i < to; i++)
        {
            if (text[i] is not (' ' or '.' or ',' or '-' or '_' or '\u00A0' or '~' or '·'))
                return false;
        }
        return true;
    }

    /// <summary>Runs of letters, with apostrophes and marks inside.</summary>
    private static List<TextSpan> WordsOf(string text)
    {
        var words = new List<TextSpan>(text.Length / 8);
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool isInside =
                i < text.Length
                && (
                    char.IsLetter(text[i])
                    || (
                        start >= 0
                        && (
                            text[i] is '\'' or '’'
                            || char.GetUnicodeCategory(text[i]) is System.Globalization.UnicodeCategory.NonSpacingMark
                        )
                        && i + 1 < text.Length
                        && (char.IsLetter(text[i + 1]) || text[i] > '\u02FF')
                    )
                );
            if (isInside && start < 0)
                start = i;
            if (isInside || start < 0)
                continue;
            words.Add(TextSpan.Between(start, i));
            start = -1;
        }
        return words;
    }

    private static void FindAll(Document document, string text, string name, StringComparison comparison, Action<Place> add)
    {
        for (int at = text.IndexOf(name, comparison); at >= 0; at = text.IndexOf(name, at + name.Length, comparison))
        {
            bool isWord =
                !IsLatin(name)
                || (
                    (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                    && (at + name.Length == text.Length || !char.IsLetterOrDigit(text[at + name.Length]))
                );
            bool isAcronym = name.Length <= 5 && name.All(char.IsUpper);
            if (isWord && (!isAcronym || string.CompareOrdinal(text, at, name, 0, name.Length) == 0))
                add(document.PlaceOf(new(at, name.Length)));
        }
    }

    /// <summary>Whether an account stands after what precedes accounts, or an address stands whole.</summary>
    private static bool IsMention(string text, Place place)
    {
        char before = place.Start > 0 ? text[place.Start - 1] : ' ',
            after = place.Span.End < text.Length ? text[place.Span.End] : ' ';
        bool isAddress = text.AsSpan(place.Start, place.Length).Contains('.');
        return (isAddress ? !char.IsLetterOrDigit(before) && before is not ('-' or '_') : before is '@' or '/' or '~')
            && after is not ('-' or '_')
            && !char.IsLetterOrDigit(after);
    }

    private static bool IsLatin(string name) => name.All(c => c < '\u0250');
}
