using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Rules;

namespace PostLint.Reporting;

/// <summary>That a finding was suppressed.</summary>
/// <param name="Kind">Whether a comment or the configuration suppresses it.</param>
/// <param name="Reason">The reason given.</param>
/// <param name="Place">Where the suppression stands.</param>
internal sealed record RedactedSuppression(SuppressionKind Kind, string Reason, RedactedPlace Place);

/// <summary>What would fix a finding.</summary>
/// <param name="Kind">What is done to the file.</param>
/// <param name="Description">In one sentence.</param>
/// <param name="Place">The slice to replace.</param>
/// <param name="Replacement">What replaces it; null where it may not be shown.</param>
/// <param name="IsSafe">Whether a reader would miss nothing.</param>
internal sealed record RedactedFix(FixKind Kind, string Description, RedactedPlace Place, string? Replacement, bool IsSafe);

/// <summary>A fact behind a finding.</summary>
/// <param name="Depth">0 for what the finding's own rule matched.</param>
/// <param name="Kind">Its kind for programs, such as <c>account-link</c>.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="HasFile">Whether it stands in a file at all.</param>
/// <param name="ConcludedBy">The ids of the rules that concluded it.</param>
internal sealed record RedactedEvidence(int Depth, string Kind, RedactedPlace Place, bool HasFile, IReadOnlyList<string> ConcludedBy);

/// <summary>What clues say of a hypothesis together.</summary>
/// <param name="Hypothesis">In plain words.</param>
/// <param name="Sum">In quarter bits, as all weights.</param>
/// <param name="Prior">Before any clue.</param>
/// <param name="Chance">Above 0 and below 1.</param>
/// <param name="For">The heaviest clues for it.</param>
/// <param name="Against">The heaviest clues against it.</param>
internal sealed record RedactedWeight(
    string Hypothesis,
    int Sum,
    int Prior,
    double Chance,
    IReadOnlyList<RedactedClue> For,
    IReadOnlyList<RedactedClue> Against
);

/// <summary>A clue that weighs.</summary>
/// <param name="Weight">How much, and what it is in plain words.</param>
/// <param name="Place">Where it shows first.</param>
internal sealed record RedactedClue(ClueWeight Weight, RedactedPlace Place);

/// <summary>One cause, one finding.</summary>
internal sealed class RedactedFinding
{
    private readonly Lazy<IReadOnlyList<RedactedEvidence>> _evidence;
    private readonly Lazy<string?> _lineHash;
    private readonly Func<string> _fingerprint;

    public RedactedFinding(Finding finding, Redactor redactor, RedactedPlaces places, Func<string> fingerprint)
    {
        (Rule, Severity, Requirement, _fingerprint) = (finding.Rule, finding.Severity, finding.Requirement, fingerprint);
        Message = redactor.Show(finding.Message);
        Place = places.Of(finding.Place);
        OtherPlaces = [.. finding.OtherPlaces.Select(places.Of)];
        Suppression = finding.Suppression is { } suppression
            ? new(suppression.Kind, redactor.Show(suppression.Reason), places.Of(suppression.Place))
            : null;
        Fixes = [.. finding.Fixes.Select(fix => Of(fix, redactor, places))];
        Weight = finding.Weight is { } weight ? Of(weight, places) : null;
        _evidence = new(() => [.. EvidenceLine.Of(finding).Select(line => Of(line, places))]);
        _lineHash = new(() => places.LineHashOf(finding.Place));
    }

    /// <summary>The rule's card.</summary>
    public RuleDescriptor Rule { get; }

    /// <summary>How much it weighs.</summary>
    public Severity Severity { get; }

    /// <summary>What stands there and why it matters.</summary>
    public string Message { get; }

    /// <summary>The first slice where the cause shows.</summary>
    public RedactedPlace Place { get; }

    /// <summary>The other slices, in order.</summary>
    public IReadOnlyList<RedactedPlace> OtherPlaces { get; }

    /// <summary>What the venue's call asks.</summary>
    public Requirement? Requirement { get; }

    /// <summary>Why it is not to be acted on; null for an open one.</summary>
    public RedactedSuppression? Suppression { get; }

    /// <summary>What would fix it.</summary>
    public IReadOnlyList<RedactedFix> Fixes { get; }

    /// <summary>A hash that stays when lines move; see <see cref="ContentFingerprints"/>.</summary>
    public string Fingerprint => _fingerprint();

    /// <summary>GitHub's hash of its line; null where there is none.</summary>
    public string? LineHash => _lineHash.Value;

    /// <summary>What its clues say together; null where the rule weighs none.</summary>
    public RedactedWeight? Weight { get; }

    /// <summary>The facts behind it.</summary>
    public IReadOnlyList<RedactedEvidence> Evidence => _evidence.Value;

    private static RedactedFix Of(Fix fix, Redactor redactor, RedactedPlaces places) =>
        new(fix.Kind, redactor.Show(fix.Description), places.Of(fix.Place), Replacement(fix, redactor), fix.IsSafe);

    private static RedactedEvidence Of(EvidenceLine line, RedactedPlaces places)
    {
        Place place = line.Fact.Place;
        string[] rules = [.. line.ConcludedBy.Select(rule => rule.Id)];
        return new(line.Depth, Words.NameOf(line.Fact), places.Of(place), place.File.Length > 0, rules);
    }

    private static RedactedWeight Of(WeightOfEvidence weight, RedactedPlaces places) =>
        new(
            weight.Table.Hypothesis,
            weight.Sum,
            weight.Table.Prior,
            weight.Chance,
            Clues(weight, isFor: true, places),
            Clues(weight, isFor: false, places)
        );

    private static IReadOnlyList<RedactedClue> Clues(WeightOfEvidence weight, bool isFor, RedactedPlaces places) =>
        [.. weight.Heaviest(isFor).Select(clue => new RedactedClue(clue.Weight, places.Of(clue.Fact.Place)))];

    /// <summary>A replacement is PostLint's text as a rule; one that quotes a name is not shown.</summary>
    private static string? Replacement(Fix fix, Redactor redactor) =>
        redactor.ShowQuoted(fix.Replacement) == fix.Replacement ? fix.Replacement : null;
}
