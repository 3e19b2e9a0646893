namespace PostLint.Triage;

/// <summary>What a chair has to do about a submission, in the order in which an evening is best spent.</summary>
internal enum Verdict
{
    /// <summary>There is evidence that a chair would act on: an error.</summary>
    Act,

    /// <summary>There is something to look at: a warning, a file that could not be read, a fault.</summary>
    Look,

    /// <summary>The post could not be checked; whatever it holds is unknown.</summary>
    Unreadable,

    /// <summary>No direct trace was found.</summary>
    Clear,
}

/// <summary>How verdicts are called.</summary>
internal static class Verdicts
{
    /// <summary>The name in reports: <c>act</c>, <c>look</c> …</summary>
    public static string Text(this Verdict verdict) => verdict.ToString().ToLowerInvariant();
}
