namespace PostLint.Triage.Decisions;

/// <summary>What a chair decides about a submission.</summary>
internal enum DecisionKind
{
    /// <summary>It does not go to reviewers.</summary>
    Reject,

    /// <summary>Its authors are asked to change something.</summary>
    Ask,

    /// <summary>It stays as it is.</summary>
    Keep,
}

/// <summary>A decision as one chair made it.</summary>
/// <param name="Submission">Id of the submission.</param>
/// <param name="Kind">What.</param>
/// <param name="By">Who.</param>
/// <param name="When">When.</param>
/// <param name="Why">Why; empty where nothing was noted.</param>
/// <param name="Content">Tells the content that it was made on.</param>
internal sealed record Decision(string Submission, DecisionKind Kind, string By, DateTimeOffset When, string Why, string Content);

/// <summary>How decisions are called.</summary>
internal static class DecisionKinds
{
    /// <summary>The name in files: <c>reject</c>, <c>ask</c>, <c>keep</c>.</summary>
    public static string Text(this DecisionKind kind) => kind.ToString().ToLowerInvariant();
}
