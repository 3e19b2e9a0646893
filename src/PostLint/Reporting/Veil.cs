using System.Buffers;
using System.Text;
using PostLint.Facts;
using PostLint.Findings;

namespace PostLint.Reporting;

/// <summary>
/// Decides what of a submission a report may show. Masked reports show no slice of any file: the words around a finding hold names that no rule knew,
/// and blanking those that are known would leave them standing. They show messages without their marked parts; what one finding marks is masked in
/// the messages of all others too.
/// </summary>
internal sealed class Veil
{
    private const int ShortestPart = 3;

    private const int ShortestNameWord = 4;

    private readonly string[] _parts;
    private readonly HashSet<string> _nameWords;
    private readonly SearchValues<string> _anyPart;

    public Veil(LintRun run, ReportOptions options)
    {
        Reveals = options.Reveal;
        _parts = Reveals ? [] : [.. PartsOf(run)];
        _nameWords = [.. _parts.SelectMany(NameWordsOf)];
        _anyPart = SearchValues.Create(_parts, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether everything is shown.</summary>
    public bool Reveals { get; }

    /// <summary>What may be shown of a message.</summary>
    public string Show(Message message) => Reveals ? message.Reveal() : Redact(message.ToString());

    /// <summary>What may be shown of a text that a person wrote.</summary>
    public string Show(Sensitive text) => Reveals ? text.Text : text.ToString();

    /// <summary>What may be shown of a text that PostLint wrote, but that may quote what was read.</summary>
    public string Show(string text) => Reveals ? text : Redact(text);

    /// <summary>What may be shown of a path: folders and files whose names hold a name that some finding marks are masked, their extension kept.</summary>
    public string ShowPath(string path)
    {
        if (Reveals || _parts.Length == 0) return path;
        string[] steps = path.Split('/');
        for (int i = 0; i < steps.Length; i++)
        {
            if (Redact(steps[i]) != steps[i] || FileNames.WordsOf(steps[i]).Any(word => _nameWords.Contains(word.ToLowerInvariant()))) steps[i] = Message.Mask + (i == steps.Length - 1 || steps[i].EndsWith('!') ? Path.GetExtension(steps[i]) : "");
        }
        return string.Join('/', steps);
    }

    /// <summary>What may be shown of a slice; null for nothing.</summary>
    public string? Show(Place place, Sources sources) => Reveals ? sources.SliceOf(place) : null;

    private static IEnumerable<string> PartsOf(LintRun run) => run.Results
        .SelectMany(result => result.Findings)
        .SelectMany(finding => finding.Message.Sensitive.Select(part => finding.Message.Reveal()[part].Trim()))
        .Where(part => part.Length >= ShortestPart)
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .OrderByDescending(part => part.Length);

    /// <summary>The words of a person's name that may stand in the name of a file, and all of them in one word; none for what is no name.</summary>
    private static IEnumerable<string> NameWordsOf(string part)
    {
        string[] words = part.Split([' ', '-', '.', ',', '_'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 1 or > 4 || !words.All(word => word.All(char.IsLetter))) return [];
        bool isName = words.Length > 1 && words.All(word => char.IsUpper(word[0]));
        IEnumerable<string> single = isName ? words.Where(word => word.Length >= ShortestNameWord && !Names.IsCommon(word) && !Names.IsOrganisation(word)) : [];
        return single.Append(string.Concat(words)).Select(word => word.ToLowerInvariant());
    }

    private string Redact(string text)
    {
        StringBuilder? masked = null;
        int copied = 0;
        for (int at = NextPart(text, 0); at >= 0;)
        {
            int length = LengthAt(text, at);
            if (length > 0)
            {
                (masked ??= new()).Append(text, copied, at - copied).Append(Message.Mask);
                copied = at + length;
            }
            at = NextPart(text, at + Math.Max(1, length));
        }
        return masked is null ? text : masked.Append(text, copied, text.Length - copied).ToString();
    }

    private int NextPart(string text, int from)
    {
        int found = from < text.Length ? text.AsSpan(from).IndexOfAny(_anyPart) : -1;
        return found < 0 ? -1 : from + found;
    }

    /// <summary>The length of the longest part that stands here as a word of its own; 0 for none.</summary>
    private int LengthAt(string text, int at)
    {
        foreach (string part in _parts)
        {
            if (string.Compare(text, at, part, 0, part.Length, StringComparison.OrdinalIgnoreCase) == 0
                && !IsInsideWord(text, at) && !IsInsideWord(text, at + part.Length))
            {
                return part.Length;
            }
        }
        return 0;
    }

    private static bool IsInsideWord(string text, int at) =>
        at > 0 && at < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at]);
}
