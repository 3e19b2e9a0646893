using System.Text.Json;
using System.Text.RegularExpressions;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Fit.Statements;

/// <summary>A sentence and what it tells.</summary>
/// <param name="Kind">What it tells; <c>none</c> for nothing.</param>
/// <param name="Group">Who wrote it, or the edition it is of.</param>
/// <param name="HasAccount">Whether it links an account.</param>
/// <param name="Clues">Keys of its clues.</param>
internal sealed record Told(string Kind, string Group, bool HasAccount, ulong[] Clues);

/// <summary>
/// Sentences whose meaning is known: invented ones of several writers (<c>Sentences/*.tsv</c>: kind, tab, sentence; <c>[cite]</c> is a
/// citation, <c>[link: words]</c> a link), and those of submissions that were read whole.
/// </summary>
internal sealed partial class StatementData
{
    private const int LeastSupport = 3; // invented sentences that a word is seen in

    private const int TrapWeight = 4; // how often a sentence of a good fixture counts
    private const int LeastOfTwo = 5; // the same of two words

    private StatementData(SentenceClues words) => Words = words;

    /// <summary>The words that clues are made of.</summary>
    public SentenceClues Words { get; }

    /// <summary>Invented sentences to fit on.</summary>
    public IReadOnlyList<Told> Invented { get; private init; } = [];

    /// <summary>Invented sentences of other writers, to judge by.</summary>
    public IReadOnlyList<Told> Unseen { get; private init; } = [];

    /// <summary>Sentences of submissions.</summary>
    public IReadOnlyList<Told> Real { get; private init; } = [];

    /// <summary>Sentences of books and notes that nobody labelled; nearly all tell nothing.</summary>
    public IReadOnlyList<Told> Plain { get; private init; } = [];

    /// <summary>The kinds of statements.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["work", "material", "person", "thanks", "review"];

    /// <summary>Reads all.</summary>
    /// <param name="sentences">The folder of invented sentences; those of files that begin with “unseen” are for judging.</param>
    /// <param name="corpus">The folder with posts and labels.</param>
    /// <param name="fixtures">The folder of the rules’ fixtures, whose good ones are traps that must tell nothing.</param>
    /// <param name="plain">A folder of Markdown files that nobody labelled; null for none.</param>
    /// <param name="learned">What chairs decided about; it is fitted on like invented sentences.</param>
    public static StatementData Read(string sentences, string corpus, string fixtures, string? plain, IReadOnlyList<Learned> learned)
    {
        List<(string Kind, string Group, Sentence Sentence)> invented = [.. Invent(sentences)],
            real = [.. Submitted(corpus)];
        SentenceClues words = WordsOf([
            .. invented.Where(one => !one.Group.StartsWith("unseen", StringComparison.Ordinal)).Select(one => one.Sentence),
        ]);
        var reader = new SentenceClues.Reader(words);
        Told Tell((string Kind, string Group, Sentence Sentence) one)
        {
            var keys = new List<ulong>();
            reader.Read(one.Sentence.Document, one.Sentence.Words, one.Sentence.References, keys);
            bool hasAccount = one.Sentence.References.Any(reference => reference.Kind is ReferenceKind.Account);
            return new(one.Kind, one.Group, hasAccount, [.. keys.Distinct()]);
        }
        ILookup<bool, Told> told = invented.Select(Tell).ToLookup(one => one.Group.StartsWith("unseen", StringComparison.Ordinal));
        return new(words)
        {
            Invented = [.. told[false], .. Repeated(Unlabelled(fixtures, "good*.md")), .. Learned.Sentences(learned, words)],
            Unseen = [.. told[true]],
            Real = [.. real.Select(Tell)],
            Plain = plain is null ? [] : [.. Unlabelled(plain, "*.md").Select(Tell)],
        };
        IEnumerable<Told> Repeated(IEnumerable<(string Kind, string Group, Sentence Sentence)> traps) =>
            traps.Select(Tell).SelectMany(trap => Enumerable.Repeat(trap, TrapWeight));
    }

    /// <summary>The clues that may weigh: words of enough sentences, and what is made of two words of more.</summary>
    public IReadOnlyList<ulong> Clues =>
        [
            .. Invented
                .SelectMany(one => one.Clues)
                .CountBy(key => key)
                .Where(pair => pair.Value >= (SentenceClues.IsOfTwoWords(pair.Key) ? LeastOfTwo : LeastSupport))
                .Select(pair => pair.Key)
                .Order(),
        ];

