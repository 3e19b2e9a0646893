using System.Text;

namespace PostLint.Assets;

/// <summary>A field of a file's metadata.</summary>
/// <param name="Group">Where in the file it stands, by ExifTool's name for it: <c>IFD0</c>, <c>XMP-dc</c>, <c>PNG</c>, <c>PDF</c>,
/// <c>ID3v2_3</c> …</param>
/// <param name="Name">What it is called, by ExifTool's name where it has one: <c>Artist</c>, <c>Creator</c>, <c>BodySerialNumber</c> …;
/// otherwise as the file calls it.</param>
/// <param name="Span">Its value in the sheet's text.</param>
public sealed record MetadataField(string Group, string Name, TextSpan Span)
{
    /// <summary>Group and name, as reports print them.</summary>
    public string FullName => $"{Group}:{Name}";
}

/// <summary>What a file says about itself, one field a line, so that a value has a place like any other text.</summary>
/// <param name="Source">The lines, <c>Group:Name: value</c>; line ends and control characters of a value are blanks.</param>
/// <param name="Fields">The fields, a line each, in the order of the file.</param>
public sealed record MetadataSheet(SourceText Source, IReadOnlyList<MetadataField> Fields)
{
    /// <summary>The field of a 1-based line; null where there is none.</summary>
    public MetadataField? FieldAt(int line) => line >= 1 && line <= Fields.Count ? Fields[line - 1] : null;

    /// <summary>The value of a field.</summary>
    public string ValueOf(MetadataField field) => Source.Slice(field.Span).ToString();
}

/// <summary>Gathers the fields of one file, none longer and not more of them than is worth reading.</summary>
internal sealed class MetadataSheetBuilder
{
    /// <summary>The most fields of a file; files with more repeat themselves.</summary>
    public const int MaxFields = 5_000;

    /// <summary>The longest value, in UTF-16 units: a page of text.</summary>
    public const int MaxValue = 8_192;

    private readonly StringBuilder _text = new();
    private readonly List<MetadataField> _fields = [];

    /// <summary>Whether fields were left out because there are too many.</summary>
    public bool IsFull => _fields.Count >= MaxFields;

    /// <summary>Adds a field; one without a value says nothing.</summary>
    public void Add(string group, string name, string value)
    {
        string shown = OneLine(value);
        if (shown.Length == 0 || IsFull)
            return;
        _text.Append(OneLine(group)).Append(':').Append(OneLine(name)).Append(": ");
        _fields.Add(new(OneLine(group), OneLine(name), new(_text.Length, shown.Length)));
        _text.Append(shown).Append('\n');
    }

    /// <summary>The sheet.</summary>
    /// <param name="path">Path of the file as reports print it.</param>
    public MetadataSheet Build(string path) => new(new(path, _text.ToString()), [.. _fields]);

    private static string OneLine(string value)
    {
        ReadOnlySpan<char> text = value.AsSpan(0, Math.Min(value.Length, MaxValue));
        if (text.Length < value.Length && char.IsHighSurrogate(text[^1]))
            text = text[..^1];
        text = text.Trim(" \t\r\n\0");
        return string.Create(text.Length, text, static (line, from) =>
        {
            for (int i = 0; i < line.Length; i++)
                line[i] = char.IsControl(from[i]) || from[i] is '\u2028' or '\u2029' ? ' ' : from[i];
        });
    }
}
