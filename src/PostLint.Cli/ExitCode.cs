namespace PostLint.Cli;

/// <summary>What the process returns; where several apply, the highest.</summary>
internal static class ExitCode
{
    /// <summary>Nothing at or above the fail level.</summary>
    public const int Clean = 0;

    /// <summary>Findings at or above the fail level.</summary>
    public const int Findings = 1;

    /// <summary>Bad usage, configuration or unreadable input.</summary>
    public const int Usage = 2;

    /// <summary>A fault of PostLint.</summary>
    public const int Fault = 3;
}
