using PostLint.Syntax;

namespace PostLint.Assets;

/// <summary>Makes a tree of a sheet of metadata: a node for each field, whose value is a unit of text.</summary>
internal static class MetadataParser
{
    /// <summary>Parses a sheet. Never throws.</summary>
    public static SyntaxTree Parse(MetadataSheet sheet)
    {
        var builder = new TreeBuilder(sheet.Source);
        for (int i = 0; i < sheet.Fields.Count; i++)
        {
            MetadataField field = sheet.Fields[i];
            var node = new Node(NodeKind.MetadataField, sheet.Source.LineSpan(i + 1), TextContext.Metadata)
            {
                Name = field.FullName,
                Value = sheet.ValueOf(field),
                Content = field.Span,
            };
            builder.Root.Add(node);
            builder.Show(field.Span);
            builder.AddBlock(node, field.Span);
        }
        return builder.Build();
    }
}
