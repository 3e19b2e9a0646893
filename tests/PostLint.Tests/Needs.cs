namespace PostLint.Tests;

/// <summary>A test of what only Linux has.</summary>
public sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = "only Linux has it";
    }
}

/// <summary>A test that gives files to others, which only root may.</summary>
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName is not "root")
            Skip = "only root may give files to others";
    }
}

/// <summary>A test that needs a program, and is skipped where it is not installed.</summary>
public sealed class ProgramFactAttribute : FactAttribute
{
    public ProgramFactAttribute(string name)
    {
        Name = name;
        string[] folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, name))))
            Skip = $"{name} is not installed";
    }

    /// <summary>The program.</summary>
    public string Name { get; }
}
