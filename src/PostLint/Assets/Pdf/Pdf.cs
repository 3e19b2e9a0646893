using System.Text;
using PostLint.Assets.Tags;

namespace PostLint.Assets.Pdf;

/// <summary>Portable Document Format, ISO 32000: properties of today and of earlier saves, XMP, annotations, links, forms, signatures, attachments and pictures.</summary>
internal sealed class Pdf : IAssetFormat, IMetadataCleaner
{
    private const int MaxBytes = 128 << 20;
    private const int MaxPictures = 2_000;

    /// <inheritdoc/>
    public string Name => "PDF";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => head.IndexOf("%PDF-"u8) >= 0;

    /// <inheritdoc/>
    public void Read(Stream content, AssetScan scan)
    {
        if (content.Length > MaxBytes) throw new InvalidDataException($"it is larger than {MaxBytes >> 20} MB, the limit for documents");
        byte[] bytes = content.Take(content.Length);
        PdfFile file = PdfFile.Read(bytes);
        new Walk(file, bytes, scan).Run();
    }

    /// <inheritdoc/>
    public void Clean(Stream content, Stream output)
    {
        if (content.Length > MaxBytes) throw new InvalidDataException($"it is larger than {MaxBytes >> 20} MB, the limit for documents");
        byte[] bytes = content.Take(content.Length);
        PdfWriter.Write(PdfFile.Read(bytes), bytes, output);
    }

    private sealed class Walk(PdfFile file, byte[] bytes, AssetScan scan)
    {
        private readonly HashSet<string> _told = [];
        private int _pictures;

        public void Run()
        {
            if (file.IsRebuilt) scan.Unread("its cross-references are broken; its objects were found one by one");
            if (file.Trailer["Encrypt"] is not null)
            {
                scan.Unread("it is encrypted");
                return;
            }
            Information("PDF", file.Resolve(file.Trailer["Info"]));
            foreach (int number in file.Numbers)
            {
                scan.Cancellation.ThrowIfCancellationRequested();
                Tell(file.ObjectOf(number));
            }
            for (int revision = 1; revision < file.Revisions; revision++) Information($"PDF (revision {file.Revisions - revision})", file.Resolve(file.TrailerOf(revision)["Info"], revision));
            LostPackets();
        }

        /// <summary>The properties of a document that were not told before.</summary>
        private void Information(string group, PdfValue? value)
        {
            if (value is not PdfDictionary information) return;
            foreach ((string name, PdfValue entry) in information.Entries)
            {
                if (file.Resolve(entry) is PdfString text && _told.Add($"{name}\0{text.Text}")) scan.Field(group, name is "CreationDate" ? "CreateDate" : name is "ModDate" ? "ModifyDate" : name, text.Text);
            }
        }

        private void Tell(PdfValue? value)
        {
            if (value is PdfStream stream) TellStream(stream);
            else if (value is PdfDictionary entries) TellDictionary(entries, 0);
            else if (value is PdfArray array) TellAll(array.Items, 0);
        }

        private void TellAll(IEnumerable<PdfValue> values, int depth)
        {
            foreach (PdfValue value in values)
            {
                if (value is PdfDictionary inner) TellDictionary(inner, depth + 1);
                else if (value is PdfArray array && depth < 20) TellAll(array.Items, depth + 1);
            }
        }

