using PostLint.Engine;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>Something at a mention of an account that bears on whose the account is.</summary>
/// <param name="Clue">What it is: a kind of words and where they stand, or what the link is.</param>
/// <param name="Mention">The mention.</param>
/// <param name="Place">What shows it.</param>
public sealed record AccountClue(string Clue, Mention Mention, Place Place) : Fact(Place), IClue
{
    /// <summary>The link of a mention, to join clues by; the mention itself is then compared.</summary>
    public static Key KeyOf(Mention mention) => (mention.Link.Place.File, mention.Link.Place.Start);
}

/// <summary>A name in the possessive that gives what is mentioned to somebody: “Mara Quill’s repository”.</summary>
/// <param name="Mention">The mention.</param>
/// <param name="Place">The name.</param>
public sealed record NamedOwner(Mention Mention, Place Place) : Fact(Place);

/// <summary>Finds what stands at mentions of accounts and says something of whose they are.</summary>
public sealed class AccountClueExtractor : IExtractor
{
    private readonly PhraseBook _clues;

    internal AccountClueExtractor(PhraseBook clues) => _clues = clues;

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        bool IsHere(Mention mention) => mention.Place.File == document.Source.Path && Bears(mention.Link);
        List<Mention> mentions = [.. facts.OfType<Mention>().Where(IsHere)];
        if (mentions.Count == 0)
            return;
        var reader = new Reader(document, _clues, TitleOf(document, facts), facts);
        foreach (Mention mention in mentions)
            reader.Read(mention);
    }

    /// <summary>Whether a link shows an account that could be somebody's own.</summary>
    public static bool Bears(WebLink link) =>
        link.HasAccount
        && link.Use is not (LinkUse.Reference or LinkUse.Metadata)
        && link.Kind is "code" or "gist" or "models" or "notebook" or "site" or "deployment" or "profile";

    private static HashSet<string> TitleOf(Document document, ICollection<Fact> facts)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (document.Role is not FileRole.Post)
            return words;
        foreach (FrontMatterField field in facts.OfType<FrontMatterField>())
        {
            if (field.Key is "title" && field.Place.File == document.Source.Path)
                words.UnionWith(ProjectWords.Of(field.Value.Text));
        }
        words.UnionWith(ProjectWords.Of(Path.GetFileNameWithoutExtension(document.Source.Path)));
        return words;
    }

    /// <summary>Reads the mentions of one document; what several of them share is looked for once.</summary>
    private sealed class Reader(Document document, PhraseBook clues, HashSet<string> title, ICollection<Fact> facts)
    {
        private const int Adjacent = 2; // words and marks between a clue and the link beside it
        private const int ManyLinks = 4;
        private const string Platform = "platform"; // the kind of words that name where code lies or what it is written in
        private const int LongestSentence = 300; // words; nobody reads more as one, and each link would be read against all of them

        private static readonly string[] s_parts =
        [
            "blob",
            "tree",
            "pull",
            "issues",
            "commit",
            "wiki",
            "releases",
            "discussions",
            "status",
            "raw",
        ];

        private readonly Dictionary<int, List<(PhrasePattern Pattern, int First, int End)>> _found = [];
        private readonly HashSet<string> _told = new(StringComparer.Ordinal);
        private Mention _mention = null!;

        public void Read(Mention mention)
        {
            _mention = mention;
            _told.Clear();
            Link(mention.Link);
            int sentence = document.SentenceIndexOf(mention.Place);
            if (sentence < 0)
                return;
            ReadOnlySpan<Word> words = document.Sentence(sentence);
            if (words.Length > LongestSentence)
                return;
            TextSpan own = SpanOf(mention);
            Words(sentence, words, own);
            Names(mention.Link, words);
        }

        private void Tell(string clue, Place place)
        {
            if (_told.Add(clue))
                facts.Add(new AccountClue(clue, _mention, place));
        }

        /// <summary>The slice that words stand before, in or after.</summary>
        private static TextSpan SpanOf(Mention mention) =>
            mention.Via switch
            {
                MentionKind.Sentence or MentionKind.Reference or MentionKind.Footnote => mention.Place.Span,
                _ => new(mention.Place.Span.End, 0), // all of a heading, cell or lead-in stands before what it leads to
            };

        private void Link(WebLink link)
        {
            Tell($"kind-{link.Kind}", link.Place);
            if (link.Use is LinkUse.Image or LinkUse.Embed)
                Tell("embedded", link.Place);
            if (DepthOf(link.Address.Text) is { } deep)
                Tell($"deep-{deep}", link.Place);
            string login = AccountNames.LettersOf(link.Account.Text);
            string project = link.Kind is "profile" ? "" : AccountNames.LettersOf(link.Project.Text);
            if (project.Length > 2 && project == login)
                Tell("project-is-account", link.Place);
            if (project.Length == 0 && link.Kind is not "profile")
                Tell("account-alone", link.Place);
            Shared(link);
            Label(link, login, project);
        }

        private void Shared(WebLink link)
        {
            int shared = ProjectWords.Of(link.Project.Text).Count(title.Contains);
            if (shared > 0)
                Tell(shared > 1 ? "project-shares-two-title-words" : "project-shares-title-word", link.Place);
        }

        private void Label(WebLink link, string login, string project)
        {
            if (link.Label.IsEmpty)
                return;
            ReadOnlySpan<char> label = document.Tree.Plain.AsSpan(link.Label.Start, link.Label.Length).Trim();
            Place place = document.PlaceOf(link.Label);
            string letters = AccountNames.LettersOf(label);
            if (label.StartsWith("@"))
                Tell("label-handle", place);
            if (project.Length > 2 && letters == project)
                Tell("label-is-project", place);
            else if (project.Length > 2 && letters.Contains(project, StringComparison.Ordinal))
                Tell("label-has-project", place);
            if (login.Length > 2 && letters.Contains(login, StringComparison.Ordinal))
                Tell("label-has-account", place);
        }

        private void Words(int sentence, ReadOnlySpan<Word> words, TextSpan own)
        {
            List<(PhrasePattern Pattern, int First, int End)> found = Found(sentence, words);
            if (!NamesSomething(words, found))
                Nameless(found);
            foreach ((PhrasePattern pattern, int first, int end) in found)
            {
                if (pattern.Kind is Platform)
                    continue;
                var span = TextSpan.Between(words[first].Start, words[end - 1].End);
                Tell($"{pattern.Kind}-{WhereIs(words, first, end, own)}", document.PlaceOf(span));
            }
            for (int i = 0; i < words.Length; i++)
            {
                if (!words[i].IsCapital || !IsPossessive(document.TextOf(words[i])))
                    continue;
                string where = WhereIs(words, i, i + 1, own);
                Place place = document.PlaceOf(new(words[i].Start, words[i].Length));
                Tell($"possessive-{where}", place);
                if (where is "before" or "label")
                    facts.Add(new NamedOwner(_mention, place));
            }
            int links = _mention.Link.Label.IsEmpty ? 0 : LinksIn(words);
            if (links >= ManyLinks)
                Tell("many-links", _mention.Place);
        }

        /// <summary>
        /// What is somebody else’s has a name: a sentence that names neither a person nor a work speaks of the authors’ own.
        /// </summary>
        private void Nameless(List<(PhrasePattern Pattern, int First, int End)> found)
        {
            Tell("nameless", _mention.Place);
            if (_mention.Link.IsBare)
                Tell("nameless-bare", _mention.Place);
            if (found.Exists(phrase => phrase.Pattern.Kind is "code" or "notebook" or "demo" or "artefact"))
                Tell("nameless-work", _mention.Place);
        }

        /// <summary>
        /// Whether a sentence speaks of others, or holds a name: a word with a capital, no abbreviation, and none of a platform or
        /// language.
        /// </summary>
        private static bool NamesSomething(ReadOnlySpan<Word> words, List<(PhrasePattern Pattern, int First, int End)> found)
        {
            if (found.Exists(phrase => phrase.Pattern.Kind is "authors" or "their"))
                return true;
            for (int i = 0; i < words.Length; i++)
            {
                Word word = words[i];
                if (!word.IsCapital || word.Is(WordShape.Upper) || word.Is(WordShape.First))
                    continue;
                if (!found.Exists(phrase => phrase.Pattern.Kind is Platform && phrase.First <= i && i < phrase.End))
                    return true;
            }
            return false;
        }

        private int LinksIn(ReadOnlySpan<Word> words)
        {
            int links = 0;
            if (words.Length == 0)
                return 0;
            string text = document.Source.Text;
            int at = words[0].Start,
                end = words[^1].End;
            while ((at = text.IndexOf("](", at, end - at, StringComparison.Ordinal)) >= 0)
            {
                links++;
                at += 2;
            }
            return links;
        }

        private static string WhereIs(ReadOnlySpan<Word> words, int first, int end, TextSpan own)
        {
            if (words[first].Start >= own.Start && words[end - 1].End <= own.End)
                return "label";
            if (words[end - 1].End <= own.Start)
                return IsNear(words, end, own.Start) ? "before" : "sentence";
            return IsNearAfter(words, first, own.End) ? "after" : "sentence";
        }

        private static bool IsNear(ReadOnlySpan<Word> words, int from, int start)
        {
            int between = 0;
            for (int i = from; i < words.Length && words[i].Start < start; i++)
                if (++between > Adjacent)
                    return false;
            return true;
        }

        private static bool IsNearAfter(ReadOnlySpan<Word> words, int first, int end)
        {
            int between = 0;
            for (int i = first - 1; i >= 0 && words[i].Start >= end; i--)
                if (++between > Adjacent)
                    return false;
            return true;
        }

        private List<(PhrasePattern Pattern, int First, int End)> Found(int sentence, ReadOnlySpan<Word> words)
        {
            if (_found.TryGetValue(sentence, out List<(PhrasePattern, int, int)>? known))
                return known;
            var found = new List<(PhrasePattern, int, int)>();
            clues.Find(words, found);
            return _found[sentence] = found;
        }

        /// <summary>A name beside the link that the account is made of, or like.</summary>
        private void Names(WebLink link, ReadOnlySpan<Word> words)
        {
            string login = AccountNames.LettersOf(link.Account.Text);
            if (login.Length < 3)
                return;
            for (int i = 0; i < words.Length; i++)
            {
                if (!words[i].IsCapital)
                    continue;
                ReadOnlySpan<char> text = document.TextOf(words[i]);
                if (IsPossessive(text))
                    text = text[..^2];
                bool isLike = AccountNames.IsLike(login, AccountNames.LettersOf(text));
                if (!isLike && i + 1 < words.Length && words[i + 1].IsCapital)
                    isLike = AccountNames.IsOf(link.Account.Text, $"{text} {document.TextOf(words[i + 1])}");
                if (!isLike)
                    continue;
                Tell("resembles-name", document.PlaceOf(new(words[i].Start, words[i].Length)));
                return;
            }
        }

        private static bool IsPossessive(ReadOnlySpan<char> word) => word.EndsWith("'s") || word.EndsWith("’s");

        private static string? DepthOf(string address)
        {
            foreach (string part in s_parts)
            {
                int at = address.IndexOf($"/{part}", StringComparison.Ordinal);
                if (at > 0 && (at + part.Length + 1 == address.Length || address[at + part.Length + 1] is '/' or 's'))
                    return part;
            }
            return null;
        }
    }
}
