using System.Text;

namespace PostLint.Tests.Assets;

public sealed class MakerTests
{
    [Theory]
    [InlineData("%%For: (mquill) Mara Quill,,,", "UserName=mquill Author=Mara Quill")]
    [InlineData("%%For: mquill@desk7.example.org (Mara Quill)", "UserName=mquill HostName=desk7.example.org Author=Mara Quill")]
    [InlineData("%%For: (Mara Quill) (Example University)", "Author=Mara Quill Company=Example University")]
    [InlineData("%%For: Mara Quill", "Author=Mara Quill")]
    [InlineData("%%Routing: Mara Quill, room 7", "Routing=Mara Quill, room 7")]
    [InlineData("  /Author (mquill)", "Author=mquill")]
    [InlineData("%DVIPSCommandLine: dvips -o /home/mquill/a.ps", "CommandLine=%DVIPSCommandLine: dvips -o /home/mquill/a.ps")]
    public void For_whom_a_PostScript_file_was_made_is_told(string line, string fields) =>
        string.Join(
                ' ',
                Scanned
                    .Fields(Encoding.ASCII.GetBytes($"%!PS-Adobe-3.0\n{line}\n%%EOF\n"))
                    .Select(field => $"{field.Name["PostScript:".Length..]}={field.Value}")
            )
            .Should()
            .Be(fields);

    [Fact]
    public void A_display_described_in_letters_outside_ASCII_is_told()
    {
        byte[] wide = Encoding.BigEndianUnicode.GetBytes("Zoës Bildschirm\0");
        byte[] tag = [.. "desc"u8, 0, 0, 0, 0, 0, 0, 0, 5, .. "Zo?s\0"u8, 0, 0, 0, 0, .. Samples.BigEndian(wide.Length / 2), .. wide];

        Scanned.Fields(WithProfile("desc", tag)).Should().Contain(("ICC_Profile:ProfileDescription", "Zoës Bildschirm"));
    }

    [Fact]
    public void What_calibrating_programs_add_to_a_profile_is_told()
    {
        byte[] name = Encoding.BigEndianUnicode.GetBytes("EDID_serial"),
            value = Encoding.BigEndianUnicode.GetBytes("QX31-7004");
        byte[] tag =
        [
            .. "dict"u8,
            0,
            0,
            0,
            0,
            .. Samples.BigEndian(1),
            .. Samples.BigEndian(16),
            .. Samples.BigEndian(32),
            .. Samples.BigEndian(name.Length),
            .. Samples.BigEndian(32 + name.Length),
            .. Samples.BigEndian(value.Length),
            .. name,
            .. value,
        ];

        Scanned.Fields(WithProfile("meta", tag)).Should().Contain(("ICC_Meta:EDID_serial", "QX31-7004"));
    }

    [Fact]
    public void The_owner_whom_a_camera_was_told_is_told()
    {
        byte[] owner = [.. "Mara Quill\0"u8];
        byte[] make = [.. "Canon\0"u8];
        // A directory with the make and a pointer to that of Exif, which holds the note, which holds the owner.
        byte[] tiff =
        [
            .. "II*\0"u8,
            8,
            0,
            0,
            0,
            2,
            0,
            .. Entry(0x010F, 2, make.Length, 38),
            .. Entry(0x8769, 4, 1, 44),
            0,
            0,
            0,
            0,
            .. make,
            1,
            0,
            .. Entry(0x927C, 7, 18 + owner.Length, 62),
            0,
            0,
            0,
            0,
            1,
            0,
            .. Entry(0x0009, 2, owner.Length, 80),
            0,
            0,
            0,
            0,
            .. owner,
        ];

        Scanned.Fields(tiff).Should().Contain(("Canon:OwnerName", "Mara Quill"));
    }

    [Fact]
    public void A_value_longer_than_a_page_is_a_file_of_its_own()
    {
        string workflow = $"{new string(' ', 9_000)}/home/mquill/nodes";

        Scanned
            .Of(PngTests.Png(("tEXt", [.. "workflow\0"u8, .. Encoding.ASCII.GetBytes(workflow)]), ("IEND", [])))
            .Files.Should()
            .ContainSingle(file => file.Path == "a.bin!/Workflow.txt")
            .Which.Text!.Text.Should()
            .EndWith("/home/mquill/nodes");
    }

    private static byte[] WithProfile(string name, byte[] tag)
    {
        byte[] profile =
        [
            .. new byte[128],
            .. Samples.BigEndian(1),
            .. Encoding.ASCII.GetBytes(name),
            .. Samples.BigEndian(144),
            .. Samples.BigEndian(tag.Length),
            .. tag,
        ];
        return
        [
            .. Pictures.Jpeg[..2],
            0xFF,
            0xE2,
            (byte)((profile.Length + 16) >> 8),
            (byte)(profile.Length + 16),
            .. "ICC_PROFILE\0"u8,
            1,
            1,
            .. profile,
            .. Pictures.Jpeg[2..],
        ];
    }

    private static byte[] Entry(int tag, int type, int count, int value) =>
        [(byte)tag, (byte)(tag >> 8), (byte)type, 0, .. Samples.LittleEndian(count), .. Samples.LittleEndian(value)];
}
