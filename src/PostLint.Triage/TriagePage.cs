using System.Buffers;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PostLint.Engine;
using PostLint.Rules;

namespace PostLint.Triage;

/// <summary>What a page of a run says at its top.</summary>
/// <param name="Title">Its title.</param>
/// <param name="About">A sentence about the run.</param>
/// <param name="IsMasked">Whether it is made to be shared.</param>
/// <param name="Source">The address of a line on the web, with <c>{id}</c>, <c>{path}</c>, <c>{line}</c> or names of columns; empty for
/// none.</param>
/// <param name="Columns">Columns of the manifest to show.</param>
/// <param name="Run">Tells the run from others; empty on a page that takes no decisions.</param>
internal sealed record PageHead(string Title, string About, bool IsMasked, string Source, IReadOnlyList<string> Columns, string Run);

/// <summary>
/// Writes a run as one page that needs nothing else. Records are data, never markup, and a strict content policy lets only the page's own
/// script and style run. It is written record by record,
/// so that thousands of them need no more memory than one.
/// </summary>
internal sealed class TriagePage
{
    private static readonly Lazy<(string Before, string After)> s_template = new(ReadTemplate);

    private const long MostImageBytes = 32 << 20; // of a page, so that browsers open it at once; the heaviest submissions come first

    private long _imageBytes;
    private readonly Stream _output;
    private readonly PageHead _head;
    private readonly ArrayBufferWriter<byte> _buffer = new(1 << 14);

    /// <summary>Begins a page.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="head">What stands at its top.</param>
    /// <param name="rules">The cards of all rules.</param>
    public TriagePage(Stream output, PageHead head, IEnumerable<RuleDescriptor> rules)
    {
        (_output, _head) = (output, head);
        string before = s_template
            .Value.Before.Replace("{{title}}", Escape(head.Title), StringComparison.Ordinal)
            .Replace("{{about}}", Escape(head.About), StringComparison.Ordinal);
        int cards = before.IndexOf("{{cards}}", StringComparison.Ordinal);
        Write(before[..cards]);
        WriteCards(rules);
        Write(before[(cards + "{{cards}}".Length)..]);
    }

    /// <summary>Adds a record, in its rank.</summary>
    /// <param name="row">What the table shows of it.</param>
    /// <param name="shared">What may be shared of it, as JSON.</param>
    /// <param name="line">What else is known of it; a masked page takes nothing from there.</param>
    public void Add(TriageRow row, ReadOnlySpan<byte> shared, RecordLine line)
    {
        _output.Write("<script type=\"application/json\" class=\"record\">"u8);
        WriteRow(row, _head.IsMasked ? "" : line.Head.Content);
        WriteLine(_head.IsMasked ? "{}"u8 : line.PrivateFields.Span);
        WriteLine(shared);
        WriteLine(_head.IsMasked ? "[]"u8 : line.PrivateFindings.Span);
        WriteLine(!_head.IsMasked && (_imageBytes += line.Images.Length) <= MostImageBytes ? line.Images.Span : "{}"u8);
        _output.Write("</script>\n"u8);
    }

    /// <summary>Ends the page.</summary>
    public void Finish() => Write(s_template.Value.After);

    private void WriteRow(TriageRow row, string content)
    {
        _buffer.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(_buffer))
        {
            writer.WriteStartArray();
            writer.WriteStringValue(row.Id);
            writer.WriteStringValue(row.Title);
            writer.WriteStringValue(row.Profile);
            writer.WriteStartArray();
            foreach (LaneResult lane in row.Lanes)
            {
                writer.WriteStartArray();
                foreach (int number in (int[])[(int)lane.Verdict, lane.Weight, lane.Places, lane.Top])
                    writer.WriteNumberValue(number);
                // What the lane's heaviest rule is, so that rows can be read before their findings are.
                writer.WriteStringValue(row.Reasons.FirstOrDefault(reason => Lanes.Of(reason.Rule) == lane.Lane)?.Rule);
                writer.WriteEndArray();
            }
            writer.WriteEndArray();
            writer.WriteStartObject();
            foreach ((string column, string value) in row.Fields)
                writer.WriteString(column, value);
            writer.WriteEndObject();
            writer.WriteStringValue(row.Failure);
            writer.WriteStringValue(content);
            writer.WriteEndArray();
        }
        _output.Write(_buffer.WrittenSpan);
    }

    private void WriteCards(IEnumerable<RuleDescriptor> rules)
    {
        _buffer.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(_buffer))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("cards");
            foreach (RuleDescriptor rule in rules)
            {
                writer.WriteStartArray(rule.Id);
                foreach (string text in (string[])[rule.Summary, rule.Why, rule.Fix])
                    writer.WriteStringValue(text);
                writer.WriteEndArray();
            }
            writer.WriteEndObject();
            writer.WriteStartArray("lanes");
            foreach (Lane lane in Lanes.All)
            {
                writer.WriteStartArray();
                writer.WriteStringValue(lane.Key());
                writer.WriteStringValue(lane.Title());
                writer.WriteEndArray();
            }
            writer.WriteEndArray();
            writer.WriteStartArray("columns");
            foreach (string column in _head.Columns)
                writer.WriteStringValue(column);
            writer.WriteEndArray();
            writer.WriteString("source", _head.Source);
            writer.WriteBoolean("isMasked", _head.IsMasked);
            writer.WriteString("run", _head.Run);
            writer.WriteEndObject();
        }
        _output.Write(_buffer.WrittenSpan);
    }

    private void WriteLine(ReadOnlySpan<byte> json)
    {
        _output.WriteByte((byte)'\n');
        _output.Write(json);
    }

    private void Write(string text) => _output.Write(Encoding.UTF8.GetBytes(text));

    private static string Escape(string text) => System.Net.WebUtility.HtmlEncode(text);

    private static (string Before, string After) ReadTemplate()
    {
        string style = Read("page.css"),
            script = Read("page.js");
        string page = Read("page.html")
            .Replace("{{style-hash}}", HashOf(style), StringComparison.Ordinal)
            .Replace("{{script-hash}}", HashOf(script), StringComparison.Ordinal)
            .Replace("{{style}}", style, StringComparison.Ordinal)
            .Replace("{{script}}", script, StringComparison.Ordinal);
        string[] parts = page.Split("{{records}}");
        return (parts[0], parts[1]);
    }

    /// <summary>What a content policy names a script or style by.</summary>
    private static string HashOf(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Read(string name)
    {
        using Stream resource = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Page/{name}")!;
        using var reader = new StreamReader(resource, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
