namespace PostLint.Rules;

/// <summary>How far a rule may be relied on.</summary>
public enum RuleState
{
    /// <summary>Its id stays, and its severity within a minor version.</summary>
    Stable,

    /// <summary>It is tried: it runs only where it is asked for, and may change or go.</summary>
    Preview,

    /// <summary>It still runs, and will go with the next major version; its card says what takes its place.</summary>
    Deprecated,
}
