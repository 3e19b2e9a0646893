using System.Buffers;

namespace PostLint.Syntax;

/// <summary>
/// Tells boxes with a writer’s own words from quotations, since Markdown has one mark for both:
/// <c>&gt; [!NOTE]</c>, <c>&gt; **Try it.** …</c>, a heading within, or a class of a theme behind it.
/// </summary>
internal static class QuotedBoxes
{
    private const int LongestLabel = 60;        // characters
    private const int LongestClass = 80;        // characters of a kramdown attribute behind the block

    private static readonly SearchValues<char> s_stops = SearchValues.Create(".:!?");

    // What boxes are headed by; a name or role that is none of these speaks: “Reviewer 2:”.
    private static readonly HashSet<string> s_labels = new(StringComparer.OrdinalIgnoreCase)
    {
        "note", "notes", "tip", "tips", "hint", "info", "information", "important", "warning", "caution", "danger", "attention",
        "reminder", "remark", "remarks", "takeaway", "takeaways", "summary", "tl;dr", "tldr", "recap", "update", "edit", "disclaimer",
        "disclosure", "spoiler", "aside", "example", "exercise", "definition", "theorem", "lemma", "corollary", "proposition", "claim",
        "proof", "assumption", "conjecture", "property", "notation", "algorithm", "observation", "hypothesis", "intuition", "insight",
        "idea", "conclusion", "finding", "findings", "result", "question", "questions", "answer", "problem", "key", "main", "message",
        "motivation", "background", "context", "goal", "code", "demo", "resources", "reproducibility", "fact", "faq", "details",
        "success", "bug", "abstract", "todo", "failure", "quiz", "try",
    };

    // Words in the classes of themes that make a box of a quotation.
    private static readonly string[] s_classes =
    [
        "note", "tip", "info", "warning", "danger", "caution", "important", "callout", "alert", "admonition", "block-", "notice", "box",
        "remark", "highlight",
    ];

    private static readonly string[] s_signs = ["💡", "⚠", "ℹ", "📝", "📌", "👉", "🚧", "❗", "🔔", "✏", "🔑", "✅", "📢", "🔍", "🧠", "💻"];

    /// <summary>Whether a block quote of Markdown is a box.</summary>
    /// <param name="text">The file.</param>
    /// <param name="span">The block, marks included.</param>
    public static bool IsBox(string text, TextSpan span)
    {
        ReadOnlySpan<char> block = text.AsSpan(span.Start, span.Length), rest = text.AsSpan(span.End);
        if (IsSigned(block)) return false;
        ReadOnlySpan<char> first = FirstLine(block);
        if (first.IsEmpty) return false;
        return first.StartsWith("[!") || first.StartsWith("#") || StartsWithSign(first) || IsLabelled(first) || HasClass(rest);
    }

    /// <summary>Whether classes of an element are those of a box.</summary>
    public static bool IsBoxClass(string? classes) =>
        classes is not null && s_classes.Any(part => classes.Contains(part, StringComparison.OrdinalIgnoreCase));

    private static ReadOnlySpan<char> FirstLine(ReadOnlySpan<char> block)
    {
        foreach (ReadOnlySpan<char> line in block.EnumerateLines())
        {
            ReadOnlySpan<char> words = line.TrimStart(" \t>");
            if (!words.IsEmpty) return words;
        }
        return default;
    }

    /// <summary>Whether the last line says whose words they are: “— Ada”.</summary>
    private static bool IsSigned(ReadOnlySpan<char> block)
    {
        block = block.TrimEnd(" \t\r\n>");
        ReadOnlySpan<char> last = block[(block.LastIndexOf('\n') + 1)..].TrimStart(" \t>*_");
        return last.StartsWith("—") || last.StartsWith("–") || last.StartsWith("―") || last.StartsWith("-- ") || last.StartsWith("~ ");
    }

    private static bool StartsWithSign(ReadOnlySpan<char> line)
    {
        foreach (string sign in s_signs)
        {
            if (line.StartsWith(sign, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    /// <summary>Whether a line begins with a word for boxes and a colon, or with bold words that are a sentence.</summary>
    private static bool IsLabelled(ReadOnlySpan<char> line)
    {
        bool isBold = line.StartsWith("**") || line.StartsWith("__") || line.StartsWith("<b>") || line.StartsWith("<strong>");
        ReadOnlySpan<char> words = line.TrimStart("*_").TrimStart();
        if (line[0] is '<' && isBold) words = line[(line.IndexOf('>') + 1)..];
        int close = isBold ? words.IndexOf(line[0] is '<' ? "</" : line[..2]) : words.IndexOfAny(s_stops);
        if (close is < 1 or > LongestLabel) return false;
        ReadOnlySpan<char> label = words[..close], after = words[close..].TrimStart("*_");
        bool isOpen = s_stops.Contains(label[^1]) || (after.Length > 0 && s_stops.Contains(after[0])) || (isBold && after.IsEmpty);
        if (!isOpen) return false;
        bool isSpeech = label[^1] is ':' || (after.Length > 0 && after[0] is ':');
        return HasLabelWord(label) || (isBold && IsSentence(label, isSpeech));
    }

    private static bool HasLabelWord(ReadOnlySpan<char> label)
    {
        foreach (Range range in label.SplitAny(' ', '-', '/'))
        {
            if (s_labels.Contains(label[range].Trim(".:!?*_()0123456789").ToString())) return true;
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
            if (word.IsEmpty) continue;
            hasSmall |= count > 0 && char.IsLower(word[0]);
            count++;
        }
        return isSpeech ? count > 2 && hasSmall : count == 1 || hasSmall;
    }

    /// <summary>A kramdown attribute behind the block with a class of a box.</summary>
    private static bool HasClass(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart(" \t\r\n>");
        if (!rest.StartsWith("{:")) return false;
        int end = rest[..Math.Min(rest.Length, LongestClass)].IndexOf('}');
        return end > 0 && IsBoxClass(rest[..end].ToString());
    }
}
