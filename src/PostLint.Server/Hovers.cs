using System.Globalization;
using System.Text;
using PostLint.Findings;
using PostLint.Server.Protocol;

namespace PostLint.Server;

/// <summary>What is told of a finding that the pointer rests on.</summary>
internal static class Hovers
{
    /// <summary>The findings at a position: what, why, what to do, and what the call asks; null where none is.</summary>
    public static Hover? At(Snapshot snapshot, Position position, ServerOptions options)
    {
        var places = new Places(snapshot.Result, options, path => path == snapshot.Path ? snapshot.Text : null);
        (Finding Finding, Protocol.Range Range)[] there =
        [
            .. snapshot
                .Result.Findings.Where(finding => finding.Suppression is null)
                .SelectMany(finding => finding.OtherPlaces.Prepend(finding.Place).Select(place => (finding, place)))
                .Where(one => places.FileOf(one.place) == snapshot.Path)
                .Select(one => (Finding: one.finding, Range: places.RangeOf(one.place)))
                .Where(one => one.Range.Covers(position)),
        ];
        if (there.Length == 0)
            return null;
        string text = string.Join("\n\n---\n\n", there.Select(one => one.Finding).Distinct().Select(finding => Text(finding, options)));
        return new(new("markdown", text), there[0].Range);
    }

    private static string Text(Finding finding, ServerOptions options)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"**{Plain(Diagnostics.Sentence(finding.Message.Reveal()))}**\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{Plain(finding.Rule.Why)}\n\n**Fix:** {Plain(finding.Rule.Fix)}");
        if (finding.Fixes.Count > 0)
            text.Append(finding.Fixes.Any(fix => fix.IsSafe) ? " A quick fix does it." : " An unsafe quick fix does it; see what is lost.");
        if (finding.Requirement is { } asked)
        {
            string source = asked.Address.Length > 0 ? $"[{Plain(asked.Source)}]({asked.Address})" : Plain(asked.Source);
            text.Append(CultureInfo.InvariantCulture, $"\n\n**Call:** {Plain(asked.Text)} ({source})");
        }
        string id = finding.Rule.Id;
        text.Append(options.PageOf(id) is { } page ? $"\n\n[{id}]({page})" : $"\n\n{id}");
        return text.ToString();
    }

    /// <summary>A text whose signs mean nothing in Markdown.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (char c in text.ReplaceLineEndings(" "))
        {
            if (c is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '<' or '>' or '#' or '|' or '~' or '!')
                plain.Append('\\');
            plain.Append(c);
        }
        return plain.ToString();
    }

    /// <summary>Whether a position lies in a range or at its end.</summary>
    public static bool Covers(this Protocol.Range range, Position at) => Compare(range.Start, at) <= 0 && Compare(at, range.End) <= 0;

    /// <summary>Whether two ranges touch.</summary>
    public static bool Touches(this Protocol.Range range, Protocol.Range other) =>
        Compare(range.Start, other.End) <= 0 && Compare(other.Start, range.End) <= 0;

    private static int Compare(Position left, Position right) =>
        left.Line != right.Line ? left.Line.CompareTo(right.Line) : left.Character.CompareTo(right.Character);
}
