using PostLint.Assets.Archives;
using PostLint.Assets.Documents;
using PostLint.Syntax;

namespace PostLint.Assets;

/// <summary>
/// Decides what a file is, by what it begins as, whatever its name says; the one place that does. Some files are several things at once,
/// because zip archives are found from their end, a tar
/// archive begins with a name that may be any bytes, and readers of PDF look for its header further on.
/// </summary>
internal static class FileSignature
{
    /// <summary>
    /// How many bytes formats are told by: a tar header is 512 bytes long, and the header of a PDF may stand within the first 1,024.
    /// </summary>
    public const int HeadBytes = 1024;

    private const int TailBytes = 1024;

    /// <summary>The format that a file begins as; null for one that is not read.</summary>
    /// <param name="content">The file, seekable, at its beginning, where it is left.</param>
    public static IAssetFormat? FormatOf(Stream content)
    {
        ReadOnlySpan<byte> head = HeadOf(content);
        return Begins(head)
            ?? (
                IsLatePdf(head) ? AssetFormats.Pdf
                : IsZipFromItsEnd(content) ? AssetFormats.Zip
                : null
            );
    }

    /// <summary>All formats that readers take a file for, the one that it begins as first.</summary>
    /// <param name="content">The file, seekable, at its beginning, where it is left.</param>
    public static IReadOnlyList<IAssetFormat> FormatsOf(Stream content) =>
        FormatOf(content) is { } first ? [first, .. OthersOf(content, first)] : [];

    /// <summary>The formats that readers take a text for as well.</summary>
    /// <param name="content">The text's file, seekable; it is left at its beginning.</param>
    public static IReadOnlyList<IAssetFormat> FormatsOfText(Stream content) => OthersOf(content, first: null);

    /// <summary>
    /// Whether a file whose name promises text begins as something else: a signature may be the first word of a text, which holds no NUL.
    /// </summary>
    public static bool IsBinary(ReadOnlySpan<byte> bytes) =>
        Begins(bytes) is { } format && (format == AssetFormats.Pdf || TextDecoder.LooksBinary(bytes));

    /// <summary>The format that bytes begin as; null for one that is not read, and for text.</summary>
    public static IAssetFormat? Begins(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length, HeadBytes)];
        foreach (IAssetFormat format in AssetFormats.All)
        {
            if (format.Recognises(head))
                return format;
        }
        return null;
    }

    /// <summary>
    /// Whether the header of a PDF stands behind bytes that begin nothing else. A page of markup is a page, whatever stands in it.
    /// </summary>
    private static bool IsLatePdf(ReadOnlySpan<byte> head) =>
        head.IndexOf("%PDF-"u8) > 0 && head.TrimStart("\uFEFF \t\r\n"u8) is not [(byte)'<', ..];

    private static bool IsZipFromItsEnd(Stream content) => ZipDirectory.Find(content) is { IsWholeFile: true };

    private static List<IAssetFormat> OthersOf(Stream content, IAssetFormat? first)
    {
        var others = new List<IAssetFormat>();
        ReadOnlySpan<byte> head = HeadOf(content);
        ZipDirectory? zip = ZipDirectory.Find(content);
        if (first is not (Zip or OfficeDocument) && zip is { IsWholeFile: true })
            others.Add(AssetFormats.Zip);
        if (first is not Tar && Tar.IsTar(head))
            others.Add(AssetFormats.Tar);
        if (first is not Pdf.Pdf && IsPdfAsWell(content, head, first is Tar, zip))
            others.Add(AssetFormats.Pdf);
        return others;
    }

    /// <summary>
    /// Whether readers of PDF would open it: its header stands at the front and its end at the end, and not both in one member of an
    /// archive.
    /// </summary>
    private static bool IsPdfAsWell(Stream content, ReadOnlySpan<byte> head, bool isTar, ZipDirectory? zip)
    {
        int header = head.IndexOf("%PDF-"u8);
        if (header < 0)
            return false;
        content.Position = Math.Max(0, content.Length - TailBytes);
        long start = content.Position;
        int end = content.Take(content.Length - start).AsSpan().LastIndexOf("%%EOF"u8);
        content.Position = 0;
        if (end < 0)
            return false;
        return !(isTar && Tar.IsInFirstMember(head, header, start + end)) && zip?.IsInOneMember(header, start + end) != true;
    }

    /// <summary>Whether a file that begins as nothing known is text from its first byte to its last.</summary>
    /// <param name="content">The file, seekable, at its beginning, where it is left.</param>
    /// <param name="most">The most that is read as text, in bytes.</param>
    public static bool IsText(Stream content, int most)
    {
        if (content.Length > most)
            return false;
        byte[] bytes = content.Take(content.Length);
        content.Position = 0;
        return !TextDecoder.LooksBinary(bytes) && TextDecoder.Decode(bytes).Problems.Count == 0;
    }

    private static ReadOnlySpan<byte> HeadOf(Stream content)
    {
        byte[] head = new byte[(int)Math.Min(HeadBytes, content.Length)];
        content.Position = 0;
        content.ReadExactly(head);
        content.Position = 0;
        return head;
    }
}
