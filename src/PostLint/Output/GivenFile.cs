namespace PostLint.Output;

/// <summary>
/// Files that a command line, an environment variable or a setting names: configurations, packs, rosters, baselines, events, manifests. All
/// of
/// them are opened here, because opening what is no ordinary file may wait for ever.
/// </summary>
public static class GivenFile
{
    /// <summary>Opens a file for reading; links are followed.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="mostBytes">The most that it may hold, in bytes.</param>
    /// <exception cref="UserException">It is no ordinary file, is larger, or cannot be read; the message says which.</exception>
    public static Stream Open(string path, long mostBytes)
    {
        Check(path);
        try
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (file.Length <= mostBytes)
                return file;
            file.Dispose();
        }
        catch (Exception failure) when (SafeFile.IsReadFailure(failure))
        {
            throw Unreadable(path, SafeFile.Explain(failure, path));
        }
        throw new UserException([new(path, 0, 0, $"the file is larger than {mostBytes >> 20} MB")]);
    }

    /// <summary>The bytes of a file.</summary>
    /// <inheritdoc cref="Open"/>
    public static byte[] ReadBytes(string path, long mostBytes)
    {
        using Stream stream = Open(path, mostBytes);
        var content = new MemoryStream((int)stream.Length);
        try
        {
            stream.CopyTo(content);
        }
        catch (Exception failure) when (SafeFile.IsReadFailure(failure))
        {
            throw Unreadable(path, SafeFile.Explain(failure, path));
        }
        return content.ToArray();
    }

    /// <summary>The text of a file, in UTF-8 or as its byte-order mark says.</summary>
    /// <inheritdoc cref="Open"/>
    public static string ReadText(string path, long mostBytes)
    {
        using var reader = new StreamReader(new MemoryStream(ReadBytes(path, mostBytes)));
        return reader.ReadToEnd();
    }

    /// <summary>Refuses what is never opened: no file, or no ordinary one.</summary>
    /// <param name="path">Its full path.</param>
    /// <exception cref="UserException">It is so.</exception>
    public static void Check(string path)
    {
        if (LinuxFile.StatusOf(path, followsLinks: true)?.Special is { } special)
            throw Unreadable(path, SafeFile.SpecialReason(special));
        if (Directory.Exists(path))
            throw Unreadable(path, "it is a folder");
        if (!File.Exists(path))
            throw Unreadable(path, "there is no such file");
    }

    private static UserException Unreadable(string path, string reason) => new([new(path, 0, 0, $"the file cannot be read: {reason}")]);
}
