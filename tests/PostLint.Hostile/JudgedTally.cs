namespace PostLint.Hostile;

/// <summary>Adds up what was fixed, refused and found different.</summary>
internal sealed class JudgedTally
{
    private const int MostShown = 60;
    private readonly SortedDictionary<string, (int Files, int Fixed, SortedDictionary<string, int> Refused)> _formats = new(
        StringComparer.Ordinal
    );
    private readonly List<string> _differences = [];
    private readonly SortedDictionary<string, int> _byJudge = new(StringComparer.Ordinal);

    public int Differences => _differences.Count;

    public void Did(string format, bool isFixed, string? refusal)
    {
        (int files, int fixedFiles, SortedDictionary<string, int> refused) = _formats.GetValueOrDefault(
            format,
            (0, 0, new(StringComparer.Ordinal))
        );
        if (refusal is not null)
            refused[refusal] = refused.GetValueOrDefault(refusal) + 1;
        _formats[format] = (files + 1, fixedFiles + (isFixed ? 1 : 0), refused);
    }

    public void Differs(string judge, string file, string reason)
    {
        _byJudge[judge] = _byJudge.GetValueOrDefault(judge) + 1;
        _differences.Add($"{judge}: {file}: {reason}");
    }

    public void Print()
    {
        foreach (string difference in _differences.Take(MostShown))
            Console.WriteLine(difference);
        Console.WriteLine($"{"format", -20} {"files", 6} {"fixed", 7} {"refused", 8}");
        foreach ((string format, (int files, int fixedFiles, SortedDictionary<string, int> refused)) in _formats)
        {
            Console.WriteLine(
                $"{format, -20} {files, 6} {fixedFiles, 7} {refused.Values.Sum(), 8}  {string.Join("; ", refused.Keys.Take(2))}"
            );
        }
        int all = _formats.Values.Sum(row => row.Files),
            changed = _formats.Values.Sum(row => row.Fixed);
        int refusals = _formats.Values.Sum(row => row.Refused.Values.Sum());
        Console.WriteLine($"{all} files, {changed} fixed, {refusals} refused; differences beyond the metadata {Differences}");
        foreach ((string judge, int count) in _byJudge)
            Console.WriteLine($"  {judge}: {count}");
    }
}
