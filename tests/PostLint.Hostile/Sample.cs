using PostLint.Hostile.Seeds;

namespace PostLint.Hostile;

/// <summary>One input of a campaign.</summary>
/// <param name="Format">What it was made as.</param>
/// <param name="Bytes">The file.</param>
/// <param name="IsMutant">Whether it was damaged afterwards.</param>
internal sealed record Sample(Format Format, byte[] Bytes, bool IsMutant)
{
    private const int WholeOneIn = 16;

    /// <summary>The input of a number: the same in every run with the same seed and formats.</summary>
    public static Sample Of(int seed, int index, IReadOnlyList<Format> formats)
    {
        var random = new Random(unchecked((seed * 1_000_003) ^ (index * 7919)));
        Format format = formats[index % formats.Count];
        byte[] bytes = format.Make(random);
        if (index / formats.Count % WholeOneIn == 0)
            return new(format, bytes, IsMutant: false);
        return new(format, Mutation.Of(bytes, () => formats[random.Next(formats.Count)].Make(random), random), IsMutant: true);
    }
}

/// <summary>An invariant that an input breaks.</summary>
/// <param name="Kind">Which, in the words of the table.</param>
/// <param name="Detail">What was seen.</param>
internal sealed record Failure(string Kind, string Detail);
