using System.ComponentModel;
using System.Diagnostics;

namespace PostLint.Tests.Assets;

/// <summary>A test that needs ExifTool, and is skipped where it is not installed.</summary>
public sealed class ExifToolFactAttribute : FactAttribute
{
    public ExifToolFactAttribute()
    {
        if (!ExifTool.IsInstalled)
            Skip = "ExifTool is not installed (Debian: libimage-exiftool-perl)";
    }
}

/// <summary>Runs ExifTool.</summary>
internal static class ExifTool
{
    public static bool IsInstalled { get; } = TryRun();

    /// <summary>What it prints, for arguments one a line, as with <c>-@</c>.</summary>
    public static string Run(string folder, IEnumerable<string> arguments)
    {
        string file = Path.Combine(folder, "arguments.txt");
        File.WriteAllLines(file, arguments);
        using Process process = Process.Start(
            new ProcessStartInfo("exiftool", ["-@", file])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        File.Delete(file);
        return output + errors.Result;
    }

    private static bool TryRun()
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo("exiftool", ["-ver"]) { RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
