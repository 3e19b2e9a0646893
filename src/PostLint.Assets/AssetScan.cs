using System.Text;

namespace PostLint.Assets;

/// <summary>What comes to light while one file is read: its fields, the files inside it, and what could not be read.</summary>
internal sealed class AssetScan
{
    /// <summary>What the bytes behind a picture's end are called.</summary>
    public const string AfterPicture = "after the picture";

    private readonly IAssetHost _host;
    private readonly MetadataSheetBuilder _sheet = new();

    internal AssetScan(IAssetHost host, string path, int depth) => (_host, Path, Depth) = (host, path, depth);

    /// <summary>Path of the file as reports print it.</summary>
    public string Path { get; }

    /// <summary>How many files it lies inside of.</summary>
    public int Depth { get; }

    /// <summary>To be asked in every long loop.</summary>
    public CancellationToken Cancellation => _host.Cancellation;

    /// <summary>How much is read.</summary>
    public AssetLimits Limits => _host.Limits;

    /// <summary>How many pages the file says it has; 0 where it says nothing.</summary>
    public int Pages { get; set; }

    /// <summary>Tells of a field; see <see cref="MetadataField"/> for how groups and names are chosen. One that is longer than a page is a
    /// file inside the file.</summary>
    public void Field(string group, string name, string value)
    {
        if (_sheet.IsFull)
            BeyondLimit("it holds more metadata than is read");
        else
            _sheet.Add(group, name, value);
        if (value.Length > MetadataSheetBuilder.MaxValue)
            Part($"{name}.txt", Encoding.UTF8.GetBytes(value));
    }

    /// <summary>Counts what was unpacked without being opened as a part; false once the submission has unpacked as much as it
    /// may.</summary>
    public bool Spend(long bytes) => _host.Spend(Path, bytes);

    /// <summary>Looks at a file inside this one, such as an image of a document.</summary>
    /// <param name="name">Its path in this file, or what tells it from others: <c>image 2</c>.</param>
    /// <param name="content">The file, unpacked.</param>
    public void Part(string name, byte[] content) => Part(name, content.LongLength, () => new MemoryStream(content, writable: false));

    /// <summary>Looks at a file inside this one that is unpacked only if limits allow.</summary>
    /// <param name="name">Its path in this file.</param>
    /// <param name="length">Its unpacked length in bytes as declared, or -1; what is longer than declared is cut off and named.</param>
    /// <param name="open">Opens a stream of the unpacked bytes, which need not be seekable.</param>
    public void Part(string name, long length, Func<Stream> open) => _host.ReadPart(this, name, length, open);

    /// <summary>Names what was not read and why, in words that end a sentence; said once.</summary>
    public void Unread(string reason) => _host.AddGap(Path, reason);

    /// <summary>Names what a limit kept from being read, in words that end a sentence; said once.</summary>
    public void BeyondLimit(string reason) => _host.AddGap(Path, reason, isBeyondLimit: true);

    /// <summary>Names a file inside this one that was not read, and why.</summary>
    public void Gap(string name, string reason) => _host.AddGap($"{Path}!/{name}", reason);

    internal MetadataSheet Sheet() => _sheet.Build(Path);
}
