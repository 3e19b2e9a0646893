using System.Text;
using System.Text.Json;
using PostLint.Output;
using PostLint.Profiles;

namespace PostLint.Tables;

/// <summary>A row of a table.</summary>
/// <param name="Line">Its 1-based line, or its number where the file is one JSON value.</param>
/// <param name="Cells">Its cells by the name of their column; empty ones are left out.</param>
public sealed record TableRow(int Line, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>The cell of the first of some columns that has one; null where none has.</summary>
    public string? this[params IEnumerable<string> columns] =>
        columns.Select(column => Cells.GetValueOrDefault(column)).FirstOrDefault(cell => cell is not null);
}

/// <summary>
/// Reads tables that people export: CSV and TSV with a head (RFC 4180), JSON lines, and JSON lists, also those that stand under a name such
/// as <c>notes</c>. Members of JSON objects are columns; those of <c>content</c> and <c>{"value": …}</c>, as OpenReview has them, and of
/// <c>options</c>, as HotCRP has them, are taken out; people are written as <see cref="PersonCell"/> reads them; the items of a list are
/// joined by <c>; </c>. Threads below an entry (<c>details</c>, <c>replies</c>) are never read. Names of columns are told apart without
/// capitals.
/// </summary>
public static class Table
{
    private const long MostBytes = 512L << 20;
    private const string ContentFile = "content_file";

    // Members whose own members are columns, too; and those that are no part of the entry.
    private static readonly string[] s_groups = ["options", "content"],
        s_apart = ["options", "content", "details", "replies"],
        s_personIds = ["username", "email"];

    /// <summary>What stands between the items of a list.</summary>
    public const string Separator = "; ";

