using System.Runtime.InteropServices;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>A sentence that likely tells something, by what its words say together.</summary>
/// <param name="Kind">What it tells; see <see cref="StatementTable"/>.</param>
/// <param name="HasAccount">Whether it links an account that could be somebody’s own.</param>
/// <param name="Place">The sentence.</param>
public sealed record Statement(string Kind, bool HasAccount, Place Place) : Fact(Place);

/// <summary>Words of such a sentence that bear on what it tells.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Clue">The words, as tables of weights write them.</param>
/// <param name="Place">The sentence.</param>
public sealed record StatementClue(string Kind, string Clue, Place Place) : Fact(Place), IClue;

/// <summary>Weighs each sentence of the text and of its comments.</summary>
/// <param name="table">How much clues weigh; read when the first sentence is weighed.</param>
public sealed class StatementExtractor(Lazy<StatementTable> table) : IExtractor
{
    private const int LongestSentence = 80; // words and marks; what runs on for longer is a list or a table, and says many things

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        if (document.Role is not FileRole.Post)
            return;
        List<Reference>? references = null;
        Reader? reader = null;
        foreach (TextUnit unit in document.Units)
        {
            if (!IsRead(unit.Block.Context))
                continue;
            for (int sentence = unit.FirstSentence; sentence < unit.EndSentence; sentence++)
            {
                if (document.Sentence(sentence).Length is < 2 or > LongestSentence)
                    continue;
                references ??= ReferencesOf(document, facts);
                reader ??= new(table.Value);
                reader.Read(document, unit, sentence, ReferencesIn(document, unit, sentence, references), facts);
            }
        }
    }

    /// <summary>Whether sentences of a context are weighed: what people say, rather than what they quote, title or compute.</summary>
    internal static bool IsRead(TextContext context) =>
        context
            is TextContext.Prose
                or TextContext.Caption
                or TextContext.HtmlComment
                or TextContext.MarkdownComment
                or TextContext.LiquidComment;

    /// <summary>
    /// Where links and citations of a document begin, in order; of links that stand behind a sentence or in its notes, where they are told.
    /// </summary>
    internal static List<Reference> ReferencesOf(Document document, ICollection<Fact> facts)
    {
        var references = new List<Reference>();
        foreach (Fact fact in facts)
        {
            if (fact.Place.File != document.Source.Path)
                continue;
            if (fact is Citation)
                references.Add(new(fact.Place.Start, ReferenceKind.Citation));
            else if (fact is WebLink { Use: LinkUse.Text or LinkUse.Anchor or LinkUse.Comment } link)
            {
                ReferenceKind kind = AccountClueExtractor.Bears(link) ? ReferenceKind.Account : ReferenceKind.Link;
                references.Add(new(link.Label.Length > 0 ? link.Label.Start : link.Place.Start, kind));
            }
            else if (fact is Mention { Via: MentionKind.LeadIn or MentionKind.Footnote or MentionKind.Reference } mention)
            {
                if (AccountClueExtractor.Bears(mention.Link))
                    references.Add(new(mention.Place.Span.End - 1, ReferenceKind.Account));
            }
        }
        references.Sort((left, right) => left.Start.CompareTo(right.Start));
        return references;
    }

    /// <summary>Those up to the next sentence.</summary>
    internal static ReadOnlySpan<Reference> ReferencesIn(Document document, TextUnit unit, int sentence, List<Reference> references)
    {
        int start = document.Sentence(sentence)[0].Start;
        int end = sentence + 1 < unit.EndSentence ? document.Sentence(sentence + 1)[0].Start : unit.Block.Segments[^1].End;
        int first = FirstFrom(references, start),
            after = FirstFrom(references, end);
        return CollectionsMarshal.AsSpan(references)[first..after];
    }

    private static int FirstFrom(List<Reference> references, int offset)
    {
        int low = 0,
            high = references.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (references[middle].Start < offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>Reads the sentences of one document.</summary>
    private sealed class Reader(StatementTable table)
    {
        private readonly SentenceClues.Reader _clues = new(table.Clues);
        private readonly List<ulong> _keys = [];
        private readonly List<int> _found = [];
        private readonly int[] _seen = new int[table.Count]; // the last sentence that a clue was seen in
        private readonly int[] _sums = new int[table.Kinds.Count];
        private int _number;

        public void Read(Document document, TextUnit unit, int sentence, ReadOnlySpan<Reference> references, ICollection<Fact> facts)
        {
            ReadOnlySpan<Word> words = document.Sentence(sentence);
            _keys.Clear();
            _found.Clear();
            _number++;
            _clues.Read(document, words, references, _keys);
            for (int kind = 0; kind < _sums.Length; kind++)
                _sums[kind] = table.PriorOf(kind);
            foreach (ulong key in _keys)
            {
                int clue = table.IndexOf(key);
                if (clue < 0 || _seen[clue] == _number)
                    continue;
                _seen[clue] = _number;
                _found.Add(clue);
                ReadOnlySpan<short> all = table.WeightsOf(clue);
                for (int kind = 0; kind < _sums.Length; kind++)
                    _sums[kind] += all[kind];
            }
            for (int kind = 0; kind < _sums.Length; kind++)
            {
                if (_sums[kind] >= table.NoteOf(kind))
                    Tell(document, unit, sentence, references, kind, facts);
            }
        }

        private void Tell(
            Document document,
            TextUnit unit,
            int sentence,
            ReadOnlySpan<Reference> references,
            int kind,
            ICollection<Fact> facts
        )
        {
            Place place = document.PlaceOfSentence(unit, sentence);
            if (document.NodesAt(place.Start).Any(node => node.Kind is NodeKind.Quote) || IsQuotation(document.Sentence(sentence)))
                return;
            bool hasAccount = false;
            foreach (Reference reference in references)
                hasAccount |= reference.Kind is ReferenceKind.Account;
            string name = table.Kinds[kind];
            facts.Add(new Statement(name, hasAccount, place));
            foreach (int clue in _found)
            {
                if (table.WeightsOf(clue)[kind] != 0)
                    facts.Add(new StatementClue(name, table.NameOf(clue), place));
            }
        }

        /// <summary>Whether a sentence begins with a quotation mark, or most of it stands between two.</summary>
        private static bool IsQuotation(ReadOnlySpan<Word> words)
        {
            int first = -1,
                last = -1;
            for (int i = 0; i < words.Length; i++)
            {
                if (words[i].Id != '"')
                    continue;
                if (first < 0)
                    first = i;
                last = i;
            }
            return first == 0 || (last - first) * 2 > words.Length;
        }
    }
}
