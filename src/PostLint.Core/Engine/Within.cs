using PostLint.Facts;

namespace PostLint.Engine;

/// <summary>A unit of text in which a fact must lie together with the subject, the fact or group the pattern begins with.</summary>
public sealed class Within
{
    // Shared by every radius, so that the matcher indexes lines once.
    private static readonly Func<Fact, Key> s_line = fact => fact.Place.Line == 0 ? Key.None : (fact.Place.File, fact.Place.Line);

    private readonly string _name;

    private Within(string name, Func<Fact, Key> key, int radius = 0) => (_name, Of, Radius) = (name, key, radius);

    /// <summary>The same sentence.</summary>
    public static Within Sentence { get; } = new("in the same sentence", fact => Numbered(fact.Place.Sentence));

    /// <summary>The same paragraph, item, cell, heading or comment.</summary>
    public static Within Block { get; } = new("in the same block", fact => Numbered(fact.Place.Block));

    /// <summary>The same file.</summary>
    public static Within File { get; } = new("in the same file", fact => fact.Place.File);

    internal Func<Fact, Key> Of { get; }

    internal int Radius { get; }

    /// <summary>The same file and at most so many lines above or below; 0 is the same line.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="radius"/> is not in 0…1,000.</exception>
    public static Within Lines(int radius)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(radius);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(radius, 1000);
        return new(radius == 0 ? "in the same line" : $"within {radius} lines", s_line, radius);
    }

    /// <summary>In words.</summary>
    public override string ToString() => _name;

    private static Key Numbered(int unit) => unit == 0 ? Key.None : unit;
}
