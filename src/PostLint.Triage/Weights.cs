using PostLint.Findings;
using PostLint.Reporting;
using PostLint.Rules;

namespace PostLint.Triage;

/// <summary>
/// How heavy findings are, so that the first hour is best spent: an error outweighs any number of warnings, a warning any number of notes,
/// and within each the evidence decides. What is said of one line counts once; each further place adds a tenth: ten of one kind are one
/// thing to decide.
/// </summary>
internal static class Weights
{
    private const int Error = 100,
        Warning = 10,
        Note = 1;
    private const int MostBits = 9; // of evidence that count
    private const int MostRepeats = 5; // further places that count

    /// <summary>The weight of a finding: its severity, raised by the evidence where clues were weighed.</summary>
    public static int Of(Finding finding)
    {
        int bits = Math.Clamp((finding.Weight?.Sum ?? 0) / 4, 0, MostBits);
        return finding.Severity switch
        {
            Severity.Error => Error + (10 * bits),
            Severity.Warning => Warning + (5 * bits),
            _ => Note,
        };
    }

    /// <summary>A submission in all lanes.</summary>
    /// <param name="findings">What was found.</param>
    /// <param name="unread">How much of it could not be read.</param>
    /// <param name="isWhole">Whether the post could be read at all.</param>
    public static IReadOnlyList<LaneResult> LanesOf(IReadOnlyList<TriageFinding> findings, int unread, bool isWhole) =>
        [
            .. Lanes.All.Select(lane =>
                lane is not Lane.Unreadable ? LaneOf(lane, findings)
                : isWhole ? WithUnread(LaneOf(lane, findings), unread)
                : new(lane, Verdict.Act, Error, 1, -1)
            ),
        ];

    /// <summary>Files that were not read at all, beside parts of others that findings tell.</summary>
    private static LaneResult WithUnread(LaneResult told, int unread) =>
        unread == 0
            ? told
            : told with
            {
                Verdict = told.Verdict is Verdict.Act ? Verdict.Act : Verdict.Look,
                Weight = told.Weight + Sum(Enumerable.Repeat(Warning, unread)),
                Places = told.Places + unread,
            };

    private static LaneResult LaneOf(Lane lane, IReadOnlyList<TriageFinding> findings)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        int top = -1,
            noted = 0;
        Verdict verdict = Verdict.Clear;
        for (int i = 0; i < findings.Count; i++)
        {
            TriageFinding finding = findings[i];
            if (Lanes.Of(finding.Rule) != lane)
                continue;
            if (top < 0 || finding.Weight > findings[top].Weight)
                top = i;
            if (finding.Severity is "note")
            {
                noted = Note;
                continue;
            }
            if (finding.Severity is "error")
                verdict = Verdict.Act;
            else if (verdict is Verdict.Clear)
                verdict = Verdict.Look;
            string place = PlaceOf(finding);
            places[place] = Math.Max(places.GetValueOrDefault(place), finding.Weight);
        }
        return new(lane, verdict, places.Count > 0 ? Sum(places.Values) : noted, places.Count, top);
    }

    /// <summary>Where something stands: a line, a field of metadata, or a file as a whole.</summary>
    private static string PlaceOf(TriageFinding finding) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{finding.File}\0{finding.Line}\0{finding.Field}");

    /// <summary>The heaviest, and a tenth of some others.</summary>
    private static int Sum(IEnumerable<int> weights)
    {
        int[] ordered = [.. weights.OrderDescending()];
        return ordered.Length == 0 ? 0 : ordered[0] + (ordered.Skip(1).Take(MostRepeats).Sum() / 10);
    }

    /// <summary>Why a submission has its verdict, the heaviest reason first.</summary>
    public static IReadOnlyList<Reason> ReasonsOf(IEnumerable<Finding> findings, int unread, int faults)
    {
        var reasons = findings
            .GroupBy(finding => (finding.Rule.Id, finding.Severity))
            .Select(group => new Reason(group.Key.Id, Words.Of(group.Key.Severity), group.Count(), Sum(group.Select(Of))))
            .ToList();
        if (unread > 0)
            reasons.Add(ReasonOf("unread", Severity.Warning, unread));
        if (faults > 0)
            reasons.Add(ReasonOf("fault", Severity.Warning, faults));
        return Ordered(reasons);
    }

    /// <summary>A reason that no finding is behind.</summary>
    public static Reason ReasonOf(string rule, Severity severity, int count) =>
        new(rule, Words.Of(severity), count, Sum(Enumerable.Repeat(severity is Severity.Error ? Error : Warning, count)));

    public static IReadOnlyList<Reason> Ordered(IEnumerable<Reason> reasons) =>
        [.. reasons.OrderByDescending(reason => reason.Weight).ThenBy(reason => reason.Rule, StringComparer.Ordinal)];
}
