using System.Diagnostics;
using PostLint.Rules;

namespace PostLint.Hostile.Judges;

/// <summary>Runs other programs.</summary>
internal static class Tool
{
    private const int LongestMinutes = 10;

    /// <summary>Whether a program is installed.</summary>
    public static bool Has(string name) => PathOf(name) is not null;

    /// <summary>Runs a program to its end.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="arguments">What it is given.</param>
    /// <returns>Its exit code and what it wrote, standard output first.</returns>
    public static (int Code, string Output) Run(string name, string folder, params IEnumerable<string> arguments)
    {
        using Process process = Start(name, folder, arguments);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(LongestMinutes)))
        {
            process.Kill();
            return (-1, $"{name} ran longer than {LongestMinutes} minutes");
        }
        return (process.ExitCode, output.Result + errors.Result);
    }

    /// <summary>Starts a program and does not wait.</summary>
    public static Process Start(string name, string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(PathOf(name) ?? name)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    /// <summary>Starts postlint's fix in a folder.</summary>
    public static Process StartFix(string folder) =>
        Start("dotnet", folder, PostLint, "fix", ".", "--isolated", "--profile", "double-blind");

    /// <summary>Runs postlint's fix in a folder.</summary>
    public static (int Code, string Output) Fix(string folder) =>
        Run("dotnet", folder, PostLint, "fix", ".", "--isolated", "--profile", "double-blind");

    private static string PostLint => Path.Combine(AppContext.BaseDirectory, "PostLint.Cli.dll");

    private static string? PathOf(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
}
