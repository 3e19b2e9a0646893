using PostLint.Engine;

namespace PostLint.Reporting;

/// <summary>What a report says of a fault.</summary>
internal static class FaultText
{
    /// <summary>The kind of exception; its message only when all is revealed, because it may quote the submission.</summary>
    public static string Of(Fault fault, Veil veil)
    {
        string kind = fault.Exception.GetType().Name;
        return veil.Reveals ? $"{kind}: {fault.Exception.Message}" : kind;
    }
}
