using System.Diagnostics;
using System.Text;

namespace PostLint.PullRequests;

/// <summary>Something that git could not do; the message says what, and what helps.</summary>
public sealed class GitException : Exception
{
    /// <summary>An exception with a message.</summary>
    public GitException(string message)
        : base(message) { }

    /// <summary>An exception with a message and its cause.</summary>
    public GitException(string message, Exception inner)
        : base(message, inner) { }

    /// <summary>An exception.</summary>
    public GitException() { }
}

/// <summary>
/// Asks git about a repository. Only commands that read objects are run, with an environment of our own: no configuration of user or
/// system, no hooks, no pager, no filters, no external
/// programs, no network. Whatever a request brings, git runs nothing of it.
/// </summary>
/// <param name="folder">A folder of the repository.</param>
public sealed class Git(string folder)
{
    private const int Timeout = 120_000; // milliseconds, after which a command is stopped
    private const int MostOutput = 256 << 20; // bytes

    private static readonly string[] s_safe =
    [
        "--no-pager",
        "--no-optional-locks",
        "--no-replace-objects",
        "-c",
        "core.hooksPath=/dev/null",
        "-c",
        "core.fsmonitor=false",
        "-c",
        "core.attributesFile=/dev/null",
        "-c",
        "core.quotePath=false",
        "-c",
        "diff.external=",
        "-c",
        "protocol.allow=never",
        "-c",
        "safe.directory=*",
        "-c",
        "gc.auto=0",
        "-c",
        "log.showSignature=false",
        "-c",
        "core.commitGraph=true",
    ];

    /// <summary>Whether the folder belongs to a repository.</summary>
    /// <exception cref="GitException">Git is not there.</exception>
    public bool IsRepository => Start(["rev-parse", "--git-dir"]).Code == 0;

    /// <summary>Full path of the folder that it is asked about.</summary>
    public string Folder { get; } = Path.GetFullPath(folder);

    /// <summary>Full path of the folder that is checked out; null for a bare repository.</summary>
    /// <exception cref="GitException">Git is not there.</exception>
    public string? WorkTree =>
        Start(["rev-parse", "--show-toplevel"]) is (0, { Length: > 0 } output, _)
            ? Path.GetFullPath(Encoding.UTF8.GetString(output).Trim())
            : null;

    /// <summary>Whether a commit is another, or one before it; no for what is not there.</summary>
    /// <exception cref="GitException">Git is not there.</exception>
    public bool IsAncestor(string commit, string other) => Start(["merge-base", "--is-ancestor", commit, other]).Code == 0;

    /// <summary>The output of a command.</summary>
    /// <exception cref="GitException">It failed, or git is not there.</exception>
    public byte[] Run(params string[] arguments)
    {
        (int code, byte[] output, string error) = Start(arguments);
        return code == 0 ? output : throw new GitException($"git {arguments[0]} failed: {error.Split('\n')[0].Trim()}");
    }

    /// <summary>The output of a command as text.</summary>
    /// <exception cref="GitException">It failed, or git is not there.</exception>
    public string Text(params string[] arguments) => Encoding.UTF8.GetString(Run(arguments));

    /// <summary>The id of the commit that a revision names.</summary>
    /// <param name="revision">A branch, tag or id.</param>
    /// <exception cref="GitException">There is none of that name here; the message says how to get it.</exception>
    public string Commit(string revision)
    {
        // What begins with a hyphen would be an option.
        if (revision.Length == 0 || revision[0] == '-')
            throw new GitException($"“{revision}” is no revision");
        (int code, byte[] output, _) = Start(["rev-parse", "--verify", "--quiet", "--end-of-options", $"{revision}^{{commit}}"]);
        return code == 0
            ? Encoding.ASCII.GetString(output).Trim()
            : throw new GitException($"{revision} is not in this checkout; fetch it first (with actions/checkout: fetch-depth: 0)");
    }

    /// <summary>The content of a file in a commit; null where it has none of that path.</summary>
    /// <exception cref="GitException">Git failed.</exception>
    public byte[]? File(string commit, string path)
    {
        (int code, byte[] output, _) = Start(["cat-file", "blob", $"{commit}:{path}"]);
        return code == 0 ? output : null;
    }

    private (int Code, byte[] Output, string Error) Start(string[] arguments)
    {
        var info = new ProcessStartInfo("git", [.. s_safe, .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        string? path = Environment.GetEnvironmentVariable("PATH"),
            root = Environment.GetEnvironmentVariable("SystemRoot");
        info.Environment.Clear();
        foreach (
            (string name, string? value) in ((string, string?)[])
                [
                    ("PATH", path),
                    ("SystemRoot", root),
                    ("LC_ALL", "C"),
                    ("GIT_CONFIG_NOSYSTEM", "1"),
                    ("GIT_CONFIG_GLOBAL", OperatingSystem.IsWindows() ? "NUL" : "/dev/null"),
                    ("GIT_TERMINAL_PROMPT", "0"),
                    ("GIT_ATTR_NOSYSTEM", "1"),
                    ("GIT_NO_LAZY_FETCH", "1"),
                ]
        )
        {
            if (value is not null)
                info.Environment[name] = value;
        }
        try
        {
            using Process process = Process.Start(info)!;
            using var patience = new Timer(_ => process.Kill(entireProcessTree: true), null, Timeout, System.Threading.Timeout.Infinite);
            process.StandardInput.Close();
            var error = new StringBuilder();
            process.ErrorDataReceived += (_, line) => error.Append(line.Data).Append('\n');
            process.BeginErrorReadLine();
            var output = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(output);
            process.WaitForExit();
            if (output.Length > MostOutput)
                throw new GitException($"git {arguments[0]} prints more than is read");
            return (process.ExitCode, output.ToArray(), error.ToString());
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            string reason = Directory.Exists(Folder) ? "git is not installed, or not in the PATH" : "there is no such folder";
            throw new GitException(reason, missing);
        }
    }
}
