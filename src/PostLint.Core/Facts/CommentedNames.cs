using System.Text.RegularExpressions;
using PostLint.Names;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>How a comment names somebody.</summary>
public enum CommentNameKind
{
    /// <summary>Who is speaking: “Ada: I would leave this out”.</summary>
    Speaker,

    /// <summary>Who is spoken to: “Hi Ada and Ben,”.</summary>
    Greeting,

    /// <summary>Who signs: “Best regards, Ada”.</summary>
    Signature,

    /// <summary>Who is to do something: “TODO(ada)”, “@ada please check”.</summary>
    Assignee,
}

/// <summary>A name in a comment, told by its position.</summary>
/// <param name="Kind">How it is used.</param>
/// <param name="Name">As written.</param>
/// <param name="IsSure">Whether the position alone tells a name: brackets around a speaker, a greeting, a signature under a
/// farewell.</param>
/// <param name="Place">Where it stands.</param>
public sealed record CommentedName(CommentNameKind Kind, Sensitive Name, bool IsSure, Place Place) : Fact(Place)
{
    /// <summary>Whether it is no label: the first word is a usual given name, or it is given as an author’s.</summary>
    public bool IsPerson { get; init; }
}

/// <summary>Finds conversations between authors in comments of every kind.</summary>
/// <param name="speakers">The names that people call each other by.</param>
internal sealed partial class CommentedNameExtractor(Speakers speakers) : IExtractor
{
    private const int LongestLine = 2_000; // UTF-16 units; longer ones are commented-out text

    private readonly RemarkTalk _talk = new(speakers);

