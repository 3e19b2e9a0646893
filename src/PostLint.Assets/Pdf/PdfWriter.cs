using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PostLint.Assets.Images;
using PostLint.Facts;

namespace PostLint.Assets.Pdf;

/// <summary>
/// Writes a PDF anew from the objects that its catalog leads to, with plain cross-references: pages, text, links, fonts, forms and
/// attachments as they were; without
/// properties, XMP, private data of programs, names of those who annotated it, and earlier saves. Pictures in JPEG are cleaned alike. The
/// same input gives the same bytes.
/// </summary>
internal static class PdfWriter
{
    // What programs keep for themselves.
    private static readonly HashSet<string> s_private = new(StringComparer.Ordinal)
    {
        "Metadata",
        "PieceInfo",
        "LastModified",
        "PTEX.InfoDict",
        "PTEX.FileName",
    };

    // Annotations whose title is the name of whoever wrote it; that of a field of a form is the field's name.
    private static readonly HashSet<string> s_markup = new(StringComparer.Ordinal)
    {
        "Text",
        "FreeText",
        "Line",
        "Square",
        "Circle",
        "Polygon",
        "PolyLine",
        "Highlight",
        "Underline",
        "Squiggly",
        "StrikeOut",
        "Caret",
        "Stamp",
        "Ink",
        "Popup",
        "FileAttachment",
        "Sound",
        "Movie",
        "Redact",
        "Link",
    };

