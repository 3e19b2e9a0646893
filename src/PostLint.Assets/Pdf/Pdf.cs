using System.Buffers;
using System.Text;
using PostLint.Assets.Tags;

namespace PostLint.Assets.Pdf;

/// <summary>
/// Portable Document Format, ISO 32000: properties of today and of earlier saves, XMP, annotations, links, forms, signatures, attachments
/// and pictures.
/// </summary>
internal sealed class Pdf : IAssetFormat, IMetadataCleaner, IInventory
{
    private static readonly SearchValues<byte> s_space = SearchValues.Create("\uFEFF\0 \t\r\n"u8);
    private const int MaxBytes = 128 << 20;
    private const int MaxPictures = 2_000;
    private const int MaxScript = 64 << 10;

    /// <inheritdoc/>
    public string Name => "PDF";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => head.StartsWith("%PDF-"u8);

    /// <inheritdoc/>
    public void Read(Stream content, AssetScan scan)
    {
        if (content.Length > MaxBytes)
            throw new InvalidDataException($"it is larger than {MaxBytes >> 20} MB, the limit for documents");
        byte[] bytes = content.Take(content.Length);
        PdfFile file = PdfFile.Read(bytes);
        new Walk(file, bytes, scan).Run();
    }

    /// <inheritdoc/>
    public void Clean(Stream content, Stream output)
    {
        if (content.Length > MaxBytes)
            throw new InvalidDataException($"it is larger than {MaxBytes >> 20} MB, the limit for documents");
        byte[] bytes = content.Take(content.Length);
        if (bytes.AsSpan(0, Math.Max(0, bytes.AsSpan().IndexOf("%PDF-"u8))).ContainsAnyExcept(s_space))
            throw new InvalidDataException("something else stands before the document in it, and would be lost; export it again");
        PdfWriter.Write(PdfFile.Read(bytes), bytes, output);
    }

    /// <inheritdoc/>
    public IEnumerable<KeptPart> Inventory(Stream content) => new PdfInventory(PdfFile.Read(content.Take(content.Length))).List();

    private sealed class Walk(PdfFile file, byte[] bytes, AssetScan scan)
    {
        private readonly HashSet<string> _told = [];
        private int _pictures;
        private string _group = "PDF";

        public void Run()
        {
            if (file.IsRebuilt)
                scan.Unread("its cross-references are broken; its objects were found one by one");
            if (file.Lock is { } reason)
            {
                scan.Unread(reason);
                return;
            }
            if (file.Resolve(file.Trailer["Root"]) is PdfDictionary root && file.Resolve(root["Pages"]) is PdfDictionary pages)
                scan.Pages = (int)Math.Clamp(pages.NumberOf("Count"), 0, int.MaxValue);
            Information("PDF", file.Resolve(file.Trailer["Info"]));
            foreach (int number in file.Numbers)
            {
                scan.Cancellation.ThrowIfCancellationRequested();
                Tell(file.ObjectOf(number));
            }
            for (int revision = 1; revision < file.Revisions; revision++)
                Information($"PDF (revision {file.Revisions - revision})", file.Resolve(file.TrailerOf(revision)["Info"], revision));
            foreach ((int revision, int number) in file.Replaced())
            {
                _group = $"PDF (revision {file.Revisions - revision})";
                Tell(file.ObjectOf(number, revision));
            }
            LostPackets();
            if (file.IsCut)
                scan.BeyondLimit("reading it takes longer than its size warrants; the rest was left out");
        }

        /// <summary>The properties of a document that were not told before.</summary>
        private void Information(string group, PdfValue? value)
        {
            if (value is not PdfDictionary information)
                return;
            foreach ((string name, PdfValue entry) in information.Entries)
            {
                if (file.Resolve(entry) is PdfString text && _told.Add($"{name}\0{text.Text}"))
                    scan.Field(
                        group,
                        name is "CreationDate" ? "CreateDate"
                            : name is "ModDate" ? "ModifyDate"
                            : name,
                        text.Text
                    );
            }
        }

        private void Tell(PdfValue? value)
        {
            if (value is PdfStream stream)
                TellStream(stream);
            else if (value is PdfDictionary entries)
                TellDictionary(entries, 0);
            else if (value is PdfArray array)
                TellAll(array.Items, 0);
        }

        private void TellAll(IEnumerable<PdfValue> values, int depth)
        {
            foreach (PdfValue value in values)
            {
                if (value is PdfDictionary inner)
                    TellDictionary(inner, depth + 1);
                else if (value is PdfArray array && depth < 20)
                    TellAll(array.Items, depth + 1);
            }
        }

        private void TellDictionary(PdfDictionary entries, int depth)
        {
            if (depth > 20)
                return;
            string type = entries.NameOf("Type"),
                subtype = entries.NameOf("Subtype");
            if (entries["Rect"] is not null && subtype.Length > 0)
            {
                if (subtype is not "Widget")
                    String(entries, "T", "AnnotationAuthor");
                String(entries, "Contents", "AnnotationContents");
                String(entries, "Subj", "AnnotationSubject");
                String(entries, "RC", "AnnotationContents");
            }
            if (entries["FT"] is not null || subtype is "Widget")
                Values(entries["V"]);
            if (type is "Sig" || entries["ByteRange"] is not null)
            {
                String(entries, "Name", "SignatureName");
                String(entries, "Location", "SigningLocation");
                String(entries, "Reason", "SigningReason");
                String(entries, "ContactInfo", "SignerContactInfo");
            }
            if (type is "Filespec" or "F" || entries["EF"] is not null)
                FileOf(entries);
            if (entries.NameOf("S") is "GoToR" or "Launch" or "ImportData" or "SubmitForm")
                String(entries, "F", "FileName");
            String(entries, "URI", "URI");
            Script(entries);
            if (file.Resolve(entries["PieceInfo"]) is PdfDictionary programs)
                Private(programs, 0);
            if (file.Resolve(entries["PTEX.InfoDict"]) is PdfDictionary figure)
                Information("PTEX", figure);
            String(entries, "PTEX.FileName", "FigureFileName");
            TellAll(entries.Entries.Values, depth);
        }