    // Words that stand before a colon in comments and name nobody.
    private static readonly HashSet<string> s_labels = new(StringComparer.OrdinalIgnoreCase)
    {
        "note",
        "notes",
        "nb",
        "todo",
        "to do",
        "fixme",
        "hack",
        "warning",
        "warn",
        "caution",
        "important",
        "tip",
        "hint",
        "info",
        "example",
        "examples",
        "eg",
        "ie",
        "figure",
        "fig",
        "table",
        "image",
        "images",
        "video",
        "caption",
        "source",
        "sources",
        "credit",
        "credits",
        "ref",
        "refs",
        "reference",
        "references",
        "see",
        "link",
        "links",
        "url",
        "title",
        "subtitle",
        "author",
        "authors",
        "name",
        "date",
        "tags",
        "toc",
        "option",
        "options",
        "usage",
        "input",
        "output",
        "question",
        "questions",
        "answer",
        "answers",
        "q",
        "a",
        "summary",
        "abstract",
        "introduction",
        "intro",
        "background",
        "conclusion",
        "method",
        "methods",
        "results",
        "discussion",
        "section",
        "part",
        "step",
        "case",
        "idea",
        "ideas",
        "intuition",
        "remark",
        "remarks",
        "comment",
        "comments",
        "reviewer",
        "reviewers",
        "review",
        "editor",
        "meta",
        "edit",
        "update",
        "old",
        "new",
        "draft",
        "version",
        "original",
        "alternative",
        "alternatively",
        "task",
        "goal",
        "key",
        "takeaway",
        "takeaways",
        "tldr",
        "however",
        "finally",
        "first",
        "second",
        "third",
        "then",
        "therefore",
        "recall",
        "where",
        "description",
        "definition",
        "theorem",
        "proof",
        "lemma",
        "proposition",
        "corollary",
        "algorithm",
        "code",
        "data",
        "dataset",
        "model",
        "loss",
        "training",
        "inference",
        "style",
        "layout",
        "html",
        "css",
        "javascript",
        "markdown",
        "yaml",
        "citation",
        "citations",
        "bibliography",
        "footnote",
        "footnotes",
        "correctness",
        "clarity",
        "quality",
        "novelty",
        "significance",
        "strengths",
        "weaknesses",
        "strength",
        "weakness",
        "pros",
        "cons",
        "limitations",
        "contribution",
        "contributions",
        "assumptions",
        "assumption",
        "experiments",
        "experiment",
        "evaluation",
        "motivation",
        "hypothesis",
        "assistant",
        "human",
        "system",
        "prompt",
        "response",
        "instruction",
        "context",
        "chatgpt",
        "gpt",
        "bot",
        "user",
        "end",
        "start",
        "begin",
        "left",
        "right",
        "top",
        "bottom",
        "center",
        "width",
        "height",
        "row",
        "column",
        "col",
        "columns",
        "rows",
        "interactive",
        "plot",
        "chart",
        "copyright",
        "license",
        "version",
        "created",
        "creator",
        "producer",
        "generated",
        "generator",
        "exporter",
        "export",
        "created with",
        "uploaded to",
        "pages",
        "designer",
        "keywords",
        "adapted",
        "based",
        "from",
        "to",
        "cc",
        "bcc",
        "subject",
        "re",
        "fwd",
        "sent",
        "on",
        "in",
        "for",
        "removed",
        "deleted",
        "disabled",
        "deprecated",
        "unused",
        "placeholder",
        "temp",
        "temporary",
        "main",
        "header",
        "footer",
        "nav",
        "navigation",
        "sidebar",
        "content",
        "body",
        "page",
        "post",
        "blog",
        "blogpost",
        "paper",
        "papers",
        "work",
        "works",
        "this",
        "that",
        "these",
        "observation",
        "observations",
        "explanation",
        "details",
        "detail",
        "problem",
        "solution",
        "solutions",
        "issue",
        "issues",
        "bug",
        "fix",
        "change",
        "changes",
        "add",
        "remove",
        "check",
        "done",
        "cf",
        "yes",
        "no",
        "maybe",
        "ok",
        "hi",
        "hello",
        "dear",
        "hey",
        "thanks",
        "regards",
        "best",
        "google",
        "openai",
        "deepmind",
        "facebook",
        "meta",
        "microsoft",
        "twitter",
        "youtube",
        "github",
        "wikipedia",
        "pytorch",
        "tensorflow",
        "python",
        "jax",
        "numpy",
        "scipy",
        "mermaid",
        "mathjax",
        "katex",
        "jekyll",
        "distill",
        "plotly",
        "bokeh",
        "inkscape",
        "figma",
        "canva",
        "variant",
        "scenario",
        "stage",
        "phase",
        "plan",
        "choice",
        "candidate",
        "attempt",
        "run",
        "level",
        "round",
        "ps",
        "pps",
        "id",
        "faq",
        "tl",
        "dr",
        "gpu",
        "cpu",
        "api",
        "nlp",
        "llm",
        "gan",
        "vae",
        "rnn",
        "cnn",
        "sgd",
        "ml",
        "rl",
        "ai",
        "cv",
        "us",
        "eu",
        "uk",
        "eq",
        "lhs",
        "rhs",
        "svg",
        "png",
        "pdf",
        "css",
        "js",
        "bib",
        "tab",
        "sec",
        "fyi",
        "btw",
        "wip",
        "tbd",
        "tba",
        "kl",
        "mse",
        "auc",
        "pca",
        "ode",
        "pde",
        "sde",
        "mle",
        "map",
        "iid",
        "lr",
        "bn",
        "ln",
        "fc",
        "qa",
        "pos",
        "neg",
    };

    // What begins with @ in comments of scripts, styles and documentation.
    private static readonly HashSet<string> s_marks = new(StringComparer.OrdinalIgnoreCase)
    {
        "media",
        "import",
        "keyframes",
        "font-face",
        "charset",
        "supports",
        "page",
        "layer",
        "container",
        "param",
        "return",
        "returns",
        "type",
        "typedef",
        "license",
        "licence",
        "preserve",
        "author",
        "version",
        "since",
        "see",
        "todo",
        "deprecated",
        "article",
        "inproceedings",
        "misc",
        "book",
        "comment",
        "string",
        "online",
        "techreport",
        "phdthesis",
        "incollection",
        "inbook",
        "unpublished",
        "article",
        "torch",
        "jax",
        "tf",
        "numba",
        "jit",
        "property",
        "staticmethod",
        "classmethod",
        "dataclass",
        "override",
        "context",
        "graph",
        "example",
        "file",
        "brief",
        "note",
        "private",
        "public",
        "internal",
        "ts-ignore",
        "ts-nocheck",
        "nocheck",
        "latest",
        "next",
        "babel",
        "types",
        "include",
        "mixin",
        "extend",
        "use",
        "forward",
        "if",
        "else",
        "each",
        "for",
    };

