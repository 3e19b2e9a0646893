using System.Globalization;
using PostLint.Findings;
using PostLint.Rules;

namespace PostLint.Reporting.Terminal;

/// <summary>
/// Writes findings as text: place, rule, message, the line itself, where else, what to do; once a rule why it matters, once a run what the
/// call asks.
/// </summary>
internal sealed class FindingWriter(ReportOptions options, TextWriter writer)
{
    private const int MostPlaces = 20;
    private const int LongestSlice = 80;
    private const string Indent = "  ";

    private readonly Style _style = new(options.Color);
    private readonly HashSet<string> _explained = [],
        _asked = [];

    public void Write(RedactedFinding finding)
    {
        WriteHeader(finding);
        WriteText("", finding.Message);
        if (finding.Place.Line is { } line)
            WriteExcerpt(line, finding.Severity);
        else if (Words.Where(finding.Place.Context) is { } where)
            WriteText("", where);
        if (finding.OtherPlaces.Count > 0)
            WriteText("", OtherPlaces(finding));
        WriteText("fix: ", Words.OneLine(finding.Rule.Fix));
        if (_explained.Add(finding.Rule.Id) || options.ShowWhy)
            WriteText("why: ", Words.OneLine(finding.Rule.Why));
        if (finding.Requirement is { } asked && (_asked.Add(asked.Text) || options.ShowWhy))
            WriteText("call: ", $"{Words.Sentence(asked.Text)} {Source(asked)}");
        if (options.ShowWhy && finding.Weight is { } weight)
            WriteWeight(weight);
        if (options.ShowWhy)
            WriteEvidence(finding);
        writer.WriteLine();
    }

    /// <summary>A place as text names it.</summary>
    public static string TextOf(RedactedPlace place)
    {
        string path = Printable.Path(place.File);
        if (place.Field is { } field)
            return $"{path}: {Printable.Of(field)}";
        if (place.Region is not { } region)
            return path;
        return region.Column > 0 ? $"{path}:{region.Line}:{region.Column}" : $"{path}:{region.Line}";
    }

    private void WriteHeader(RedactedFinding finding)
    {
        string severity = _style.Of(finding.Severity, Words.Of(finding.Severity));
        writer.WriteLine($"{_style.Strong(Printable.Line(TextOf(finding.Place)))} {severity} {options.RuleLink(finding.Rule.Id, _style)}");
    }

    /// <summary>Writes a text below the header, wrapped, its further lines below the first word after the label.</summary>
    private void WriteText(string label, string text)
    {
        string indent = Indent + label;
        foreach (string line in Wrapping.Lines(Printable.Of(text), options.Width - indent.Length))
        {
            string shown = Printable.Line(line);
            writer.WriteLine(label.Length > 0 ? $"{_style.Faint(indent)}{shown}" : $"{indent}{shown}");
            indent = new(' ', indent.Length);
            label = "";
        }
    }

    private void WriteExcerpt(RedactedLine line, Severity severity)
    {
        string gutter = $"{Indent}{line.Number, 5} | ";
        Excerpt excerpt = Excerpt.Of(line.Source.Slice(line.Span), (line.Start, line.End), options.Width - gutter.Length);
        string until = line.LastNumber is { } last ? $" to line {last}" : "";
        writer.WriteLine($"{_style.Faint(gutter)}{Printable.Line(excerpt.Line)}");
        writer.WriteLine($"{_style.Faint(new string(' ', gutter.Length - 2) + "| ")}{_style.Of(severity, excerpt.Underline + until)}");
    }

    private static string OtherPlaces(RedactedFinding finding)
    {
        int file = finding.Place.FileNumber;
        string[] lines =
        [
            .. finding
                .OtherPlaces.Where(place => place.FileNumber == file && place.Region is not null)
                .Select(place => $"{place.Region!.Value.Line}")
                .Distinct(),
        ];
        string[] files =
        [
            .. finding.OtherPlaces.Where(place => place.FileNumber != file || place.Field is not null).Select(TextOf).Distinct(),
        ];
        string[] parts =
        [
            .. lines.Length > 0 ? [$"on {(lines.Length == 1 ? "line" : "lines")} {List(lines)}"] : Array.Empty<string>(),
            .. files.Length > 0 ? [$"at {List(files)}"] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? "also elsewhere in the file" : $"also {string.Join(" and ", parts)}";
    }

    private static string List(string[] items) =>
        string.Join(", ", items.Take(MostPlaces)) + (items.Length > MostPlaces ? $" and {items.Length - MostPlaces} more" : "");

    private static string Source(Requirement asked) =>
        asked.Address.Length > 0 ? $"({asked.Source}, {asked.Address})" : $"({asked.Source})";

    /// <summary>Writes what was weighed: hypothesis and chance, then the heaviest clues each way.</summary>
    private void WriteWeight(RedactedWeight weight)
    {
        string chance = Words.Percent(weight.Chance);
        WriteText("weighed: ", $"that {weight.Hypothesis}: chance {chance}, sum {Bits(weight.Sum)}, before any clue {Bits(weight.Prior)}");
        foreach (RedactedClue clue in weight.For)
            WriteClue("  for ", clue);
        foreach (RedactedClue clue in weight.Against)
            WriteClue("  against ", clue);
    }

    private void WriteClue(string label, RedactedClue clue) =>
        WriteText(label, $"{Bits(clue.Weight.QuarterBits)}: {clue.Weight.Words}, at {TextOf(clue.Place)}{Quote(clue.Place)}");

    /// <summary>Quarter bits as bits with their sign.</summary>
    private static string Bits(int quarterBits) => (quarterBits / 4.0).ToString("+0.00;−0.00;0", CultureInfo.InvariantCulture) + " bits";

    private void WriteEvidence(RedactedFinding finding)
    {
        foreach (RedactedEvidence fact in finding.Evidence)
        {
            string lead = fact.Depth == 0 ? "because of " : "from ";
            string rules = string.Join(", ", fact.ConcludedBy);
            string concluded = rules.Length > 0 ? $", concluded by {rules}" : "";
            string kind = fact.Kind.Replace('-', ' ');
            WriteText(new string(' ', fact.Depth * 2) + lead, $"{kind} at {TextOf(fact.Place)}{Quote(fact.Place)}{concluded}");
        }
    }

    private static string Quote(RedactedPlace place)
    {
        if (place.Text is not { Length: > 0 } slice)
            return "";
        string words = Words.OneLine(slice[..Math.Min(slice.Length, 4 * LongestSlice)]);
        return words.Length > LongestSlice ? $" “{words[..LongestSlice]}…”" : $" “{words}”";
    }
}
