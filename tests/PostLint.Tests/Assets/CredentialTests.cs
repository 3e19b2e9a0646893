using System.Buffers.Binary;
using System.Text;
using PostLint.Assets;
using PostLint.Facts;

namespace PostLint.Tests.Assets;

public sealed class CredentialTests
{
    private const string Work = (
        """{"@context":"https://schema.org","@type":"CreativeWork","author":[{"@type":"Person","name":"Mara """
        + """Quill","identifier":"https://social.example/@mquill"}]}"""
    );

    public static TheoryData<string> Carriers => ["png", "jpeg", "jpeg in pieces", "webp", "mp4", "pdf", "gif", "tiff", "c2pa"];

    [Theory]
    [MemberData(nameof(Carriers))]
    public void The_author_of_a_work_is_a_field_in_each_format(string carrier)
    {
        (IReadOnlyList<PostLint.Submissions.SubmittedFile> files, IReadOnlyCollection<PostLint.Submissions.Unread> gaps) = Scanned.Of(
            In(carrier, Store(Json(Work)))
        );

        files
            .SelectMany(Fields)
            .Should()
            .Contain(("C2PA:AuthorName", "Mara Quill"))
            .And.Contain(("C2PA:AuthorIdentifier", "https://social.example/@mquill"));
        gaps.Should().BeEmpty();
    }

    [Fact]
    public void Assertions_in_cbor_are_read()
    {
        byte[] actions = Map(
            (
                "actions",
                Array(
                    Map(
                        ("action", Text("c2pa.edited")),
                        ("softwareAgent", Map(("name", Text("Sketcher")), ("version", Text("3")))),
                        ("actors", Array(Map(("identifier", Text("https://people.example/mara")))))
                    )
                )
            )
        );

        Fields(
                Store(
                    Cbor("c2pa.actions", actions),
                    Cbor("c2pa.claim", Map(("claim_generator", Text("Sketcher/3.1")), ("dc:title", Text("mquill_loss.png"))))
                )
            )
            .Should()
            .Equal(
                ("C2PA:ActionsAction", "c2pa.edited"),
                ("C2PA:SoftwareAgentName", "Sketcher"),
                ("C2PA:SoftwareAgentVersion", "3"),
                ("C2PA:ActorsIdentifier", "https://people.example/mara"),
                ("C2PA:ClaimGenerator", "Sketcher/3.1"),
                ("XMP-dc:Title", "mquill_loss.png")
            );
    }

    [Fact]
    public void Identities_are_read_within_the_signature_that_vouches_for_them()
    {
        byte[] statement = (
            """{"credentialSubject":{"verifiedIdentities":[{"name":"Mara Quill","username":"maraquill","uri":"https:"""u8
            + """//code.example/maraquill"}]}}"""u8
        ).ToArray();
        byte[] signature = [0xD2, .. Array([0x40], Map(), Bytes(statement), Bytes(new byte[64]))];

        Fields(Store(Cbor("cawg.identity", Map(("signature", Bytes(signature))))))
            .Should()
            .Contain(("C2PA:VerifiedIdentitiesName", "Mara Quill"))
            .And.Contain(("C2PA:VerifiedIdentitiesUsername", "maraquill"))
            .And.Contain(("C2PA:VerifiedIdentitiesUri", "https://code.example/maraquill"));
    }

    [Fact]
    public void Strings_in_pieces_and_lists_without_length_are_read()
    {
        byte[] name = [0x7F, .. Text("Mara "), .. Text("Quill"), 0xFF];

        Fields(Store(Cbor("work", [0xBF, .. Text("author"), 0x9F, .. Map(("name", name)), 0xFF, 0xFF])))
            .Should()
            .Equal(("C2PA:AuthorName", "Mara Quill"));
    }

    [Fact]
    public void Pictures_in_the_credentials_are_opened() =>
        Scanned
            .Of(
                Store(
                    Box(
                        "jumb",
                        [
                            .. Described("c2pa.thumbnail"),
                            .. Box("bidb", PngTests.Png(("tEXt", "Author\0Mara Quill"u8.ToArray()), ("IEND", []))),
                        ]
                    )
                )
            )
            .Files.SelectMany(Fields)
            .Should()
            .Contain(("PNG:Author", "Mara Quill"));

    [Fact]
    public void What_is_no_box_is_shown_as_text() =>
        Scanned
            .Fields(PngTests.Png(("caBX", [1, 2, .. "by Mara Quill"u8, 0]), ("IEND", [])))
            .Should()
            .Equal(("C2PA:Text", "by Mara Quill"));

    [Theory]
    [InlineData(40)] // nested far deeper than any claim
    [InlineData(4_000)]
    public void Deep_nesting_is_named_and_read_as_text(int depth)
    {
        byte[] deep = [.. Enumerable.Repeat((byte)0x81, depth), .. Text("Mara Quill")];

        (IReadOnlyList<PostLint.Submissions.SubmittedFile> files, IReadOnlyCollection<PostLint.Submissions.Unread> gaps) = Scanned.Of(
            Store(Cbor("deep", deep))
        );

        gaps.Should().ContainSingle();
        files.SelectMany(Fields).Should().Contain(field => field.Value.Contains("Mara Quill"));
    }

