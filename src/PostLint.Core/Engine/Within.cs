using PostLint.Facts;

namespace PostLint.Engine;

/// <summary>A unit of text in which a fact must lie together with the subject, the fact or group the pattern begins with.</summary>
public sealed class Within
{
    // Shared by every radius, so that the matcher indexes lines once.
    private static readonly Func<Fact, Key> s_line = fact => fact.Place.Line == 0 ? Key.None : (fact.Place.File, fact.Place.Line);

    private Within(Func<Fact, Key> key, int radius = 0) => (Of, Radius) = (key, radius);

    /// <summary>The same sentence.</summary>
    public static Within Sentence { get; } = new(fact => Numbered(fact.Place.Sentence));

    /// <summary>The same paragraph, item, cell, heading or comment.</summary>
    public static Within Block { get; } = new(fact => Numbered(fact.Place.Block));

    /// <summary>The same file.</summary>
    public static Within File { get; } = new(fact => fact.Place.File);

    internal Func<Fact, Key> Of { get; }

    internal int Radius { get; }

    /// <summary>The same file and at most so many lines above or below; 0 is the same line.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="radius"/> is not in 0…1,000.</exception>
    public static Within Lines(int radius)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(radius);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(radius, 1000);
        return new(s_line, radius);
    }

    private static Key Numbered(int unit) => unit == 0 ? Key.None : unit;
}
