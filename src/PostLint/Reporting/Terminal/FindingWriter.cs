using System.Globalization;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Syntax;

namespace PostLint.Reporting.Terminal;

/// <summary>Writes findings as text: place and rule, message, the line itself, where else, and once a rule what the call asks, why, and how to mend it.</summary>
internal sealed class FindingWriter(Sources sources, Veil veil, ReportOptions options, TextWriter writer)
{
    private const int MostPlaces = 20;
    private const int LongestSlice = 80;
    private const string Indent = "  ";

    private readonly Style _style = new(options.Color);
    private readonly HashSet<string> _explained = [];

    public void Write(Finding finding)
    {
        WriteHeader(finding);
        WriteText("", veil.Show(finding.Message));
        if (veil.Reveals) WriteExcerpt(finding);
        if (Words.Where(finding.Place.Channel) is { } where) WriteText("", where);
        if (finding.OtherPlaces.Count > 0) WriteText("", OtherPlaces(finding));
        if (_explained.Add(finding.Rule.Id))
        {
            if (finding.Requirement is { } asked) WriteText("call: ", $"{Words.Sentence(asked.Text)} {Source(asked)}");
            WriteText("why: ", Words.OneLine(finding.Rule.Why));
            WriteText("fix: ", Words.OneLine(finding.Rule.Fix));
        }
        if (options.ShowWhy && finding.Weight is { } weight) WriteWeight(weight);
        if (options.ShowWhy) WriteEvidence(finding);
        writer.WriteLine();
    }

    private void WriteHeader(Finding finding)
    {
        string severity = _style.Of(finding.Severity, Words.Of(finding.Severity));
        writer.WriteLine($"{_style.Strong(PlaceText(finding.Place))} {severity} {_style.Faint(finding.Rule.Id)}");
    }

    /// <summary>Writes a text below the header, wrapped, its further lines below the first word after the label.</summary>
    private void WriteText(string label, string text)
    {
        string indent = Indent + label;
        foreach (string line in Wrapping.Lines(Printable.Of(text), options.Width - indent.Length))
        {
            writer.WriteLine(label.Length > 0 ? $"{_style.Faint(indent)}{line}" : $"{indent}{line}");
            indent = new(' ', indent.Length);
            label = "";
        }
    }

    private void WriteExcerpt(Finding finding)
    {
        if (sources.ShownTightRegionOf(finding.Place) is not { Column: > 0 } region || sources.TextOf(finding.Place.File) is not { } text) return;
        TextSpan whole = text.LineSpan(region.Line);
        string line = sources.FieldOf(finding.Place) is null ? $"{region.Line}" : "";
        string gutter = $"{Indent}{line,5} | ";
        int end = region.EndLine == region.Line ? region.EndColumn - 1 : whole.Length;
        Excerpt excerpt = Excerpt.Of(text.Slice(whole), (region.Column - 1, end), options.Width - gutter.Length);
        string until = region.EndLine > region.Line ? $" to line {region.EndLine}" : "";
        writer.WriteLine($"{_style.Faint(gutter)}{excerpt.Line}");
        writer.WriteLine($"{_style.Faint(new string(' ', gutter.Length - 2) + "| ")}{_style.Of(finding.Severity, excerpt.Underline + until)}");
    }

    private string OtherPlaces(Finding finding)
    {
        string[] lines = [.. finding.OtherPlaces
            .Where(place => place.File == finding.Place.File && sources.RegionOf(place) is not null).Select(place => $"{place.Line}").Distinct()];
        string[] files = [.. finding.OtherPlaces.Where(place => place.File != finding.Place.File || sources.FieldOf(place) is not null).Select(PlaceText).Distinct()];
        string[] parts =
        [
            .. lines.Length > 0 ? [$"on {(lines.Length == 1 ? "line" : "lines")} {List(lines)}"] : Array.Empty<string>(),
            .. files.Length > 0 ? [$"at {List(files)}"] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? "also elsewhere in the file" : $"also {string.Join(" and ", parts)}";
    }

    private static string List(string[] items) =>
        string.Join(", ", items.Take(MostPlaces)) + (items.Length > MostPlaces ? $" and {items.Length - MostPlaces} more" : "");

    private static string Source(Requirement asked) => asked.Address.Length > 0 ? $"({asked.Source}, {asked.Address})" : $"({asked.Source})";

    /// <summary>Writes what was weighed: hypothesis and chance, then the heaviest clues each way.</summary>
    private void WriteWeight(WeightOfEvidence weight)
    {
        WriteText("weighed: ", $"that {weight.Table.Hypothesis}: chance {Words.Percent(weight.Chance)}, sum {Bits(weight.Sum)}, before any clue {Bits(weight.Table.Prior)}");
        foreach (WeighedClue clue in weight.Heaviest(isFor: true)) WriteClue("  for ", clue);
        foreach (WeighedClue clue in weight.Heaviest(isFor: false)) WriteClue("  against ", clue);
    }

    private void WriteClue(string label, WeighedClue clue) =>
        WriteText(label, $"{Bits(clue.Weight.QuarterBits)}: {clue.Weight.Words}, at {PlaceText(clue.Fact.Place)}{Quote(clue.Fact.Place)}");

    /// <summary>Quarter bits as bits with their sign.</summary>
    private static string Bits(int quarterBits) => (quarterBits / 4.0).ToString("+0.00;−0.00;0", CultureInfo.InvariantCulture) + " bits";

    private void WriteEvidence(Finding finding)
    {
        foreach (EvidenceLine line in EvidenceLine.Of(finding))
        {
            string lead = line.Depth == 0 ? "because of " : "from ";
            string rules = string.Join(", ", line.ConcludedBy.Select(rule => rule.Id));
            string concluded = rules.Length > 0 ? $", concluded by {rules}" : "";
            WriteText(new string(' ', line.Depth * 2) + lead, $"{Words.KindOf(line.Fact)} at {PlaceText(line.Fact.Place)}{Quote(line.Fact.Place)}{concluded}");
        }
    }

    private string Quote(Place place)
    {
        if (veil.Show(place, sources) is not { Length: > 0 } slice) return "";
        string words = Words.OneLine(slice[..Math.Min(slice.Length, 4 * LongestSlice)]);
        return words.Length > LongestSlice ? $" “{words[..LongestSlice]}…”" : $" “{words}”";
    }

    private string PlaceText(Place place)
    {
        string path = Printable.Of(veil.ShowPath(place.File));
        if (sources.FieldOf(place) is { } field) return $"{path}: {Printable.Of(field)}";
        if (sources.RegionOf(place) is not { } region) return path;
        return region.Column > 0 ? $"{path}:{region.Line}:{region.Column}" : $"{path}:{region.Line}";
    }
}
