namespace PostLint.Rules;

/// <summary>Before or after the decision.</summary>
public enum Phase
{
    /// <summary>Under review: must be anonymous.</summary>
    Submission,

    /// <summary>Accepted: must name its authors and cite itself properly.</summary>
    CameraReady,
}
