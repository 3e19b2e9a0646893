using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using PostLint.Output;

namespace PostLint.Triage;

/// <summary>
/// Where a run puts its results, readable by its owner alone. What is in <c>.state</c> makes it possible to go on after a stop, and is
/// nobody's to read; all else is made of it.
/// </summary>
internal sealed class RunFolder : IDisposable
{
    private const string State = ".state",
        Sarif = "sarif",
        Messages = "messages";
    private const int LongestName = 80;
    private static readonly SearchValues<char> s_wholeNames = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_.");

    private readonly FileStream _lock;

    /// <summary>Opens a run folder, or begins one.</summary>
    /// <param name="path">Full path. A folder that is there has to be empty or a run folder.</param>
    /// <exception cref="IOException">It is something else, another run writes to it, or it cannot be written.</exception>
    public RunFolder(string path)
    {
        Path = path;
        if (File.Exists(path))
            throw new IOException($"{path} is a file; name a folder for the run");
        bool isNew = !Directory.Exists(path) || !Directory.EnumerateFileSystemEntries(path).Any();
        if (!isNew && !Directory.Exists(In(State)))
            throw new IOException($"{path} holds something else than a run; name an empty or a new folder");
        foreach (string folder in (string[])[path, In(State), In(Sarif), In(Messages)])
            CreatePrivate(folder);
        try
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
            };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            _lock = new FileStream(In(State, "lock"), options);
        }
        catch (IOException locked)
        {
            throw new IOException($"another run writes to {path}; wait for it, or name another folder", locked);
        }
        // What a killed run was writing; the lock tells that nobody writes it any more.
        foreach (
            string left in ((string[])[Path, In(State), In(Sarif), In(Messages)]).SelectMany(folder =>
                Directory.EnumerateFiles(folder, ".*.tmp")
            )
        )
            File.Delete(left);
        Salt = ReadSalt();
        Journal = new(In(State, "journal"));
    }

    /// <summary>Full path.</summary>
    public string Path { get; }

    /// <summary>Its finished records.</summary>
    public Journal Journal { get; }

    /// <summary>Random bytes that its keys are made with, so that they tell nobody what they were made of.</summary>
    public ReadOnlyMemory<byte> Salt { get; }

    /// <summary>Full path of one of its files.</summary>
    public string In(params string[] names) => System.IO.Path.Combine([Path, .. names]);

    /// <summary>Where the SARIF of a submission is.</summary>
    public string SarifOf(string id) => SarifOf(Path, id);

    /// <summary>Where the SARIF of a submission is in a run folder, which need not be open.</summary>
    public static string SarifOf(string folder, string id) => System.IO.Path.Combine(folder, Sarif, NameOf(id) + ".sarif");

    /// <summary>Where the message to the authors of a submission is in a run folder, which need not be open.</summary>
    public static string MessageOf(string folder, string id) => System.IO.Path.Combine(folder, Messages, NameOf(id) + ".md");

    /// <summary>The names of the submissions whose own files are there.</summary>
    public HashSet<string> Written()
    {
        HashSet<string> messages =
        [
            .. Directory.EnumerateFiles(In(Messages)).Select(file => System.IO.Path.GetFileNameWithoutExtension(file)),
        ];
        messages.IntersectWith(Directory.EnumerateFiles(In(Sarif)).Select(file => System.IO.Path.GetFileNameWithoutExtension(file)));
        return messages;
    }

    /// <summary>Writes a small result that can be made again, at one go.</summary>
    public static void WriteWhole(string path, Action<Stream> write)
    {
        using var content = new MemoryStream();
        write(content);
        Write(path, stream => stream.Write(content.GetBuffer(), 0, (int)content.Length));
    }

    /// <summary>Writes a result that can be made again.</summary>
    public static void Write(string path, Action<Stream> write) => AtomicFile.Write(path, write, isPrivate: true, isDurable: false);

    /// <summary>Deletes what belongs to submissions that are not in the run any more.</summary>
    public void Keep(IEnumerable<string> ids)
    {
        HashSet<string> kept = [.. ids.Select(NameOf)];
        foreach (string file in Directory.EnumerateFiles(In(Sarif)).Concat(Directory.EnumerateFiles(In(Messages))))
        {
            if (!kept.Contains(System.IO.Path.GetFileNameWithoutExtension(file)))
                File.Delete(file);
        }
    }

    /// <summary>
    /// The name of a submission's files: its id, where that is a harmless name, otherwise the harmless part of it and a hash.
    /// </summary>
    public static string NameOf(string id)
    {
        if (
            id.Length is > 0 and <= LongestName
            && !id.AsSpan().ContainsAnyExcept(s_wholeNames)
            && id[0] is not ('.' or '-')
            && !id.EndsWith('.')
        )
            return id;
        // Systems that do not tell capitals apart would put two submissions into one file.
        string harmless = string.Concat(id.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-'))
            .TrimStart('.', '-');
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 4));
        return $"{harmless[..Math.Min(harmless.Length, LongestName)]}-{hash}";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Journal.Dispose();
        _lock.Dispose();
    }

    private static void CreatePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private byte[] ReadSalt()
    {
        string path = In(State, "salt");
        if (File.Exists(path) && File.ReadAllBytes(path) is { Length: 32 } known)
            return known;
        byte[] salt = RandomNumberGenerator.GetBytes(32);
        AtomicFile.Write(path, stream => stream.Write(salt), isPrivate: true);
        return salt;
    }
}
