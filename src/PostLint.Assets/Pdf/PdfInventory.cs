using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PostLint.Assets.Images;
using PostLint.Facts;

namespace PostLint.Assets.Pdf;

/// <summary>
/// Lists what a PDF shows and holds, by walking from its catalog to everything that it leads to, in an order that no numbering of objects
/// changes. What is private to programs is passed over
/// as the writer leaves it out, so that a file and its cleaned copy have the same list unless something was lost.
/// </summary>
internal sealed class PdfInventory(PdfFile file)
{
    private const int MaxDepth = 400;

    private readonly Dictionary<int, int> _numbers = [];
    private readonly Queue<int> _open = [];
    private readonly StringBuilder _text = new();
    private int _pages,
        _links;

    /// <summary>The parts: how many pages and links, each object, all that stands in them.</summary>
    public IEnumerable<KeptPart> List()
    {
        PdfValue root = file.Trailer["Root"] ?? throw new InvalidDataException("its catalog is broken");
        var parts = new List<KeptPart>();
        Add(PdfWriter.Without(root, file), 0);
        parts.Add(new("its catalog", End()));
        while (_open.TryDequeue(out int number))
        {
            PdfValue value = PdfWriter.Without(PdfWriter.ObjectOf(file, number) ?? new PdfWord("null"), file);
            if (value is PdfStream stream)
                Add(stream);
            else
                Add(value, 0);
            parts.Add(new(NameOf(value), End()));
        }
        return [new("its number of pages", Number(_pages)), new("its number of links", Number(_links)), .. parts];
    }

    private string NameOf(PdfValue value)
    {
        PdfDictionary? entries = value as PdfDictionary ?? (value as PdfStream)?.Entries;
        return (entries?.NameOf("Type"), entries?.NameOf("Subtype")) switch
        {
            ("Page", _) => $"its page {++_pages}",
            (_, "Link") => $"its link {++_links}",
            (_, "Image") => "a picture in it",
            ("Font" or "FontDescriptor", _) => "a font in it",
            ("EmbeddedFile" or "Filespec", _) => "a file attached to it",
            ("Annot", _) or (_, "Widget") => "an annotation or field in it",
            _ => "what its pages are made of",
        };
    }

    private void Add(PdfStream stream)
    {
        Add(
            new PdfDictionary(
                stream
                    .Entries.Entries.Where(entry => entry.Key is not "Length")
                    .ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal)
            ),
            0
        );
        ReadOnlyMemory<byte> packed = stream.Packed;
        _text.Append(PdfWriter.IsJpeg(stream, file) && PictureOf(packed) is { } picture ? picture : Bytes.Hash(packed.Span));
    }

    /// <summary>What a picture shows; null for one that is broken, which the writer leaves as it is.</summary>
    private static string? PictureOf(ReadOnlyMemory<byte> packed)
    {
        try
        {
            return string.Join(' ', new Jpeg().Inventory(new MemoryStream(packed.ToArray(), writable: false)).Select(part => part.Value));
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            return null;
        }
    }

    private void Add(PdfValue value, int depth)
    {
        if (depth > MaxDepth)
            throw new InvalidDataException("its objects are nested too deep");
        switch (value)
        {
            case PdfWord word:
                _text.Append(word.Text).Append(' ');
                break;
            case PdfName name:
                _text.Append('/').Append(name.Text).Append(' ');
                break;
            case PdfString text:
                _text.Append('<').Append(Convert.ToHexString(text.Bytes)).Append('>');
                break;
            case PdfReference reference:
                _text.Append('#').Append(Number(NumberOf(reference))).Append(' ');
                break;
            case PdfArray array:
                _text.Append('[');
                foreach (PdfValue item in array.Items)
                    Add(item, depth + 1);
                _text.Append(']');
                break;
            case PdfDictionary entries:
                _text.Append('{');
                foreach ((string name, PdfValue entry) in entries.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                {
                    _text.Append('/').Append(name).Append(' ');
                    Add(entry, depth + 1);
                }
                _text.Append('}');
                break;
        }
    }

    /// <summary>Objects are numbered as they are met.</summary>
    private int NumberOf(PdfReference reference)
    {
        if (_numbers.TryGetValue(reference.Number, out int number))
            return number;
        _open.Enqueue(reference.Number);
        return _numbers[reference.Number] = _numbers.Count;
    }

    private string End()
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_text.ToString())));
        _text.Clear();
        return hash;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