        private void TellDictionary(PdfDictionary entries, int depth)
        {
            if (depth > 20) return;
            string type = entries.NameOf("Type"), subtype = entries.NameOf("Subtype");
            if (entries["Rect"] is not null && subtype.Length > 0)
            {
                if (subtype is not "Widget") String(entries, "T", "AnnotationAuthor");
                String(entries, "Contents", "AnnotationContents");
                String(entries, "Subj", "AnnotationSubject");
                if (subtype is "Widget") String(entries, "V", "FieldValue");
            }
            if (type is "Sig" || entries["ByteRange"] is not null)
            {
                String(entries, "Name", "SignatureName");
                String(entries, "Location", "SigningLocation");
                String(entries, "Reason", "SigningReason");
                String(entries, "ContactInfo", "SignerContactInfo");
            }
            if (type is "Filespec" or "F" || entries["EF"] is not null) FileOf(entries);
            if (entries.NameOf("S") is "GoToR" or "Launch" or "ImportData" or "SubmitForm") String(entries, "F", "FileName");
            String(entries, "URI", "URI");
            String(entries, "JS", "JavaScript");
            if (file.Resolve(entries["PTEX.InfoDict"]) is PdfDictionary figure) Information("PTEX", figure);
            String(entries, "PTEX.FileName", "FigureFileName");
            TellAll(entries.Entries.Values, depth);
        }

        private void FileOf(PdfDictionary entries)
        {
            String(entries, "UF", "FileName");
            String(entries, "F", "FileName");
            String(entries, "Desc", "FileDescription");
            if (file.Resolve(entries["EF"]) is not PdfDictionary files) return;
            string name = (file.Resolve(entries["UF"] ?? entries["F"]) as PdfString)?.Text ?? "attachment";
            if (file.Resolve(files["F"] ?? files["UF"]) is PdfStream attached && file.Unpack(attached) is { } content) scan.Part(name, content);
        }

        private void TellStream(PdfStream stream)
        {
            PdfDictionary entries = stream.Entries;
            TellDictionary(entries, 0);
            if (entries.NameOf("Type") is "Metadata" && file.Unpack(stream) is { } packet) Packet(packet);
            if (entries.NameOf("Subtype") is not "Image" || _pictures >= MaxPictures) return;
            _pictures++;
            if (FilterOf(entries) is "DCTDecode" or "JPXDecode") scan.Part($"image {_pictures}", stream.Packed.ToArray());
        }

        /// <summary>Reads a packet once, whether or not something leads to it.</summary>
        private void Packet(ReadOnlySpan<byte> packet)
        {
            int start = packet.IndexOf("<x:xmpmeta"u8), end = packet.IndexOf("</x:xmpmeta>"u8);
            ReadOnlySpan<byte> core = start >= 0 && end > start ? packet[start..(end + 12)] : packet;
            if (_told.Add(Encoding.Latin1.GetString(core))) Xmp.Read(core, scan);
        }

        private string FilterOf(PdfDictionary entries) => file.Resolve(entries["Filter"]) switch
        {
            PdfName name => name.Text,
            PdfArray { Items: [var only] } => (file.Resolve(only) as PdfName)?.Text ?? "",
            _ => "",
        };

        private void String(PdfDictionary entries, string key, string field)
        {
            if (file.Resolve(entries[key]) is PdfString { Bytes.Length: > 0 } text && _told.Add($"{field}\0{text.Text}")) scan.Field("PDF", field, text.Text);
        }

        /// <summary>Properties and packets that stand in the file and to which nothing leads any more.</summary>
        private void LostPackets()
        {
            foreach ((int number, int offset) in file.FindObjects())
            {
                PdfValue? value = null;
                try
                {
                    if (!LooksTelling(offset)) continue;
                    value = new PdfLexer(bytes) { At = offset }.ReadIndirect()?.Value;
                }
                catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
                {
                    continue;
                }
                if (ReferenceEquals(value, file.ObjectOf(number))) continue;
                if (value is PdfDictionary entries && (entries["Producer"] ?? entries["Author"]) is not null) Information("PDF (unreferenced)", entries);
            }
            ReadOnlySpan<byte> data = bytes;
            int packets = 0;
            for (int at = data.IndexOf("<x:xmpmeta"u8); at >= 0 && packets < 50; packets++)
            {
                int end = data[at..].IndexOf("</x:xmpmeta>"u8);
                if (end < 0) return;
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
            if (end >= 0) start = start[..end];
            return start.IndexOf("/Producer"u8) >= 0 || start.IndexOf("/Author"u8) >= 0;
        }
    }
}
