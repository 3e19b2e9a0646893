using PostLint.Engine;

namespace PostLint.Tests.Engine;

public sealed class ToldPlacesTests
{
    private const int Trailing = 4;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Places_are_found_as_if_each_were_looked_at(int seed)
    {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++)
        {
            Place[] all = [.. Enumerable.Range(0, random.Next(12)).Select(_ => Any(random))];
            var places = new ToldPlaces();
            Array.ForEach(all, places.Add);
            for (int asked = 0; asked < 20; asked++)
            {
                Place sentence = Any(random);
                places.AnyWithin(sentence, Trailing).Should().Be(all.Any(place => IsWithin(place, sentence)), $"of {sentence}");
            }
        }
    }

    private static Place Any(Random random)
    {
        int start = random.Next(80);
        // Lines have twenty letters; some places belong to no sentence.
        return new("a.md", start, random.Next(12), (start / 20) + 1, 0, random.Next(3) * (start / 8));
    }

    private static bool IsWithin(Place place, Place sentence) =>
        (place.Sentence == sentence.Sentence && place.Sentence != 0)
        || place.Span.Overlaps(sentence.Span)
        || (place.Start - sentence.Span.End is >= 0 and < Trailing && place.Line == sentence.Line);
}