    [Fact]
    public void A_list_that_claims_more_items_than_it_has_is_cut_off() =>
        Scanned.Of(Store(Cbor("long", [0x9A, 0x7F, 0xFF, 0xFF, 0xFF, 0x01]))).Gaps.Should().ContainSingle();

    private static IReadOnlyList<(string Name, string Value)> Fields(byte[] store) => Fields(Scanned.Of(store).Files[0]);

    private static IReadOnlyList<(string Name, string Value)> Fields(PostLint.Submissions.SubmittedFile file) =>
        file.Sheet is { } sheet ? [.. sheet.Fields.Select(field => (field.FullName, sheet.ValueOf(field)))] : [];

    private static byte[] In(string carrier, byte[] store) =>
        carrier switch
        {
            "png" => PngTests.Png(("caBX", store), ("IEND", [])),
            "jpeg" => [.. Pictures.Jpeg[..2], .. Segment(1, store), .. Pictures.Jpeg[2..]],
            "jpeg in pieces" =>
            [
                .. Pictures.Jpeg[..2],
                .. Segment(1, store[..60]),
                .. Segment(2, [.. store[..8], .. store[60..]]),
                .. Pictures.Jpeg[2..],
            ],
            "webp" => WithChunk(Pictures.WebP, "C2PA", store),
            "mp4" =>
            [
                .. Pictures.Film("isom"),
                .. Box(
                    "uuid",
                    [
                        0xD8,
                        0xFE,
                        0xC3,
                        0xD6,
                        0x1B,
                        0x0E,
                        0x48,
                        0x3C,
                        0x92,
                        0x97,
                        0x58,
                        0x28,
                        0x87,
                        0x7E,
                        0xC4,
                        0x81,
                        0,
                        0,
                        0,
                        0,
                        .. "manifest\0"u8,
                        .. new byte[8],
                        .. store,
                    ]
                ),
            ],
            "pdf" => new PdfBuilder()
                .Page()
                .Stream(9, "/Type /EmbeddedFile", store)
                .Object(8, "<< /Type /Filespec /AFRelationship /C2PA_Manifest /F (manifest.c2pa) /EF << /F 9 0 R >> >>")
                .Save()
                .Build(),
            "gif" =>
            [
                .. Pictures.Gif[..19],
                0x21,
                0xFF,
                11,
                .. "C2PA_GIF"u8,
                1,
                0,
                0,
                .. store.Chunk(255).SelectMany(chunk => (byte[])[(byte)chunk.Length, .. chunk]),
                0,
                .. Pictures.Gif[19..],
            ],
            "tiff" =>
            [
                .. "II*\0"u8,
                8,
                0,
                0,
                0,
                1,
                0,
                0x41,
                0xCD,
                7,
                0,
                .. Samples.LittleEndian(store.Length),
                26,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                .. store,
            ],
            _ => store,
        };

    private static byte[] Segment(int piece, byte[] data) =>
        [0xFF, 0xEB, (byte)((data.Length + 10) >> 8), (byte)(data.Length + 10), .. "JP"u8, 0, 1, .. Samples.BigEndian(piece), .. data];

    private static byte[] WithChunk(byte[] riff, string type, byte[] data)
    {
        byte[] all =
        [
            .. riff,
            .. Encoding.ASCII.GetBytes(type),
            .. Samples.LittleEndian(data.Length),
            .. data,
            .. new byte[data.Length % 2],
        ];
        BinaryPrimitives.WriteInt32LittleEndian(all.AsSpan(4), all.Length - 8);
        return all;
    }

    private static byte[] Store(params byte[][] assertions) =>
        Box("jumb", [.. Described("c2pa"), .. Box("jumb", [.. Described("urn:uuid:made-up"), .. assertions.SelectMany(box => box)])]);

    private static byte[] Json(string text) =>
        Box("jumb", [.. Described("stds.schema-org.CreativeWork"), .. Box("json", Encoding.UTF8.GetBytes(text))]);

    private static byte[] Cbor(string label, byte[] value) => Box("jumb", [.. Described(label), .. Box("cbor", value)]);

    private static byte[] Described(string label) => Box("jumd", [.. new byte[16], 3, .. Encoding.UTF8.GetBytes(label), 0]);

    private static byte[] Box(string type, byte[] content) =>
        [.. Samples.BigEndian(content.Length + 8), .. Encoding.ASCII.GetBytes(type), .. content];

    private static byte[] Map(params (string Key, byte[] Value)[] members) =>
        [(byte)(0xA0 | members.Length), .. members.SelectMany(member => (byte[])[.. Text(member.Key), .. member.Value])];

    private static byte[] Array(params byte[][] items) => [(byte)(0x80 | items.Length), .. items.SelectMany(item => item)];

    private static byte[] Text(string text) => [.. Head(3, Encoding.UTF8.GetByteCount(text)), .. Encoding.UTF8.GetBytes(text)];

    private static byte[] Bytes(byte[] bytes) => [.. Head(2, bytes.Length), .. bytes];

    private static byte[] Head(int major, int length) =>
        length < 24 ? [(byte)((major << 5) | length)] : [(byte)((major << 5) | 25), (byte)(length >> 8), (byte)length];
}
