namespace PostLint.Assets.Credentials;

/// <summary>A value in an assertion of content credentials, which are written in CBOR or JSON.</summary>
/// <param name="Text">A text, or a number or truth value as text; null for all others.</param>
/// <param name="Bytes">A string of bytes; null for all others.</param>
/// <param name="Members">The members of a map, or the items of a list under empty names.</param>
internal sealed record ClaimValue(string? Text, byte[]? Bytes, IReadOnlyList<(string Name, ClaimValue Value)> Members)
{
    /// <summary>A text.</summary>
    public static ClaimValue Of(string text) => new(text, null, []);
}
