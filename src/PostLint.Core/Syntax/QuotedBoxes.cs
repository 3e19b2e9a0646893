using System.Buffers;

namespace PostLint.Syntax;

/// <summary>
/// Tells boxes with a writer’s own words from quotations, since Markdown has one mark for both:
/// <c>&gt; [!NOTE]</c>, <c>&gt; **Try it.** …</c>, a heading within, or a class of a theme behind it.
/// </summary>
internal static class QuotedBoxes
{
    private const int LongestLabel = 80; // characters
    private const int LongestPlainLabel = 4; // words
    private const int LongestSign = 4; // UTF-16 units of a picture before a label
    private const int LongestClass = 80; // characters of a kramdown attribute behind the block

    private static readonly SearchValues<char> s_stops = SearchValues.Create(".:!?");

    // No pictures: the marks of bold face, of elements and of quotations.
    private static readonly SearchValues<char> s_marks = SearchValues.Create("*_<\"“”'‘«");

    // What boxes are headed by; a name or role that is none of these speaks: “Reviewer 2:”.
    private static readonly HashSet<string> s_labels = new(StringComparer.OrdinalIgnoreCase)
    {
        "note",
        "notes",
        "side",
        "sidenote",
        "nb",
        "n.b",
        "tip",
        "tips",
        "hint",
        "hints",
        "info",
        "information",
        "important",
        "warning",
        "warnings",
        "caution",
        "danger",
        "attention",
        "reminder",
        "remark",
        "remarks",
        "takeaway",
        "takeaways",
        "summary",
        "tl;dr",
        "tldr",
        "recap",
        "update",
        "updates",
        "edit",
        "disclaimer",
        "disclosure",
        "spoiler",
        "aside",
        "example",
        "exercise",
        "definition",
        "definitions",
        "theorem",
        "lemma",
        "corollary",
        "proposition",
        "claim",
        "proof",
        "assumption",
        "conjecture",
        "property",
        "notation",
        "algorithm",
        "observation",
        "observations",
        "hypothesis",
        "intuition",
        "insight",
        "insights",
        "idea",
        "conclusion",
        "conclusions",
        "finding",
        "findings",
        "result",
        "results",
        "problem",
        "key",
        "main",
        "message",
        "motivation",
        "background",
        "context",
        "goal",
        "aim",
        "scope",
        "limitation",
        "limitations",
        "code",
        "demo",
        "resources",
        "reproducibility",
        "reproducing",
        "acknowledgement",
        "acknowledgements",
        "acknowledgment",
        "acknowledgments",
        "fact",
        "faq",
        "detail",
        "details",
        "success",
        "bug",
        "todo",
        "failure",
        "quiz",
        "try",
        "about",
        "how",
        "why",
        "what",
        "where",
        "short",
        "brief",
        "nutshell",
        "bottom",
    };

    // What quotations are headed by: documents, and roles in a talk.
    private static readonly HashSet<string> s_sources = new(StringComparer.OrdinalIgnoreCase)
    {
        "abstract",
        "review",
        "reviewer",
        "question",
        "questions",
        "answer",
        "prompt",
        "user",
        "assistant",
        "human",
        "system",
        "quote",
        "excerpt",
        "response",
        "model",
        "input",
        "output",
        "instruction",
        "speaker",
        "interviewer",
        "q",
        "a",
    };

    // Words of the classes with which themes make a box of a quotation.
    private static readonly HashSet<string> s_classes = new(StringComparer.OrdinalIgnoreCase)
    {
        "note",
        "notes",
        "tip",
        "tips",
        "hint",
        "info",
        "warning",
        "danger",
        "caution",
        "important",
        "callout",
        "alert",
        "admonition",
        "notice",
        "box",
        "prompt",
        "remark",
        "highlight",
        "message",
        "success",
        "takeaway",
    };

    private static readonly string[] s_signs = ["💡", "⚠", "ℹ", "📝", "📌", "👉", "🚧", "❗", "🔔", "✏", "🔑", "✅", "📢", "🔍", "🧠", "💻"];

    private static readonly string[] s_dashes = ["—", "–", "―", "--", "\\-", "&mdash;", "~ "];

    /// <summary>Whether a block quote of Markdown is a box. An alert, a heading and a class say so; a label says so unless a colon leads to
    /// the block or its last line tells whose words it holds.</summary>
    /// <param name="text">The file.</param>
    /// <param name="span">The block, marks included.</param>
    public static bool IsBox(string text, TextSpan span)
    {
        ReadOnlySpan<char> block = text.AsSpan(span.Start, span.Length),
            first = FirstLine(block);
        if (first.IsEmpty)
            return false;
        if (first.StartsWith("[!") || first[0] is '#' || HasClass(text.AsSpan(span.End)))
            return true;
        return (StartsWithSign(first) || IsLabelled(first)) && !IsIntroduced(text, span.Start) && !IsSigned(block);
    }

