using PostLint.Findings;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>What a capitalised sequence names.</summary>
public enum NameKind
{
    /// <summary>By its shape, a person.</summary>
    Person,

    /// <summary>A university, company, laboratory or programme, told by a word such as “University”.</summary>
    Organisation,
}

/// <summary>A name in a sentence that holds a phrase; elsewhere names decide nothing and are not looked for.</summary>
/// <param name="Name">As written.</param>
/// <param name="Kind">Person or organisation.</param>
/// <param name="IsLinked">Whether it is the text of a link.</param>
/// <param name="Place">Where it stands.</param>
public sealed record NameMention(Sensitive Name, NameKind Kind, bool IsLinked, Place Place) : Fact(Place);

/// <summary>Tells names by their shape.</summary>
internal static class Names
{
    private static readonly HashSet<string> s_particles = new(StringComparer.Ordinal)
    {
        "de",
        "da",
        "del",
        "della",
        "der",
        "den",
        "di",
        "dos",
        "du",
        "la",
        "le",
        "van",
        "von",
        "zu",
        "bin",
        "ibn",
        "al",
        "el",
        "ter",
        "ten",
    };

    // Words that make a capitalised sequence an organisation.
    private static readonly HashSet<string> s_organisation = new(StringComparer.OrdinalIgnoreCase)
    {
        "university",
        "universität",
        "université",
        "universidad",
        "institute",
        "institut",
        "laboratory",
        "laboratories",
        "lab",
        "labs",
        "college",
        "school",
        "academy",
        "department",
        "faculty",
        "center",
        "centre",
        "council",
        "foundation",
        "corporation",
        "corp",
        "inc",
        "ltd",
        "llc",
        "gmbh",
        "company",
        "ministry",
        "agency",
        "society",
        "association",
        "fund",
        "programme",
        "program",
        "project",
        "grant",
        "fellowship",
        "scholarship",
        "initiative",
        "consortium",
        "network",
        "hospital",
        "research",
        "technologies",
        "technology",
        "systems",
        "group",
        "google",
        "microsoft",
        "amazon",
        "nvidia",
        "meta",
        "facebook",
        "deepmind",
        "openai",
        "apple",
        "ibm",
        "intel",
        "huawei",
        "tencent",
        "alibaba",
        "baidu",
        "samsung",
        "eth",
        "epfl",
        "mit",
        "cmu",
        "inria",
        "mila",
        "cifar",
    };

    // Capitalised words of scholarly and technical English that begin no person's name.
    private static readonly HashSet<string> s_common = new(StringComparer.OrdinalIgnoreCase)
    {
        "Biases",
        "BibTeX",
        "LaTeX",
        "Overleaf",
        "Zotero",
        "the",
        "a",
        "an",
        "in",
        "on",
        "we",
        "our",
        "i",
        "my",
        "this",
        "these",
        "for",
        "to",
        "of",
        "and",
        "or",
        "with",
        "by",
        "from",
        "as",
        "at",
        "it",
        "if",
        "also",
        "here",
        "figure",
        "table",
        "section",
        "equation",
        "appendix",
        "theorem",
        "lemma",
        "algorithm",
        "chapter",
        "machine",
        "deep",
        "learning",
        "neural",
        "network",
        "networks",
        "language",
        "model",
        "models",
        "large",
        "monte",
        "carlo",
        "markov",
        "bayesian",
        "gaussian",
        "transformer",
        "transformers",
        "attention",
        "reinforcement",
        "adam",
        "stochastic",
        "gradient",
        "descent",
        "diffusion",
        "image",
        "vision",
        "data",
        "science",
        "computer",
        "artificial",
        "intelligence",
        "conference",
        "workshop",
        "proceedings",
        "journal",
        "international",
        "blog",
        "blogpost",
        "post",
        "track",
        "paper",
        "papers",
        "code",
        "github",
        "colab",
        "python",
        "pytorch",
        "tensorflow",
        "jax",
        "matplotlib",
        "mr",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "english",
        "french",
        "german",
        "chinese",
        "japanese",
        "graph",
        "tree",
        "search",
        "convolutional",
        "generative",
        "adversarial",
        "pre-trained",
        "chatgpt",
        "claude",
        "gpt",
        "llama",
        "bert",
        "iclr",
        "neurips",
        "icml",
        "openreview",
        "arxiv",
        "wikipedia",
        "twitter",
        "youtube",
        "linkedin",
        "reviewers",
        "reviewer",
        "anonymous",
        "acknowledgements",
        "acknowledgments",
        "acknowledgment",
        "acknowledgement",
    };

    /// <summary>Whether a capitalised word is an everyday or technical one.</summary>
    public static bool IsCommon(ReadOnlySpan<char> word) => s_common.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>Whether a word makes a name that of an organisation.</summary>
    public static bool IsOrganisation(string word) => s_organisation.Contains(word);

    /// <summary>Adds the names of a sentence.</summary>
    public static void Find(Document document, TextUnit unit, ReadOnlySpan<Word> words, ICollection<Fact> facts)
    {
        for (int i = 0; i < words.Length; )
        {
            int end = EndOfName(document, words, i);
            if (end > i && Fact(document, unit, words[i..end]) is { } mention)
                facts.Add(mention);
            i = Math.Max(end, i + 1);
        }
    }

    /// <summary>A name: capitals in a row, with initials and particles between.</summary>
    private static int EndOfName(Document document, ReadOnlySpan<Word> words, int first)
    {
        if (!words[first].IsCapital || IsCommon(document.TextOf(words[first])))
            return first;
        int end = first + 1;
        for (int i = first + 1; i < words.Length && i < first + 8; i++)
        {
            bool isInitialStop = words[i].Id == '.' && words[i - 1].Length == 1;
            bool isParticle = s_particles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(document.TextOf(words[i]));
            if (words[i].IsCapital && !IsCommon(document.TextOf(words[i])))
                end = i + 1;
            else if (!isInitialStop && !isParticle)
                break;
        }
        return end;
    }

    private static NameMention? Fact(Document document, TextUnit unit, ReadOnlySpan<Word> words)
    {
        var span = TextSpan.Between(words[0].Start, words[^1].End);
        bool isOrganisation = false,
            hasLower = false;
        int capitals = 0;
        foreach (Word word in words)
        {
            isOrganisation |= s_organisation.GetAlternateLookup<ReadOnlySpan<char>>().Contains(document.TextOf(word));
            hasLower |= word.IsCapital && !word.Is(WordShape.Upper) && word.Length > 1;
            if (word.IsCapital)
                capitals++;
        }
        bool isLinked = IsLinked(document, span);
        if (!isOrganisation && !isLinked && (capitals < 2 || !hasLower))
            return null;
        string name = string.Join(
            ' ',
            document.Tree.Plain.Substring(span.Start, span.Length).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        return new(name, isOrganisation ? NameKind.Organisation : NameKind.Person, isLinked, document.PlaceOf(span, unit.Block.Context));
    }

    private static bool IsLinked(Document document, TextSpan span)
    {
        foreach (Node node in document.NodesAt(span.Start))
        {
            if (node.Kind is NodeKind.Link && node.Span.Contains(span) && !node.Content.Contains(span))
                return true;
            if (node is { Kind: NodeKind.Link, Name: "a" })
                return true;
        }
        return false;
    }
}