    /// <summary>Reads a file row by row.</summary>
    /// <param name="path">Its full path; the extension tells the format.</param>
    /// <exception cref="UserException">It cannot be read, or is no table; the message says where.</exception>
    public static IEnumerable<TableRow> Read(string path)
    {
        using var text = new StreamReader(GivenFile.Open(path, MostBytes));
        IEnumerable<TableRow> rows = Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".JSON" => ReadJson(path, text.ReadToEnd()),
            ".JSONL" or ".NDJSON" => ReadLines(path, text),
            _ => ReadSeparated(path, text),
        };
        foreach (TableRow row in rows)
            yield return row;
    }

    private static IEnumerable<TableRow> ReadLines(string path, StreamReader text)
    {
        int number = 0;
        while (text.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            using JsonDocument document = Parse(path, line, number);
            yield return RowOf(document.RootElement, path, number);
        }
    }

    private static List<TableRow> ReadJson(string path, string text)
    {
        using JsonDocument document = Parse(path, text, 1);
        JsonElement list = document.RootElement;
        if (list.ValueKind is JsonValueKind.Object)
            list = list.EnumerateObject().Select(member => member.Value).FirstOrDefault(value => value.ValueKind is JsonValueKind.Array);
        if (list.ValueKind is not JsonValueKind.Array)
            throw new UserException([new(path, 1, 1, "it holds no list")]);
        return [.. list.EnumerateArray().Select((item, i) => RowOf(item, path, i + 1))];
    }

    private static JsonDocument Parse(string path, string text, int line)
    {
        try
        {
            return JsonDocument.Parse(
                text,
                new()
                {
                    AllowTrailingCommas = true,
                    CommentHandling = JsonCommentHandling.Skip,
                    MaxDepth = 64,
                }
            );
        }
        catch (JsonException broken)
        {
            throw new UserException(
                [new(path, line + (int)(broken.LineNumber ?? 0), (int)(broken.BytePositionInLine ?? 0) + 1, "it is no valid JSON")],
                broken
            );
        }
    }

    private static TableRow RowOf(JsonElement item, string path, int line)
    {
        if (item.ValueKind is not JsonValueKind.Object)
            throw new UserException([new(path, line, 1, "an object with a member for each column is expected")]);
        var cells = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (JsonProperty member in item.EnumerateObject().Where(member => !s_apart.Contains(member.Name)))
            Add(cells, member);
        foreach (string group in s_groups)
        {
            if (item.TryGetProperty(group, out JsonElement members) && members.ValueKind is JsonValueKind.Object)
            {
                foreach (JsonProperty member in members.EnumerateObject())
                    Add(cells, member);
            }
        }
        return new(line, cells);
    }

    private static void Add(Dictionary<string, string> cells, JsonProperty member)
    {
        // Where an export lies beside its files, it names them.
        if (
            member.Value.ValueKind is JsonValueKind.Object
            && member.Value.TryGetProperty(ContentFile, out JsonElement file)
            && TextOf(file) is { Length: > 0 } path
        )
            cells[ContentFile] = path;
        if (TextOf(member.Value) is { Length: > 0 } text)
            cells[member.Name] = text;
    }

    private static string TextOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            JsonValueKind.Array => string.Join(Separator, value.EnumerateArray().Select(TextOf).Where(text => text.Length > 0)),
            JsonValueKind.Object when value.TryGetProperty("value", out JsonElement inner) => TextOf(inner),
            JsonValueKind.Object when PersonOf(value) is { } person => person,
            JsonValueKind.Object => string.Join(
                ", ",
                value.EnumerateObject().Select(member => TextOf(member.Value)).Where(text => text.Length > 0)
            ),
            _ => "",
        };

    /// <summary>A person as text; null for an object that is none.</summary>
    private static string? PersonOf(JsonElement value)
    {
        string Text(string name) => value.TryGetProperty(name, out JsonElement text) ? TextOf(text) : "";
        string[] ids = [.. s_personIds.Select(Text).Where(id => id.Length > 0)];
        string name = Text("fullname") is { Length: > 0 } whole ? whole : $"{Text("first")} {Text("last")}".Trim();
        if (name.Length == 0 && ids.Length > 0)
            name = Text("name");
        if (name.Length + ids.Length == 0)
            return null;
        string affiliation = Text("affiliation") is { Length: > 0 } institution ? $" ({institution})" : "";
        return $"{name}{affiliation}{string.Concat(ids.Select(id => $" <{id}>"))}".Trim();
    }

    private static IEnumerable<TableRow> ReadSeparated(string path, StreamReader text)
    {
        string? first = text.ReadLine();
        int line = 1;
        for (; first is { } && string.IsNullOrWhiteSpace(first); first = text.ReadLine())
            line++;
        if (first is null)
            throw new UserException([new(path, 1, 1, "it is empty; the first line names the columns")]);
        char separator =
            first.Contains('\t', StringComparison.Ordinal) ? '\t'
            : first.Contains(';', StringComparison.Ordinal) && !first.Contains(',', StringComparison.Ordinal) ? ';'
            : ',';
        string[] head = [.. Records(path, new StringReader(first), separator, line).Single().Cells.Select(name => name.Trim())];
        foreach ((int number, IReadOnlyList<string> cells) in Records(path, text, separator, line + 1))
        {
            if (cells is [""])
                continue;
            if (cells.Count > head.Length)
                throw new UserException([new(path, number, 1, $"the line has {cells.Count} cells, and the head {head.Length}")]);
            var row = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            for (int i = 0; i < cells.Count; i++)
            {
                if (cells[i].Trim() is { Length: > 0 } cell && head[i].Length > 0)
                    row[head[i]] = cell;
            }
            yield return new(number, row);
        }
    }

    private static IEnumerable<(int Line, IReadOnlyList<string> Cells)> Records(string path, TextReader text, char separator, int line)
    {
        for (string? next = text.ReadLine(); next is not null; next = text.ReadLine(), line++)
        {
            if (!next.Contains('"', StringComparison.Ordinal))
            {
                yield return (line, next.Split(separator));
                continue;
            }
            var record = new QuotedRecord(separator);
            int start = line;
            for (record.Add(next); record.IsOpen; record.Add(next))
            {
                next = text.ReadLine() ?? throw new UserException([new(path, start, 1, "a quotation mark is opened and not closed")]);
                line++;
            }
            yield return (start, record.Cells);
        }
    }

    /// <summary>A record with quotation marks, which may hold separators, and line ends in more than one line.</summary>
    private sealed class QuotedRecord(char separator)
    {
        private readonly List<string> _cells = [];
        private readonly StringBuilder _cell = new();

        /// <summary>Whether the next line belongs to it.</summary>
        public bool IsOpen { get; private set; }

        public IReadOnlyList<string> Cells => _cells;

        public void Add(string line)
        {
            if (IsOpen)
                _cell.Append('\n');
            for (int i = 0; i < line.Length; i++)
            {
                char c = line[i];
                if (IsOpen && c == '"' && i + 1 < line.Length && line[i + 1] == '"')
                    _cell.Append(line[++i]);
                else if (c == '"' && (IsOpen || _cell.Length == 0))
                    IsOpen = !IsOpen;
                else if (c == separator && !IsOpen)
                    Take();
                else
                    _cell.Append(c);
            }
            if (!IsOpen)
                Take();
        }

        private void Take()
        {
            _cells.Add(_cell.ToString());
            _cell.Clear();
        }
    }
}
