using System.Buffers.Binary;
using System.Text;

namespace PostLint.Tests.Assets;

public sealed class PngTests
{
    [Fact]
    public void Text_chunk_is_a_field() =>
        Scanned.Fields(Png(("tEXt", "Author\0Ada Example"u8.ToArray()))).Should().Equal(("PNG:Author", "Ada Example"));

    [Fact]
    public void Cut_file_is_named() =>
        Scanned
            .Of(Png(("tEXt", "Author\0Ada Example"u8.ToArray()))[..30])
            .Gaps.Should()
            .ContainSingle()
            .Which.Reason.Should()
            .Contain("cut off");

    internal static byte[] Png(params (string Type, byte[] Data)[] chunks)
    {
        var file = new MemoryStream();
        file.Write([0x89, .. "PNG\r\n\x1A\n"u8]);
        foreach ((string type, byte[] data) in chunks)
        {
            byte[] length = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
            file.Write(length);
            file.Write(Encoding.ASCII.GetBytes(type));
            file.Write(data);
            file.Write(new byte[4]);
        }
        return file.ToArray();
    }
}
