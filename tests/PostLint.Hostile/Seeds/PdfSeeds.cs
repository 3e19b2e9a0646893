using System.Globalization;
using System.Text;
using PostLint.Tests.Assets;
using static PostLint.Hostile.Seeds.Binary;

namespace PostLint.Hostile.Seeds;

/// <summary>PDF: pages with text, links, forms, notes, pictures and attachments; object streams, earlier saves, signatures.</summary>
internal static class PdfSeeds
{
    private const string Font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";

    public static byte[] Pages(Random random) => Document(random, _ => { }).Build();

    public static byte[] Links(Random random) =>
        Document(random, file =>
                file.Object(
                    20,
                    $"<< /Type /Annot /Subtype /Link /Rect [10 10 90 30] /Border [0 0 0] /T ({Planted.Name}) "
                        + $"/A << /S /URI /URI (https://example.org/{random.Next(99)}) >> >>"
                )
            )
            .Build();

    public static byte[] Notes(Random random) =>
        Document(random, file =>
                file.Object(
                    20,
                    $"<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /T ({Planted.Name}) /Contents (see {random.Next(9)}) >>"
                )
            )
            .Build();

    public static byte[] Forms(Random random) =>
        Document(
                random,
                file =>
                    file.Object(
                        20,
                        $"<< /Type /Annot /Subtype /Widget /FT /Tx /T (field{random.Next(9)}) /V (value {random.Next(99)}) "
                            + "/Rect [10 40 90 60] /F 4 /DA (/F1 10 Tf 0 g) >>"
                    ),
                "/AcroForm << /Fields [20 0 R] /DR << /Font << /F1 5 0 R >> >> >>"
            )
            .Build();

    /// <summary>A picture that carries metadata of its own.</summary>
    public static byte[] Pictures(Random random) =>
        Document(random, file =>
                file.Stream(
                    21,
                    "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode",
                    Tests.Assets.Pictures.Jpeg
                )
            )
            .Build();

    /// <summary>Saved twice: the properties of before are still in it.</summary>
    public static byte[] EarlierSaves(Random random)
    {
        PdfBuilder file = Document(random, _ => { });
        return file.Object(9, "<< /Title (Second) /Producer (Example) >>")
            .Object(3, Page(random, "(changed)", ""))
            .Save("/Root 1 0 R /Info 9 0 R")
            .Build();
    }

    public static byte[] Signed(Random random) =>
        Document(
                random,
                file =>
                    file.Object(
                        20,
                        $"<< /Type /Annot /Subtype /Widget /FT /Sig /T (sig) /Rect [0 0 0 0] /V << /Type /Sig /Filter /Adobe.PPKLite "
                            + $"/Name ({Planted.Name}) /ByteRange [0 10 20 10] /Contents <{random.Next(999):X6}> >> >>"
                    ),
                "/AcroForm << /Fields [20 0 R] /SigFlags 3 >>"
            )
            .Build();

    /// <summary>What nobody without a password can read; its numbers are made up.</summary>
    public static byte[] Encrypted(Random random) =>
        Document(
                random,
                file =>
                    file.Object(30, $"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <{Hex(random, 32)}> /U <{Hex(random, 32)}> >>"),
                trailer: "/Encrypt 30 0 R /ID [<00> <00>]"
            )
            .Build();