    /// <summary>Whether classes of an element are those of a box.</summary>
    public static bool IsBoxClass(ReadOnlySpan<char> classes)
    {
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> words = s_classes.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (Range range in classes.SplitAny(" \t\r\n.-_{}:"))
        {
            if (words.Contains(classes[range]) || classes[range].EndsWith("box", StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    private static ReadOnlySpan<char> FirstLine(ReadOnlySpan<char> block)
    {
        foreach (ReadOnlySpan<char> line in block.EnumerateLines())
        {
            ReadOnlySpan<char> words = line.TrimStart(" \t>");
            if (!words.IsEmpty)
                return words;
        }
        return default;
    }

    /// <summary>Behind a colon stands what somebody else said.</summary>
    private static bool IsIntroduced(string text, int start) =>
        text.AsSpan(0, start).TrimEnd() is { IsEmpty: false } before && before[^1] is ':';

    /// <summary>Whether the last line says whose words they are: “— Ada”.</summary>
    private static bool IsSigned(ReadOnlySpan<char> block)
    {
        block = block.TrimEnd(" \t\r\n>");
        if (block.EndsWith("</cite", StringComparison.OrdinalIgnoreCase))
            return true;
        ReadOnlySpan<char> last = block[(block.LastIndexOf('\n') + 1)..].TrimStart(" \t>*_");
        foreach (string dash in s_dashes)
        {
            if (last.StartsWith(dash, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private static bool StartsWithSign(ReadOnlySpan<char> line)
    {
        foreach (string sign in s_signs)
        {
            if (line.StartsWith(sign, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    /// <summary>Whether a line begins with a word for boxes, bold or with a colon, or with bold words that are a sentence.</summary>
    private static bool IsLabelled(ReadOnlySpan<char> line)
    {
        line = WithoutSign(line);
        if (line.StartsWith("**") || line.StartsWith("__"))
            return IsBoldLabel(line[2..], line[..2]);
        if (line.StartsWith("<b>") || line.StartsWith("<strong>"))
            return IsBoldLabel(line[(line.IndexOf('>') + 1)..], "</");
        int stop = line.IndexOfAny(s_stops);
        if (stop < 1 || line[stop] is not ':')
            return false;
        ReadOnlySpan<char> label = line[..stop];
        return label.Count(' ') < LongestPlainLabel && IsLabelWord(FirstWord(label));
    }

    /// <summary>Whether bold words that begin a block head a box.</summary>
    /// <param name="words">The words and what follows them.</param>
    /// <param name="mark">What ends the bold face.</param>
    private static bool IsBoldLabel(ReadOnlySpan<char> words, ReadOnlySpan<char> mark)
    {
        int close = words.IndexOf(mark);
        if (close is < 1 or > LongestLabel)
            return false;
        ReadOnlySpan<char> label = WithoutSign(words[..close].Trim()),
            after = words[(close + mark.Length)..];
        if (label.IsEmpty || label.IndexOfAny('"', '“', '”') >= 0)
            return false;
        if (s_sources.Contains(FirstWord(label).ToString()))
            return false;
        if (IsLabelWord(FirstWord(label)))
            return true;
        bool isOpen = s_stops.Contains(label[^1]) || after.IsEmpty || s_stops.Contains(after[0]);
        bool isSpeech = label[^1] is ':' || (after.Length > 0 && after[0] is ':');
        return isOpen && (IsSentence(label, isSpeech) || (!isSpeech && HasLabelWord(label)));
    }

    /// <summary>What stands behind a picture, if there is one.</summary>
    private static ReadOnlySpan<char> WithoutSign(ReadOnlySpan<char> words)
    {
        int length = 0;
        while (length < words.Length && length <= LongestSign && !char.IsLetterOrDigit(words[length]) && !s_marks.Contains(words[length]))
        {
            length++;
        }
        return length is 0 or > LongestSign ? words : words[length..].TrimStart();
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> label)
    {
        int end = label.IndexOfAny(" -/:");
        return Trimmed(end < 0 ? label : label[..end]);
    }

    private static ReadOnlySpan<char> Trimmed(ReadOnlySpan<char> word) => word.Trim(".:!?*_()0123456789");

    private static bool IsLabelWord(ReadOnlySpan<char> word) => s_labels.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static bool HasLabelWord(ReadOnlySpan<char> label)
    {
        foreach (Range range in label.SplitAny(' ', '-', '/'))
        {
            if (IsLabelWord(Trimmed(label[range])))
                return true;
        }
        return false;
    }

    /// <summary>Words of which a later one is written small, as in no name; a single word only where nobody speaks.</summary>
    private static bool IsSentence(ReadOnlySpan<char> label, bool isSpeech)
    {
        int count = 0;
        bool hasSmall = false;
        foreach (Range range in label.Split(' '))
        {
            ReadOnlySpan<char> word = label[range];
            if (word.IsEmpty)
                continue;
            hasSmall |= count > 0 && char.IsLower(word[0]);
            count++;
        }
        return isSpeech ? count > 2 && hasSmall : count == 1 || hasSmall;
    }

    /// <summary>A kramdown attribute behind the block with a class of a box.</summary>
    private static bool HasClass(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart(" \t\r\n>");
        if (!rest.StartsWith("{:"))
            return false;
        int end = rest[..Math.Min(rest.Length, LongestClass)].IndexOf('}');
        return end > 0 && IsBoxClass(rest[..end]);
    }
}