    /// <summary>Writes the file.</summary>
    /// <exception cref="InvalidDataException">It is encrypted, signed or broken.</exception>
    public static void Write(PdfFile file, byte[] original, Stream output)
    {
        if (file.Trailer["Encrypt"] is not null)
            throw new InvalidDataException("it is encrypted; take the encryption off first");
        if (file.Resolve(file.Trailer["Root"]) is not PdfDictionary)
            throw new InvalidDataException("its catalog is broken");
        SortedDictionary<int, PdfValue> live = Live(file);
        PdfReference root = RootOf(file, live);

        var body = new MemoryStream();
        body.Write(Encoding.ASCII.GetBytes($"%PDF-{VersionOf(original)}\n"));
        body.Write([(byte)'%', 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        var offsets = new SortedDictionary<int, long>();
        foreach ((int number, PdfValue value) in live)
        {
            offsets[number] = body.Position;
            WriteText(body, string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n"));
            WriteObject(body, value, file);
            WriteText(body, "\nendobj\n");
        }
        WriteEnd(body, offsets, root);
        body.Position = 0;
        body.CopyTo(output);
    }

    /// <summary>The catalog's reference; one that stands in the trailer itself becomes an object of its own.</summary>
    private static PdfReference RootOf(PdfFile file, SortedDictionary<int, PdfValue> live)
    {
        if (file.Trailer["Root"] is PdfReference reference)
            return reference;
        int number = live.Keys.LastOrDefault() + 1;
        live[number] = Without(file.Trailer["Root"]!, file);
        return new(number);
    }

    /// <summary>The objects that the catalog leads to, without what is private.</summary>
    private static SortedDictionary<int, PdfValue> Live(PdfFile file)
    {
        var live = new SortedDictionary<int, PdfValue>();
        var open = new Stack<PdfValue>();
        open.Push(file.Trailer["Root"]!);
        while (open.TryPop(out PdfValue? value))
        {
            switch (value)
            {
                case PdfReference reference when !live.ContainsKey(reference.Number):
                    if (ObjectOf(file, reference.Number) is not { } found)
                        break;
                    live[reference.Number] = Without(found, file);
                    open.Push(live[reference.Number]);
                    break;
                case PdfDictionary entries:
                    if (entries["ByteRange"] is not null && entries["Contents"] is not null)
                        throw new InvalidDataException("it is signed; cleaning it would break the signature");
                    foreach (PdfValue entry in entries.Entries.Values)
                        open.Push(entry);
                    break;
                case PdfArray array:
                    foreach (PdfValue item in array.Items)
                        open.Push(item);
                    break;
                case PdfStream stream:
                    open.Push(stream.Entries);
                    break;
            }
        }
        return live;
    }

    /// <summary>
    /// An object; null for a number that nothing has, which readers take for the null object. A broken one is not lost silently.
    /// </summary>
    public static PdfValue? ObjectOf(PdfFile file, int number)
    {
        if (file.ObjectOf(number) is { } found)
            return found;
        if (file.IsCut || file.Has(number))
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"its object {number} is broken; export it anew"));
        return null;
    }

    /// <summary>
    /// A value without what is private to programs or names who wrote it; content credentials (C2PA), which a new file would belie, are
    /// nothing.
    /// </summary>
    public static PdfValue Without(PdfValue value, PdfFile file, int depth = 0) =>
        value switch
        {
            PdfDictionary entries when entries.NameOf("AFRelationship") is "C2PA_Manifest" => new PdfWord("null"),
            PdfDictionary entries when depth < 100 => new PdfDictionary(
                entries
                    .Entries.Where(entry => !IsPrivate(entry.Key, entries))
                    .ToDictionary(entry => entry.Key, entry => Without(entry.Value, file, depth + 1), StringComparer.Ordinal)
            ),
            PdfArray array when depth < 100 => new PdfArray([.. array.Items.Select(item => Without(item, file, depth + 1))]),
            PdfStream stream => stream with { Entries = (PdfDictionary)Without(stream.Entries, file, depth + 1) },
            _ => value,
        };

    private static bool IsPrivate(string name, PdfDictionary entries) =>
        s_private.Contains(name) || (name is "T" && entries["Rect"] is not null && s_markup.Contains(entries.NameOf("Subtype")));

    private static string VersionOf(ReadOnlySpan<byte> original)
    {
        int at = original.IndexOf("%PDF-"u8);
        string version = at < 0 ? "" : Encoding.Latin1.GetString(original.Slice(at + 5, 3));
        return version.Length == 3 && char.IsAsciiDigit(version[0]) && version[1] == '.' && char.IsAsciiDigit(version[2]) ? version : "1.7";
    }

    private static void WriteEnd(MemoryStream body, SortedDictionary<int, long> offsets, PdfReference root)
    {
        long start = body.Position;
        int size = offsets.Keys.LastOrDefault() + 1;
        var table = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {size}\n0000000000 65535 f \n"));
        for (int number = 1; number < size; number++)
        {
            table.Append(
                offsets.TryGetValue(number, out long offset)
                    ? offset.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n"
                    : "0000000000 65535 f \n"
            );
        }
        WriteText(body, table.ToString());
        string id = Convert.ToHexString(SHA256.HashData(body.GetBuffer().AsSpan(0, (int)body.Length)), 0, 16);
        WriteText(
            body,
            string.Create(
                CultureInfo.InvariantCulture,
                $"trailer\n<< /Size {size} /Root {root.Number} 0 R /ID [<{id}> <{id}>] >>\nstartxref\n{start}\n%%EOF\n"
            )
        );
    }

    private static void WriteObject(Stream output, PdfValue value, PdfFile file)
    {
        if (value is not PdfStream stream)
        {
            WriteValue(output, value);
            return;
        }
        ReadOnlyMemory<byte> packed = Cleaned(stream, file);
        var entries = new Dictionary<string, PdfValue>(stream.Entries.Entries, StringComparer.Ordinal)
        {
            ["Length"] = new PdfWord(packed.Length.ToString(CultureInfo.InvariantCulture)),
        };
        WriteValue(output, new PdfDictionary(entries));
        WriteText(output, "\nstream\n");
        output.Write(packed.Span);
        WriteText(output, "\nendstream");
    }

    /// <summary>A picture in JPEG without its metadata; everything else as it was packed.</summary>
    private static ReadOnlyMemory<byte> Cleaned(PdfStream stream, PdfFile file)
    {
        if (!IsJpeg(stream, file))
            return stream.Packed;
        try
        {
            var clean = new MemoryStream();
            var before = new MemoryStream(stream.Packed.ToArray(), writable: false);
            new Jpeg().Clean(before, clean);
            return new Jpeg().Inventory(before).SequenceEqual(new Jpeg().Inventory(clean)) ? clean.ToArray() : stream.Packed;
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            return stream.Packed;
        }
    }

    /// <summary>Whether a stream is a picture in JPEG.</summary>
    public static bool IsJpeg(PdfStream stream, PdfFile file) =>
        file.Resolve(stream.Entries["Filter"]) is PdfName { Text: "DCTDecode" } or PdfArray { Items: [PdfName { Text: "DCTDecode" }] };

    private static void WriteValue(Stream output, PdfValue value)
    {
        switch (value)
        {
            case PdfWord word:
                WriteText(output, word.Text);
                break;
            case PdfName name:
                WriteText(output, Name(name.Text));
                break;
            case PdfString text:
                WriteText(output, $"<{Convert.ToHexString(text.Bytes)}>");
                break;
            case PdfReference reference:
                WriteText(output, string.Create(CultureInfo.InvariantCulture, $"{reference.Number} 0 R"));
                break;
            case PdfArray array:
                WriteText(output, "[");
                for (int i = 0; i < array.Items.Count; i++)
                {
                    if (i > 0)
                        WriteText(output, " ");
                    WriteValue(output, array.Items[i]);
                }
                WriteText(output, "]");
                break;
            case PdfDictionary entries:
                WriteText(output, "<<");
                foreach ((string name, PdfValue entry) in entries.Entries)
                {
                    WriteText(output, $"{Name(name)} ");
                    WriteValue(output, entry);
                    WriteText(output, "\n");
                }
                WriteText(output, ">>");
                break;
        }
    }

    private static string Name(string name)
    {
        var text = new StringBuilder("/");
        foreach (char c in name)
        {
            if (c is > ' ' and < (char)0x7F and not ('#' or '/' or '(' or ')' or '<' or '>' or '[' or ']' or '{' or '}' or '%'))
                text.Append(c);
            else
                text.Append('#').Append(((int)c & 0xFF).ToString("X2", CultureInfo.InvariantCulture));
        }
        return text.ToString();
    }

    private static void WriteText(Stream output, string text) => output.Write(Encoding.Latin1.GetBytes(text));
}