    /// <summary>Objects in streams, with cross-references in a stream, as programs since 2003 write them.</summary>
    public static byte[] ObjectStreams(Random random)
    {
        var file = new MemoryStream();
        void Write(string text) => file.Write(Latin(text));
        (int Number, string Value)[] packed =
        [
            (1, "<< /Type /Catalog /Pages 2 0 R >>"),
            (2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
            (3, Page(random, "", "")),
            (5, Font),
            (9, Information(random)),
        ];
        var values = new StringBuilder();
        var places = new StringBuilder();
        foreach ((int number, string value) in packed)
        {
            places.Append(CultureInfo.InvariantCulture, $"{number} {values.Length} ");
            values.Append(value).Append('\n');
        }
        Write("%PDF-1.6\n");
        var offsets = new Dictionary<int, int> { [4] = (int)file.Length };
        byte[] text = Zlib(Latin(Content(random)));
        Write($"4 0 obj\n<< /Length {text.Length} /Filter /FlateDecode >>\nstream\n{Encoding.Latin1.GetString(text)}\nendstream\nendobj\n");
        offsets[7] = (int)file.Length;
        byte[] objects = Zlib(Latin(places.ToString() + values));
        Write($"7 0 obj\n<< /Type /ObjStm /N {packed.Length} /First {places.Length} {StreamOf(objects)}");
        offsets[8] = (int)file.Length;
        byte[] rows = Join(
            Enumerable
                .Range(0, 10)
                .Select(number =>
                    Array.FindIndex(packed, entry => entry.Number == number) is >= 0 and int index ? [2, .. Big(7), (byte)index]
                    : offsets.TryGetValue(number, out int offset) ? (byte[])[1, .. Big(offset), 0]
                    : [0, .. Big(0), 0]
                )
        );
        byte[] table = Zlib(rows);
        Write($"8 0 obj\n<< /Type /XRef /Size 10 /W [1 4 1] /Root 1 0 R /Info 9 0 R {StreamOf(table)}startxref\n{offsets[8]}\n%%EOF\n");
        return file.ToArray();
    }

    /// <summary>The rest of a stream whose dictionary is begun.</summary>
    private static string StreamOf(byte[] packed) =>
        $"/Length {packed.Length} /Filter /FlateDecode >>\nstream\n{Encoding.Latin1.GetString(packed)}\nendstream\nendobj\n";

    private static PdfBuilder Document(Random random, Action<PdfBuilder> more, string catalog = "", string trailer = "")
    {
        PdfBuilder file = new PdfBuilder()
            .Object(1, $"<< /Type /Catalog /Pages 2 0 R /Metadata 8 0 R {catalog} >>")
            .Object(2, "<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>")
            .Stream(8, "/Type /Metadata /Subtype /XML", Tags.Xmp());
        byte[] text = Latin(Content(random)),
            packed = Zlib(Latin(Content(random)));
        more(file);
        return file.Object(3, Page(random, "", $"{(Has(file, 20) ? "/Annots [20 0 R]" : "")}", Has(file, 21)))
            .Stream(4, "", text)
            .Object(5, Font)
            .Object(6, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 7 0 R /Resources << /Font << /F1 5 0 R >> >> >>")
            .Stream(7, "/Filter /FlateDecode", packed)
            .Object(9, Information(random))
            .Save($"/Root 1 0 R /Info 9 0 R {trailer}");
    }

    private static bool Has(PdfBuilder file, int number) => file.Build().AsSpan().IndexOf(Latin($"\n{number} 0 obj")) >= 0;

    private static string Page(Random random, string note, string entries, bool hasPicture = false) =>
        $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {random.Next(100, 300)} {random.Next(100, 300)}] /Contents 4 0 R "
        + (note.Length > 0 ? $"/PieceInfo << /Example << /Private {note} >> >> " : "")
        + $"/Resources << /Font << /F1 5 0 R >> {(hasPicture ? "/XObject << /I 21 0 R >>" : "")} >> {entries} >>";

    private static string Content(Random random) =>
        $"BT /F1 12 Tf 20 50 Td (Figure {random.Next(1000)} of the study) Tj 0 -14 Td (second line {random.Next(10)}) Tj ET";

    private static string Information(Random random) =>
        $"<< /Author ({Planted.Name}) /Title (Figure {random.Next(100)}) /Creator (plot.py in {Planted.Folder}) >>";

    private static string Hex(Random random, int bytes)
    {
        byte[] value = new byte[bytes];
        random.NextBytes(value);
        return Convert.ToHexString(value);
    }
}
