namespace PostLint.Syntax;

/// <summary>
/// Reads Jupyter notebooks (nbformat 4, and 3 with its worksheets): cells of Markdown as posts are read, code as code, what cells printed
/// as notebook output,
/// and what the notebook says about itself as metadata. Pictures among the outputs are files inside the file and no text.
/// </summary>
internal static class NotebookParser
{
    private const int MaxFields = 20_000;
    private const int MaxValue = 20_000;

    /// <summary>Parses a file; one that is no notebook is read as plain text. Never throws.</summary>
    public static SyntaxTree Parse(SourceText source)
    {
        if (JsonValue.Parse(source.Text) is not { Kind: JsonKind.Object } notebook || Cells(notebook) is not { } cells)
            return AsText(source);
        var reader = new Reader(new TreeBuilder(source));
        if (notebook["metadata"] is { } metadata)
            reader.Metadata("Notebook", "", metadata);
        foreach ((_, JsonValue cell) in cells)
            reader.Cell(cell);
        return reader.Build();
    }

    private static SyntaxTree AsText(SourceText source)
    {
        SyntaxTree tree = PlainTextParser.Parse(source);
        if (!JsonValue.IsTooDeep(source.Text))
            return tree;
        const string Reason = "It is nested too deeply to be read as a notebook; its text was read without its structure";
        return tree with { Problems = [.. tree.Problems, new(SyntaxProblemKind.TooDeep, new(0, 1), Reason)] };
    }

    private static IEnumerable<(string, JsonValue)>? Cells(JsonValue notebook)
    {
        if (notebook["cells"] is { Kind: JsonKind.Array } cells)
            return cells.Members;
        return notebook["worksheets"] is { Kind: JsonKind.Array } sheets
            ? sheets.Members.SelectMany(sheet => sheet.Value["cells"]?.Members ?? [])
            : null;
    }

    private sealed class Reader(TreeBuilder builder)
    {
        private readonly string _text = builder.Source.Text;
        private int _fields;

        public SyntaxTree Build() => builder.Build();

        public void Cell(JsonValue cell)
        {
            if (cell["metadata"] is { } metadata)
                Metadata("Cell", "", metadata);
            EmbeddedText source = TextOf(cell["source"] ?? cell["input"]);
            string type = cell["cell_type"] is { Kind: JsonKind.String } kind ? JsonValue.Decode(_text, kind.Span) : "";
            if (type is "markdown" || (type is "raw" && IsFrontMatter(source)))
                Markdown(source);
            else
                source.Show(builder, NodeKind.CodeBlock, TextContext.Code);
            foreach ((_, JsonValue output) in cell["outputs"]?.Members ?? [])
                Output(output);
        }

        /// <summary>Quarto and Hugo take the front matter from a raw cell.</summary>
        private bool IsFrontMatter(EmbeddedText source) =>
            source.Read(builder.Source.Path).Text.AsSpan().TrimStart() is ['-', '-', '-', ..] or ['+', '+', '+', ..];

        private void Markdown(EmbeddedText source)
        {
            if (!source.IsEmpty)
                source.Hang(MarkdownParser.Parse(source.Read(builder.Source.Path)), builder);
        }

        /// <summary>What a cell printed, showed as text, or raised.</summary>
        private void Output(JsonValue output)
        {
            foreach (string member in (IEnumerable<string>)["text", "evalue", "traceback"])
                Print(output[member]);
            foreach ((string mediaType, JsonValue data) in output["data"]?.Members ?? [])
            {
                if (mediaType is "text/html" or "image/svg+xml")
                    Html(TextOf(data));
                else if (mediaType.StartsWith("text/", StringComparison.Ordinal))
                    Print(data);
            }
        }

        private void Html(EmbeddedText html)
        {
            if (!html.IsEmpty)
                html.Hang(HtmlParser.Parse(html.Read(builder.Source.Path)), builder);
        }

        private void Print(JsonValue? value) => TextOf(value).Show(builder, NodeKind.Paragraph, TextContext.NotebookOutput);

        /// <summary>A text that is written as one string or as a list of lines.</summary>
        private EmbeddedText TextOf(JsonValue? value)
        {
            var text = new EmbeddedText();
            if (value is { Kind: JsonKind.String })
                text.Append(_text, value.Span);
            foreach ((_, JsonValue line) in value?.Members ?? [])
            {
                if (line.Kind is JsonKind.String)
                    text.Append(_text, line.Span);
            }
            return text;
        }

        /// <summary>Each string of the metadata is a field, named by the keys that lead to it.</summary>
        public void Metadata(string group, string name, JsonValue value)
        {
            if (value.Kind is JsonKind.String)
                Field(group, name, value);
            foreach ((string key, JsonValue member) in value.Members)
                Metadata(group, key.Length == 0 || name.Length == 0 ? name + key : $"{name}_{key}", member);
        }

        private void Field(string group, string name, JsonValue value)
        {
            if (value.Span.IsEmpty)
                return;
            if (value.Span.Length > MaxValue || _fields++ > MaxFields)
            {
                builder.AddProblem(SyntaxProblemKind.TooDeep, new(value.Span.Start, 1), "Its metadata holds more than is read");
                return;
            }
            var node = new Node(NodeKind.MetadataField, value.Span, TextContext.Metadata)
            {
                Name = $"{group}:{name}",
                Value = JsonValue.Decode(_text, value.Span),
            };
            builder.Add(node);
            builder.Show(value.Span);
            builder.AddBlock(node, value.Span);
        }
    }
}
