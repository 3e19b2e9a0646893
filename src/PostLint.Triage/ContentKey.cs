using System.Security.Cryptography;
using System.Text;
using PostLint.Facts;
using PostLint.Output;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Triage;

/// <summary>Tells whether a submission, or anything that it is judged by, has changed since it was judged.</summary>
/// <param name="Key">A keyed hash of all of it.</param>
/// <param name="Content">A hash of its files alone, the same in all runs.</param>
/// <param name="Images">The images among its files, which others may share.</param>
internal sealed record ContentKey(string Key, string Content, IReadOnlyList<SharedTrace> Images)
{
    private const int SmallestImage = 4_096; // bytes; icons are everybody's

    // Where the tracks' sites keep images, those of each post in a folder called like it.
    private static readonly string[] s_siteImages = ["assets/img/", "public/images/"];

    private const int BufferSize = 1 << 16;
    private const int KeyBytes = 16; // a season has thousands, and 128 bits tell them apart

    /// <summary>Reads the files of a submission.</summary>
    /// <param name="item">Which one.</param>
    /// <param name="settings">What it is judged by: version, profile, rules, roster.</param>
    /// <param name="salt">The run's.</param>
    /// <param name="text">How much text is read.</param>
    /// <param name="assets">How much of what is no text is read.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static ContentKey Of(TriageItem item, string settings, ReadOnlyMemory<byte> salt, Limits text, Assets.AssetLimits assets)
    {
        using IncrementalHash hash = Begin(item, settings, salt),
            files = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var images = new List<SharedTrace>();
        if (item.Head is not null)
        {
            Add(hash, $"{item.Base}\0{item.Head}");
            Add(files, item.Head);
        }
        else
        {
            (SubmissionReader reader, Discovery found) = item.Discover(text, assets);
            foreach (string configuration in Assessment.ConfigurationOf(item))
                Add(hash, configuration);
            foreach (Unread unread in found.Unread)
                Add(hash, $"{unread.Path}\0{unread.Reason}");
            HashSet<string> slugs = [.. found.Sources.Select(source => source.Name)];
            foreach (string file in found.Sources.SelectMany(reader.FilesOf).Distinct())
            {
                byte[] content = HashOf(file, out long length);
                string path = System.IO.Path.GetRelativePath(item.Path, file),
                    told = $"{path}\0{length}\0{Convert.ToHexStringLower(content)}";
                Add(hash, told);
                Add(files, told);
                if (length >= SmallestImage && IsImage(file) && !IsOfTrack(path.Replace('\\', '/'), slugs))
                    images.Add(SharedTraces.Trace(SharedKind.Image, Convert.ToHexStringLower(content)));
            }
        }
        return new(End(hash), End(files), [.. images.Distinct()]);
    }

    /// <summary>Tells the state of a submission's files without opening them: as long as it holds, the key stays.</summary>
    /// <param name="item">Which one.</param>
    /// <param name="settings">What it is judged by.</param>
    /// <param name="salt">The run's.</param>
    /// <param name="text">How much text is read.</param>
    /// <returns>Null where it cannot be told: for posts of a larger site, whose files lie anywhere in it; where files have just been
    /// changed; on systems that do not say enough.</returns>
    public static FolderStamp? StampOf(TriageItem item, string settings, ReadOnlyMemory<byte> salt, Limits text)
    {
        if (
            item.Head is not null
            || item.Root is not null
            || FileKinds.MayBePost(item.Path)
            || PostFinder.SiteRootOf(item.Path) is not null
        )
            return null;
        using IncrementalHash hash = Begin(item, settings, salt);
        return FolderStamp.Of(hash, item.Path, text.Files, DateTimeOffset.UtcNow);
    }

    /// <summary>Whether a submission is as it was when its stamp was made, and judged by the same.</summary>
    /// <param name="stamp">Its stamp.</param>
    /// <param name="item">Which one.</param>
    /// <param name="settings">What it is judged by.</param>
    /// <param name="salt">The run's.</param>
    public static bool Holds(FolderStamp stamp, TriageItem item, string settings, ReadOnlyMemory<byte> salt)
    {
        using IncrementalHash hash = Begin(item, settings, salt);
        return stamp.Holds(hash, item.Path, DateTimeOffset.UtcNow);
    }

    private static IncrementalHash Begin(TriageItem item, string settings, ReadOnlyMemory<byte> salt)
    {
        var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, salt.Span);
        Add(hash, settings);
        Add(hash, item.Id);
        foreach ((string name, string value) in item.AllFields.OrderBy(field => field.Key, StringComparer.Ordinal))
            Add(hash, $"{name}\0{value}");
        return hash;
    }

    /// <summary>
    /// Whether a picture comes with the track’s own pages, which many keep in their copies: it lies among the site’s images, in no folder
    /// of a post of the submission.
    /// </summary>
    private static bool IsOfTrack(string path, HashSet<string> slugs)
    {
        foreach (string folder in s_siteImages)
        {
            int at = path.IndexOf(folder, StringComparison.Ordinal);
            if (at >= 0)
                return !slugs.Contains(path[(at + folder.Length)..].Split('/')[0]);
        }
        return false;
    }

    /// <summary>What was hashed, in short.</summary>
    internal static string End(IncrementalHash hash) => Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, KeyBytes));

    private static bool IsImage(string path) =>
        System.IO.Path.GetExtension(path).ToUpperInvariant()
            is ".PNG"
                or ".JPG"
                or ".JPEG"
                or ".GIF"
                or ".WEBP"
                or ".SVG"
                or ".AVIF"
                or ".MP4"
                or ".PDF";

    private static void Add(IncrementalHash hash, string text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        hash.AppendData("\u0001"u8);
    }

    private static byte[] HashOf(string path, out long length)
    {
        using Stream stream = SafeFile.Open(path, BufferSize);
        length = stream.Length;
        if (length == 0)
            return [];
        return SHA256.HashData(stream);
    }
}
