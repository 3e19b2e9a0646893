namespace PostLint.Rules;

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    /// <summary>What an author may want to know.</summary>
    Note,

    /// <summary>What a chair would look at.</summary>
    Warning,

    /// <summary>What a chair would act on.</summary>
    Error,
}
