namespace PostLint.Tests.Triage;

/// <summary>A test with data of what only Linux has.</summary>
public sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute() => Skip = OperatingSystem.IsLinux() ? null : "Linux only";
}
