using System.Globalization;
using System.Text;

namespace PostLint.Assets.Pdf;

/// <summary>An object of a PDF (ISO 32000-2, 7.3).</summary>
internal abstract record PdfValue;

/// <summary>null, true, false, or a number, as written.</summary>
internal sealed record PdfWord(string Text) : PdfValue
{
    /// <summary>The value as a whole number; 0 where it is none.</summary>
    public long Number =>
        double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && Math.Abs(number) < 1e15
            ? (long)number
            : 0;
}

/// <summary>A name, decoded, without its slash.</summary>
internal sealed record PdfName(string Text) : PdfValue;

/// <summary>A string's bytes.</summary>
internal sealed record PdfString(byte[] Bytes) : PdfValue
{
    // ISO 32000-2, annex D.2: PDFDocEncoding from 0x18 and from 0x80, where it is not Latin-1.
    private const string Accents = "˘ˇˆ˙˝˛˚˜";
    private const string Upper = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\uFFFD€";

    /// <summary>The text that it stands for: UTF-16 or UTF-8 with a mark, otherwise PDFDocEncoding.</summary>
    public string Text =>
        Bytes switch
        {
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(Bytes.AsSpan(2)),
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(Bytes.AsSpan(2)),
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(Bytes.AsSpan(3)),
            _ => string.Create(Bytes.Length, Bytes, static (text, bytes) =>
            {
                for (int i = 0; i < bytes.Length; i++)
                    text[i] = Letter(bytes[i]);
            }),
        };

    private static char Letter(byte b) =>
        b switch
        {
            >= 0x18 and < 0x20 => Accents[b - 0x18],
            >= 0x80 and <= 0xA0 => Upper[b - 0x80],
            _ => (char)b,
        };
}

/// <summary>A list.</summary>
internal sealed record PdfArray(List<PdfValue> Items) : PdfValue;

/// <summary>Values by name.</summary>
internal sealed record PdfDictionary(Dictionary<string, PdfValue> Entries) : PdfValue
{
    /// <summary>The value of a name; null where there is none.</summary>
    public PdfValue? this[string name] => Entries.GetValueOrDefault(name);

    /// <summary>The name that a name stands for; empty where there is none.</summary>
    public string NameOf(string name) => this[name] is PdfName value ? value.Text : "";

    /// <summary>The whole number that a name stands for; 0 where there is none.</summary>
    public long NumberOf(string name) => this[name] is PdfWord value ? value.Number : 0;
}

/// <summary>A dictionary and bytes, packed by filters.</summary>
/// <param name="Entries">The dictionary.</param>
/// <param name="Packed">The bytes as they stand in the file.</param>
internal sealed record PdfStream(PdfDictionary Entries, ReadOnlyMemory<byte> Packed) : PdfValue;

/// <summary>The number of an object that stands elsewhere.</summary>
internal sealed record PdfReference(int Number) : PdfValue;
