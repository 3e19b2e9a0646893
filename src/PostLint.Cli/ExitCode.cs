namespace PostLint.Cli;

/// <summary>What the process returns; where several apply, the highest.</summary>
internal static class ExitCode
{
    /// <summary>Nothing to act on.</summary>
    public const int Clean = 0;

    /// <summary>Findings at or above <c>--fail-on</c>; for <c>fix --check</c>, something to change; for <c>triage diff</c>, a
    /// difference.</summary>
    public const int Findings = 1;

    /// <summary>The command line, the configuration or the input is wrong, or something was not checked.</summary>
    public const int Usage = 2;

    /// <summary>A fault of PostLint.</summary>
    public const int Fault = 3;
}
