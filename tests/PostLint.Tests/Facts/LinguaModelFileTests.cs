using System.IO.Compression;
using System.Text;
using PostLint.Facts.Language;

namespace PostLint.Tests.Facts;

public sealed class LinguaModelFileTests
{
    private const string Text = "Aquest text és curt, però és prou llarg perquè es vegi en quina llengua està escrit.";

    [Fact]
    public void Models_of_one_stream_judge_as_those_of_files()
    {
        Dictionary<string, double> byFiles = LinguaModels.Confidences(Text)!;
        string folder = Path.Combine(AppContext.BaseDirectory, "Lingua", "LanguageModels");

        LanguageModels.Load(Packed(Directory.EnumerateFiles(folder, "*.json.br", SearchOption.AllDirectories)));

        LinguaModels.Confidences(Text).Should().Equal(byFiles);
    }

    [Theory]
    [InlineData("ca trigrams\n{}")]
    [InlineData("ca trigrams many\n{}")]
    [InlineData("ca trigrams")]
    public void Broken_stream_is_told_as_such(string content)
    {
        Action loading = () => LanguageModels.Load(Zipped(Encoding.ASCII.GetBytes(content)));

        loading.Should().Throw<InvalidDataException>();
    }

    private static MemoryStream Packed(IEnumerable<string> models)
    {
        var all = new MemoryStream();
        foreach (string path in models)
        {
            var plain = new MemoryStream();
            using (var unpacking = new BrotliStream(File.OpenRead(path), CompressionMode.Decompress))
                unpacking.CopyTo(plain);
            string code = Path.GetFileName(Path.GetDirectoryName(path)!),
                kind = Path.GetFileName(path).Split('.')[0];
            all.Write(Encoding.ASCII.GetBytes($"{code} {kind} {plain.Length}\n"));
            plain.WriteTo(all);
        }
        return Zipped(all.ToArray());
    }

    private static MemoryStream Zipped(byte[] content)
    {
        var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zip.Write(content);
        packed.Position = 0;
        return packed;
    }
}
