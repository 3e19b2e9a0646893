using System.Text;
using PostLint.Cli;
using PostLint.Tests.Submissions;

namespace PostLint.Tests.Cli;

/// <summary>A command line run in process, in a temporary folder, and what came of it.</summary>
internal sealed class Run : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _environment = [];
    private readonly StringWriter _error = new();

    public string Output { get; private set; } = "";

    public string Error => _error.ToString();

    public string Folder => _folder.Path;

    /// <summary>Where commands run; null for the folder itself.</summary>
    public string? WorkingFolder { get; set; }

    public byte[] Input { get; set; } = [];

    public bool IsTerminal { get; set; }

    public Run With(string path, string text)
    {
        string full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    public Run Write(string path, byte[] bytes)
    {
        string full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
        return this;
    }

    public byte[] ReadBytes(string path) => File.ReadAllBytes(Path.Combine(Folder, path));

    public Run Set(string variable, string value)
    {
        _environment[variable] = value;
        return this;
    }

    public int Start(params string[] args)
    {
        using var output = new MemoryStream();
        using var input = new MemoryStream(Input);
        var host = new Host(input, output, _error, WorkingFolder ?? Folder, name => _environment.GetValueOrDefault(name))
        {
            IsTerminal = IsTerminal,
        };
        int code = CommandLine.Run(args, host);
        Output = Encoding.UTF8.GetString(output.ToArray());
        return code;
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    public void Dispose()
    {
        _folder.Dispose();
        _error.Dispose();
    }
}