    /// <summary>
    /// Words of enough sentences. What is written with a capital within a sentence is a name, which must not weigh, unless PostLint's own
    /// phrases know it: a venue, a service.
    /// </summary>
    private static SentenceClues WordsOf(IReadOnlyList<Sentence> sentences)
    {
        var words = new Dictionary<string, (int All, int Capital)>(StringComparer.Ordinal);
        foreach (Sentence sentence in sentences)
        {
            foreach (Word word in sentence.Words)
            {
                if (word.IsMark || word.Is(WordShape.Number))
                    continue;
                string letters = SentenceTap.LettersOf(sentence.Document, word);
                (int all, int capital) = words.GetValueOrDefault(letters);
                bool isName = word.IsCapital && !word.Is(WordShape.First) && word.Id == Lexicon.Unknown;
                words[letters] = (all + 1, capital + (isName ? 1 : 0));
            }
        }
        var clues = new SentenceClues();
        foreach ((string word, (int all, int capital)) in words.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (all >= LeastSupport && capital * 2 < all)
                clues.Know(word);
        }
        foreach (string trait in (string[])["(first person)", "(no first person)", "(short)", "(long)"])
            clues.Know(trait);
        return clues;
    }

    private static IEnumerable<(string Kind, string Group, Sentence Sentence)> Invent(string folder)
    {
        foreach (string path in Directory.EnumerateFiles(folder, "*.tsv").Order(StringComparer.Ordinal))
        {
            string[] lines = File.ReadAllLines(path);
            string text = string.Join("\n\n", lines.Select(line => PostOf(line.Split('\t')[1])));
            foreach (Sentence sentence in Sentences([new("post.md", FileRole.Post, new("post.md", text), [])]))
                yield return (lines[(sentence.Line - 1) / 2].Split('\t')[0], Path.GetFileNameWithoutExtension(path), sentence);
        }
    }

    private static IEnumerable<(string Kind, string Group, Sentence Sentence)> Unlabelled(string folder, string pattern) =>
        from path in Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        from sentence in Sentences([new("post.md", FileRole.Post, new("post.md", File.ReadAllText(path)), [])])
        select ("none", "plain", sentence);

    private static string PostOf(string sentence) =>
        Marks()
            .Replace(sentence, match => match.Value is "[cite]" ? "<d-cite key=\"key\"></d-cite>"
                : match.Groups["words"].Success ? $"[{match.Groups["words"].Value}](https://github.com/jane-example/project)"
                : "https://github.com/jane-example/project");

    private static IEnumerable<(string Kind, string Group, Sentence Sentence)> Submitted(string folder)
    {
        foreach (string path in Directory.EnumerateFiles(Path.Combine(folder, "labels"), "*.json").Order(StringComparer.Ordinal))
        {
            Corpus.LabelFile file = JsonSerializer.Deserialize<Corpus.LabelFile>(File.ReadAllText(path), Corpus.Options)!;
            var reader = new SubmissionReader { WorkingDirectory = Path.Combine(folder, "posts") };
            foreach (SubmissionSource source in reader.Discover([file.Id]).Sources)
            {
                Submission submission = reader.Read(source);
                foreach (Sentence sentence in Sentences(submission.Files))
                {
                    string at = sentence.Document.Source.Path[(file.Id.Length + 1)..];
                    Label? label = file.Labels.FirstOrDefault(label => label.IsAt(new(at, sentence.Line, sentence.EndLine)));
                    yield return (KindOf(label?.Kind), Corpus.EditionOf(file.Id), sentence);
                }
            }
        }
    }

    /// <summary>What a label of a submission says of its sentence.</summary>
    private static string KindOf(string? label) =>
        label switch
        {
            null or "template.leftover" => "none",
            "identity.self-citation" => "work",
            "identity.own-repo-link" or "identity.own-site-embed" => "material",
            "identity.first-person-hint" or "identity.affiliation" => "person",
            "ack.section" or "ack.sentence" or "coi.statement" => "thanks",
            "scope.review" => "review",
            _ => "other",
        };

    private static List<Sentence> Sentences(IReadOnlyList<SubmittedFile> files)
    {
        var tap = new SentenceTap();
        Pack pack = BuiltInPack.Create();
        var linter = new Linter(pack with { Extractors = [.. pack.Extractors, tap] }, BuiltInPack.Catalogue.Profile("double-blind"));
        linter.Lint(new("example", files, []));
        return tap.Sentences;
    }

    [GeneratedRegex(@"\[cite\]|\[link(?:: (?<words>[^\]]+))?\]", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}
