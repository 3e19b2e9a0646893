using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Server;

/// <summary>
/// One submission while its files are open. It is read from the disk once; as long as the open texts refer to the same files, only those
/// texts are put in place of the old.
/// </summary>
/// <param name="path">Full path of the post.</param>
/// <param name="options">Where reported paths start from.</param>
/// <param name="checkers">Where the checker comes from.</param>
/// <param name="texts">Unsaved texts by full path; null for files that are not open.</param>
internal sealed class CheckedPost(string path, ServerOptions options, Checkers checkers, Func<string, string?> texts)
{
    private const int SignatureLength = 64;

    private readonly Lock _reading = new();
    private Checker? _checker;
    private SubmissionReader? _reader;
    private SubmissionSource? _source;
    private Submission? _submission;
    private HashSet<string> _files = [];

    /// <summary>Full path of the post.</summary>
    public string Path => path;

    /// <summary>Reads again from the disk at the next check: a file that is not open has changed.</summary>
    public void Forget()
    {
        lock (_reading)
            _submission = null;
    }

    /// <summary>Whether a file belongs to the submission as it was read last.</summary>
    public bool Has(string file)
    {
        lock (_reading)
            return file == path || _files.Contains(file);
    }

    /// <summary>Checks it as it is now.</summary>
    /// <exception cref="UserException">The configuration is wrong.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public SubmissionResult? Check(CancellationToken cancellation)
    {
        Checker checker = checkers.Of(path);
        Submission? submission;
        lock (_reading)
        {
            if (checker != _checker)
                (_checker, _submission) = (checker, null);
            submission = _submission is { } known && CanKeep(known) ? WithOpenTexts(known) : ReadAnew(checker, cancellation);
            _submission = submission;
        }
        return submission is null ? null : checker.Session.Linters.Lint(submission, cancellation);
    }

    private static byte[]? Bytes(string? text) => text is null ? null : System.Text.Encoding.UTF8.GetBytes(text);

    private Submission? ReadAnew(Checker checker, CancellationToken cancellation)
    {
        _reader = checker.Session.ReadAnew(file => Bytes(texts(file)));
        Discovery found = _reader.Discover([path]);
        _source = found.Sources.Count > 0 ? found.Sources[0] : null;
        if (_source is null)
            return null;
        Submission read = _reader.Read(_source, cancellation);
        _files = [.. _reader.FilesOf(_source)];
        return read;
    }

    /// <summary>Whether the open texts name the same files as when all was read, and hold none themselves.</summary>
    private bool CanKeep(Submission known)
    {
        foreach (SubmittedFile file in known.Files)
        {
            if (texts(options.FullPathOf(file.Path)) is not { } text)
                continue;
            if (file is not { Text.Text: var before, Sheet: null, Container: null, Formats.Count: 0, Problems.Count: 0 })
                return false;
            if (text != before && !(IsPlain(text) && IsPlain(before) && SameStart(text, before)))
                return false;
        }
        return _files.SetEquals(_reader!.FilesOf(_source!));
    }

    /// <summary>Whether reading a text tells nothing but the text: it holds no other files, and nothing that is no text.</summary>
    private static bool IsPlain(string text) =>
        !text.Contains("data:", StringComparison.OrdinalIgnoreCase)
        && !text.Contains('\0', StringComparison.Ordinal)
        && !text.AsSpan().IsWhiteSpace()
        && (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') || !text.EnumerateRunes().Contains(System.Text.Rune.ReplacementChar));

    /// <summary>Whether two texts begin alike: by its beginning a file is taken for what it is.</summary>
    private static bool SameStart(string text, string before) =>
        text.AsSpan(0, Math.Min(SignatureLength, text.Length)).SequenceEqual(before.AsSpan(0, Math.Min(SignatureLength, before.Length)));

    private Submission WithOpenTexts(Submission known)
    {
        SubmittedFile[] files =
        [
            .. known.Files.Select(file =>
                file.Container is null && texts(options.FullPathOf(file.Path)) is { } text && text != file.Text!.Text
                    ? file with
                    {
                        Text = new SourceText(file.Path, text),
                        Bytes = System.Text.Encoding.UTF8.GetByteCount(text),
                        Stamp = null,
                    }
                    : file
            ),
        ];
        return known with { Files = files };
    }
}
