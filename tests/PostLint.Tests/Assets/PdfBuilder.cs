using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace PostLint.Tests.Assets;

/// <summary>Writes PDFs object by object, also such as no program would write.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "A stream in memory holds nothing that has to be let go.")]
internal sealed class PdfBuilder
{
    private readonly MemoryStream _file = new();
    private SortedDictionary<int, long> _offsets = [];
    private long _previous;

    public PdfBuilder() => Text("%PDF-1.7\n");

    public PdfBuilder Text(string text)
    {
        _file.Write(Encoding.Latin1.GetBytes(text));
        return this;
    }

    /// <summary>An object that the next cross-references lead to.</summary>
    public PdfBuilder Object(int number, string value)
    {
        _offsets[number] = _file.Position;
        return Text(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n{value}\nendobj\n"));
    }

    public PdfBuilder Stream(int number, string entries, byte[] packed)
    {
        _offsets[number] = _file.Position;
        Text(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n<< /Length {packed.Length} {entries} >>\nstream\n"));
        _file.Write(packed);
        return Text("\nendstream\nendobj\n");
    }

    /// <summary>The end of a save: its cross-references and trailer.</summary>
    public PdfBuilder Save(string trailer = "/Root 1 0 R")
    {
        long start = _file.Position;
        Text("xref\n");
        foreach ((int number, long offset) in _offsets)
            Text(string.Create(CultureInfo.InvariantCulture, $"{number} 1\n{offset:D10} 00000 n \n"));
        Text(
            string.Create(
                CultureInfo.InvariantCulture,
                $"trailer\n<< /Size 100 {trailer} {(_previous > 0 ? $"/Prev {_previous}" : "")} >>\nstartxref\n{start}\n%%EOF\n"
            )
        );
        (_previous, _offsets) = (start, []);
        return this;
    }

    /// <summary>A catalog with one empty page.</summary>
    public PdfBuilder Page(string entries = "") =>
        Object(1, "<< /Type /Catalog /Pages 2 0 R >>")
            .Object(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
            .Object(3, $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] {entries} >>");

    public byte[] Build() => _file.ToArray();
}