    private static readonly HashSet<string> s_addressees = new(StringComparer.OrdinalIgnoreCase)
    {
        "all",
        "everyone",
        "everybody",
        "there",
        "world",
        "reader",
        "readers",
        "reviewer",
        "reviewers",
        "author",
        "authors",
        "team",
        "sir",
        "madam",
        "chair",
        "chairs",
        "folks",
        "friends",
        "editor",
        "editors",
        "colleagues",
        "professor",
        "prof",
        "dr",
        "again",
        "you",
        "guys",
        "area",
        "program",
        "iclr",
        "the",
    };

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        var others = new HashSet<string>(StringComparer.Ordinal);
        var small = new SmallWords(document.Tree.Plain);
        foreach (TextUnit unit in document.Units)
        {
            Node node = unit.Block.Node;
            if (node.Kind is NodeKind.Comment)
                Read(document, unit.Block, others, small, facts);
        }
    }

    private void Read(Document document, TextBlock block, HashSet<string> others, SmallWords small, ICollection<Fact> facts)
    {
        bool isAfterFarewell = false;
        var greeted = new List<string>();
        foreach (TextSpan line in Lines(document, block))
        {
            ReadOnlySpan<char> text = document.Source.Slice(line);
            if (text.IsWhiteSpace())
                continue;
            if (
                isAfterFarewell
                && Signature().Match(text.ToString()) is { Success: true } signature
                && IsOwn(signature.Groups["name"], others)
            )
                Add(document, block, line, signature.Groups["name"], CommentNameKind.Signature, true, small, facts);
            isAfterFarewell = text.Length < 60 && Farewell().IsMatch(text);
            if (text.Length > LongestLine)
                continue;
            string content = text.ToString();
            if (Greeting().Match(content) is { Success: true } greeting)
            {
                greeted.AddRange(
                    greeting.Groups["name"].Captures.SelectMany(capture => new[] { capture.Value, capture.Value.Split(' ')[0] })
                );
                bool isToOthers = greeting.Groups["team"].Success; // a team that is written to is another one
                if (!isToOthers)
                    Add(document, block, line, greeting.Groups["name"], CommentNameKind.Greeting, true, small, facts);
            }
            else if (Speaker().Match(content) is { Success: true } speaker)
            {
                Group name = speaker.Groups["name"];
                bool isSure =
                    speaker.Groups["open"].Length > 0
                    || _talk.IsSpeaker(name.Value.Trim(), RemarkBehind(document, block, line.Start + name.Index + name.Length));
                Add(document, block, line, name, CommentNameKind.Speaker, isSure, small, facts);
            }
            else if (LowSpeaker().Match(content) is { Success: true } low)
            {
                Group name = low.Groups["name"];
                bool isSure = RemarkTalk.IsTalk(content.AsSpan(low.Length)) && _talk.IsSpeaker(name.Value, content.AsSpan(low.Length));
                if (isSure)
                    Add(document, block, line, name, CommentNameKind.Speaker, true, small, facts);
            }
            foreach (Match reply in Reply().Matches(content))
            {
                bool isSure = _talk.IsSpeaker(reply.Groups["name"].Value, content.AsSpan(reply.Index + reply.Length));
                if (isSure)
                    Add(document, block, line, reply.Groups["name"], CommentNameKind.Speaker, true, small, facts);
            }
            if (Assignee().Match(content) is { Success: true } assignee)
            {
                bool isSure = assignee.Groups["mark"].Length > 0 || _talk.IsGiven(assignee.Groups["name"].Value);
                Add(document, block, line, assignee.Groups["name"], CommentNameKind.Assignee, isSure, small, facts);
            }
            if (Asked().Match(content) is { Success: true } asked && _talk.IsGiven(asked.Groups["name"].Value))
            {
                Add(document, block, line, asked.Groups["name"], CommentNameKind.Assignee, true, small, facts);
            }
            foreach (Match handle in Handle().Matches(content))
            {
                bool isSure = handle.Groups["first"].Success || RemarkTalk.IsTalk(content);
                if (isSure && !s_marks.Contains(handle.Groups["name"].Value))
                    Add(document, block, line, handle.Groups["name"], CommentNameKind.Assignee, true, small, facts);
            }
            if (FarewellLine().Match(content) is { Success: true } inline && IsOwn(inline.Groups["name"], others))
            {
                Add(document, block, line, inline.Groups["name"], CommentNameKind.Signature, true, small, facts);
            }
            else if (
                SignedLine().Match(content) is { Success: true } signed
                && (RemarkTalk.IsTalk(content.AsSpan(0, signed.Index)) || _talk.IsGiven(signed.Groups["name"].Value))
            )
            {
                Add(document, block, line, signed.Groups["name"], CommentNameKind.Signature, true, small, facts);
            }
        }
        others.UnionWith(greeted);
    }

    /// <summary>
    /// Whether who signs was not written to before: whoever answers a letter that stands in an earlier comment is somebody else.
    /// </summary>
    private static bool IsOwn(Group signature, HashSet<string> others) => !others.Contains(signature.Value);

    /// <summary>The rest of a comment.</summary>
    private static ReadOnlySpan<char> RemarkBehind(Document document, TextBlock block, int start) =>
        document.Source.Slice(TextSpan.Between(start, Math.Max(start, block.Segments[^1].End))).TrimStart(" ):].");

    private static IEnumerable<TextSpan> Lines(Document document, TextBlock block)
    {
        foreach (TextSpan segment in block.Segments)
        {
            for (int at = segment.Start; at < segment.End; )
            {
                int end = document.Source.Text.IndexOf('\n', at, segment.End - at);
                end = end < 0 ? segment.End : end;
                yield return TextSpan.Between(at, end);
                at = end + 1;
            }
        }
    }

    private void Add(
        Document document,
        TextBlock block,
        TextSpan line,
        Group name,
        CommentNameKind kind,
        bool isSure,
        SmallWords small,
        ICollection<Fact> facts
    )
    {
        foreach (Capture capture in name.Captures)
        {
            string found = capture.Value.Trim(),
                first = found.Split(' ')[0];
            bool isWord =
                s_labels.Contains(found)
                || s_labels.Contains(first)
                || (kind is CommentNameKind.Greeting or CommentNameKind.Signature && s_addressees.Contains(first))
                || NameShapes.IsCommon(first);
            if (
                isWord
                || IdentifierExtractor.IsAnybody(found)
                || (
                    !isSure
                    && (
                        small.Hold(first)
                        || (
                            _talk.IsLabel(first)
                            && !RemarkTalk.IsPersonal(
                                document.Source.Slice(TextSpan.Between(line.Start + capture.Index + capture.Length, line.End))
                            )
                        )
                    )
                )
            )
                continue;
            facts.Add(
                new CommentedName(kind, found, isSure, document.PlaceOf(new(line.Start + capture.Index, capture.Length), block.Context))
                {
                    IsPerson = _talk.IsGiven(first),
                }
            );
        }
    }

    [GeneratedRegex(
        (
            """^[\s*#>\-–•%/]*(?:(?<open>[(\[])\s*(?<name>\p{L}[\p{L}'’-]{1,20}(?: \p{Lu}[\p{L}'’-]{1,20})?)\s*[)\]]\s*:"""
            + """|\[(?<name>[A-Z]{2,3})\]:?(?=\s+\p{L})|(?<name>[A-Z]{2,3}):(?=\s+\p{L})"""
            + """|(?<name>\p{Lu}\p{Ll}[\p{L}'’-]{0,19}(?: \p{Lu}[\p{L}'’.-]{0,20}){0,2})\s?:)\s+\S+\s"""
        ),
        RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Speaker();

    [GeneratedRegex("""^[\s*#>\-–•%/]*(?<name>\p{Ll}{2,15}):\s""", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex LowSpeaker();

    // A second one speaks within a line.
    [GeneratedRegex(
        """(?<=[.!?;)→|]\s{1,2}|\s--\s|\s–\s)\[?(?<name>\p{Lu}\p{Ll}{1,19}|[A-Z]{2,3})\]?:(?=\s)""",
        RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Reply();

    // Who is asked or expected to do something.
    [GeneratedRegex(
        """
            \b(?:[Aa]sk|[Pp]ing|[Tt]ell|[Rr]emind|[Cc]heck\swith|[Dd]iscuss\swith|[Tt]alk\sto|[Ww]ait(?:ing)?\sfor
                |[Aa]ssigned\sto|cc|[Oo]wner:?)\s@?(?<name>\p{Lu}\p{Ll}{1,19})(?=\s|[,.:;)!?]|$|['’]s)
            |\b(?<name>\p{Lu}\p{Ll}{1,19})(?:
                \s(?:to|will|should|wants|wanted|said|says|suggested|suggests|asked|thinks|is\sworking|has\sthe
                    |can\syou|could\syou|please)\s
                |['’]s\s(?:part|section|turn|comments?|edits?|version|figure|plots?|code|suggestion|remarks?|idea|to-?do)\b)
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace,
        1_000
    )]
    private static partial Regex Asked();

    [GeneratedRegex(
        """(?:^[\s*>#%!-]*(?<first>)|(?<=[\s(,]))@(?<name>\p{L}[\w-]{1,30})(?![\w.@(/{])""",
        RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Handle();

    [GeneratedRegex(
        (
            """(?<=\S\s{0,3})(?:\s--\s?|\s?—\s?|\s–\s)(?<name>\p{Lu}\p{Ll}{1,15}(?: \p{Lu}[\p{L}.]{0,20})?"""
            + """|[A-Z]{2,3})(?:,?\s*[\d./ -]{3,12})?\s*(?:-->)?$"""
        ),
        RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex SignedLine();

    [GeneratedRegex(
        (
            """^[\s*>-]*(?:Hi|Hello|Dear|Hey|hi|hello|hey)\s+(?<name>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)(?:(?:\s*,\s*|\s+and\s+"""
            + """|\s*&\s*)(?<name>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?))*(?:\s*,?\s*(?:and|&)\s+(?:the\s+|your\s+)?(?<team>team|all"""
            + """|everyone|everybody|co|colleagues|others|group))?\s*[,!:.\-–]"""
        ),
        RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Greeting();

    [GeneratedRegex(
        """(?:\b(?:regards|cheers|sincerely|yours|best|best wishes|thanks|thank you|thx|love))\s*[,.!]*\s*$""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Farewell();

    [GeneratedRegex(
        (
            """(?:\b(?:[Rr]egards|[Cc]heers|[Ss]incerely"""
            + """|[Bb]est wishes))\s*,\s*(?<name>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)(?:\s+(?:and"""
            + """|&)\s+(?<name>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?))?\s*\.?\s*$"""
        ),
        RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex FarewellLine();

    [GeneratedRegex(
        (
            """^[\s*>~–—-]*(?<name>\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]*){0,2})(?:(?:\s*,\s*|\s+and\s+"""
            + """|\s*&\s*)(?<name>\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]*){0,2}))*\s*\.?\s*(?:-->)?$"""
        ),
        RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Signature();

    [GeneratedRegex(
        (
            """(?:\b(?<mark>TODO|FIXME|XXX|todo|fixme)\s?[(\[]\s?@?(?<name>\p{L}[\p{L}'’-]{1,20})\s?[)\]]|\b(?<mark>TODO"""
            + """|FIXME)\s+(?:for\s+)?@?(?<name>\p{Lu}\p{Ll}{1,20})\s*:|\b(?<name>\p{Lu}\p{Ll}{1,20}),?\s+(?:please|can you"""
            + """|could you)\s+(?=\p{L})|(?:^|\s)@(?<name>\p{L}[\w-]{2,20})\b(?=[\s,:]+(?:please|can you|could you|pls|do you"""
            + """|what do you|check|see|I|you)\b))"""
        ),
        RegexOptions.CultureInvariant,
        1_000
    )]
    private static partial Regex Assignee();
}
