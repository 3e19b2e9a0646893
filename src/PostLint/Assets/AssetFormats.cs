namespace PostLint.Assets;

/// <summary>The formats that are read. The first that recognises a file reads it.</summary>
internal static class AssetFormats
{
    public static IReadOnlyList<IAssetFormat> All { get; } =
    [
        new Images.Png(),
    ];
}
