namespace PostLint.Engine;

/// <summary>Places of one file, to be asked for those in a sentence. All are added before the first question.</summary>
internal sealed class ToldPlaces
{
    private readonly List<Place> _places = [];
    private readonly HashSet<int> _sentences = [];
    private int[]? _ends; // the furthest end of the places up to each, once they are in order

    /// <summary>Adds a place.</summary>
    public void Add(Place place)
    {
        _places.Add(place);
        if (place.Sentence != 0)
            _sentences.Add(place.Sentence);
    }

    /// <summary>Whether one of them belongs to a sentence, overlaps it, or begins on its line right behind it.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="trailing">How many UTF-16 units behind its end are right behind it.</param>
    public bool AnyWithin(Place sentence, int trailing)
    {
        if (_sentences.Contains(sentence.Sentence))
            return true;
        _ends ??= InOrder();
        int behind = FirstFrom(sentence.Span.End);
        if (behind > 0 && _ends[behind - 1] > sentence.Start)
            return true;
        // What begins at one offset stands on one line: of those only one is asked.
        for (int offset = 0; offset < trailing && behind < _places.Count; offset++)
        {
            int start = sentence.Span.End + offset;
            if (_places[behind].Start == start && _places[behind].Line == sentence.Line)
                return true;
            if (_places[behind].Start == start)
                behind = FirstFrom(start + 1);
        }
        return false;
    }

    private int[] InOrder()
    {
        _places.Sort((left, right) => left.Start.CompareTo(right.Start));
        var ends = new int[_places.Count];
        int furthest = 0;
        for (int i = 0; i < ends.Length; i++)
            ends[i] = furthest = Math.Max(furthest, _places[i].Span.End);
        return ends;
    }

    /// <summary>The index of the first place that begins at or behind an offset.</summary>
    private int FirstFrom(int offset)
    {
        int low = 0,
            high = _places.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_places[middle].Start < offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