        /// <summary>The value of a form's field: one, or those that were chosen.</summary>
        private void Values(PdfValue? value)
        {
            value = file.Resolve(value);
            foreach (
                PdfValue one in value is PdfArray several ? several.Items
                : value is null ? []
                : [value]
            )
            {
                if (file.Resolve(one) is PdfString { Bytes.Length: > 0 } text && _told.Add($"FieldValue\0{text.Text}"))
                    scan.Field(_group, "FieldValue", text.Text);
            }
        }

        private void Script(PdfDictionary entries)
        {
            String(entries, "JS", "JavaScript");
            if (
                file.Resolve(entries["JS"]) is PdfStream { Packed.Length: < 1 << 20 } script
                && file.Unpack(script, MaxScript) is { Length: > 0 } plain
                && new PdfString(plain).Text is var text
                && _told.Add($"JavaScript\0{text}")
            )
                scan.Field(_group, "JavaScript", text);
        }

        /// <summary>What programs keep for themselves: the strings of it, of unknown meaning.</summary>
        private void Private(PdfDictionary entries, int depth)
        {
            if (depth > 5)
                return;
            foreach ((string name, PdfValue entry) in entries.Entries)
            {
                if (name is "LastModified")
                    continue;
                String(entries, name, $"Private{name}");
                if (file.Resolve(entry) is PdfDictionary inner)
                    Private(inner, depth + 1);
            }
        }

        private void FileOf(PdfDictionary entries)
        {
            String(entries, "UF", "FileName");
            String(entries, "F", "FileName");
            String(entries, "Desc", "FileDescription");
            if (file.Resolve(entries["EF"]) is not PdfDictionary files)
                return;
            string name = (file.Resolve(entries["UF"] ?? entries["F"]) as PdfString)?.Text ?? "attachment";
            if (file.Resolve(files["F"] ?? files["UF"]) is PdfStream attached && file.Unpack(attached) is { } content)
                scan.Part(name, content);
        }

        private void TellStream(PdfStream stream)
        {
            PdfDictionary entries = stream.Entries;
            TellDictionary(entries, 0);
            if (entries.NameOf("Type") is "Metadata" && file.Unpack(stream, Xmp.MaxPacket) is { } packet)
                Packet(packet);
            if (entries.NameOf("Subtype") is not "Image" || _pictures >= MaxPictures)
                return;
            _pictures++;
            if (IsPhotograph(entries) && file.UnpackPicture(stream) is { } picture)
                scan.Part($"image {_pictures}", picture);
        }

        /// <summary>Whether a picture is a file of its own; the pixels of others say nothing.</summary>
        private bool IsPhotograph(PdfDictionary entries) =>
            file.Resolve(entries["Filter"]) switch
            {
                PdfName name => IsPictureFilter(name),
                PdfArray { Items: [.., var last] } => IsPictureFilter(file.Resolve(last)),
                _ => false,
            };

        private static bool IsPictureFilter(PdfValue? value) => value is PdfName { Text: "DCTDecode" or "DCT" or "JPXDecode" };

        /// <summary>Reads a packet once, whether or not something leads to it.</summary>
        private void Packet(ReadOnlySpan<byte> packet)
        {
            int start = packet.IndexOf("<x:xmpmeta"u8),
                end = packet.IndexOf("</x:xmpmeta>"u8);
            ReadOnlySpan<byte> core = start >= 0 && end > start ? packet[start..(end + 12)] : packet;
            if (_told.Add(Encoding.Latin1.GetString(core)))
                Xmp.Read(core, scan);
        }

        private void String(PdfDictionary entries, string key, string field)
        {
            if (file.Resolve(entries[key]) is PdfString { Bytes.Length: > 0 } text && _told.Add($"{field}\0{text.Text}"))
                scan.Field(_group, field, text.Text);
        }

        /// <summary>Properties and packets that stand in the file and to which nothing leads any more.</summary>
        private void LostPackets()
        {
            foreach ((_, int offset) in file.FindObjects())
            {
                scan.Cancellation.ThrowIfCancellationRequested();
                if (
                    LooksTelling(offset)
                    && file.ObjectAt(offset) is PdfDictionary entries
                    && (entries["Producer"] ?? entries["Author"]) is not null
                )
                    Information("PDF (unreferenced)", entries);
            }
            ReadOnlySpan<byte> data = bytes;
            int packets = 0;
            for (int at = data.IndexOf("<x:xmpmeta"u8); at >= 0 && packets < 50; packets++)
            {
                int end = data[at..].IndexOf("</x:xmpmeta>"u8);
                if (end < 0)
                    return;
                Packet(data.Slice(at, end + 12));
                int next = data[(at + end)..].IndexOf("<x:xmpmeta"u8);
                at = next < 0 ? -1 : at + end + next;
            }
        }

        /// <summary>Whether the first bytes of an object name an author or producer: the others need no second reading.</summary>
        private bool LooksTelling(int offset)
        {
            ReadOnlySpan<byte> start = bytes.AsSpan(offset, Math.Min(2_000, bytes.Length - offset));
            int end = start.IndexOf("endobj"u8);
            if (end >= 0)
                start = start[..end];
            return start.IndexOf("/Producer"u8) >= 0 || start.IndexOf("/Author"u8) >= 0;
        }
    }
}
