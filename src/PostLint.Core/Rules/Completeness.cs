namespace PostLint.Rules;

/// <summary>What must have been read as a whole before a rule may say that something is absent.</summary>
public enum Completeness
{
    /// <summary>Nothing: what the rule finds is there, whatever else was not read.</summary>
    Any,

    /// <summary>The post.</summary>
    WholePost,

    /// <summary>The post and all other texts.</summary>
    AllTexts,

    /// <summary>The post and all other files.</summary>
    WholeSubmission,
}
