namespace PostLint.Triage.Decisions;

/// <summary>What all chairs decided about a submission.</summary>
/// <param name="Id">The submission.</param>
/// <param name="All">The last decision of each of them, by time and name.</param>
/// <param name="Current">Those that were made on what the submission holds by now.</param>
internal sealed record DecidedSubmission(string Id, IReadOnlyList<Decision> All, IReadOnlyList<Decision> Current)
{
    /// <summary>What is decided; null where chairs disagree, or where the submission has changed since all of them decided.</summary>
    public DecisionKind? Kind => Current.Count > 0 && !IsDisputed ? Current[0].Kind : null;

    /// <summary>Whether chairs decided differently about what it holds by now.</summary>
    public bool IsDisputed => Current.Select(decision => decision.Kind).Distinct().Skip(1).Any();

    /// <summary>Whether somebody decided about what it held before.</summary>
    public bool IsChanged => Current.Count < All.Count;

    /// <summary>Why, in the words of all who decided so.</summary>
    public string Why => string.Join("; ", Current.Select(decision => decision.Why).Where(why => why.Length > 0).Distinct());
}

/// <summary>The decisions of several chairs, put together so that none is lost and none overwrites another.</summary>
internal sealed class DecisionSheet
{
    private DecisionSheet(IReadOnlyList<DecidedSubmission> submissions, IReadOnlyList<Decision> unknown) =>
        (Submissions, Unknown) = (submissions, unknown);

    /// <summary>Submissions that somebody decided about, by id.</summary>
    public IReadOnlyList<DecidedSubmission> Submissions { get; }

    /// <summary>Decisions about submissions that the run has not.</summary>
    public IReadOnlyList<Decision> Unknown { get; }

    /// <summary>Puts decisions together; their order decides nothing.</summary>
    /// <param name="decisions">All of them.</param>
    /// <param name="contentOf">Tells what a submission holds by now; null for one that the run has not.</param>
    public static DecisionSheet Of(IEnumerable<Decision> decisions, Func<string, string?> contentOf)
    {
        var submissions = new List<DecidedSubmission>();
        var unknown = new List<Decision>();
        foreach (IGrouping<string, Decision> group in decisions.GroupBy(decision => decision.Submission, StringComparer.Ordinal))
        {
            // Whoever decides again takes back what was decided before.
            Decision[] last =
            [
                .. group
                    .GroupBy(decision => decision.By, StringComparer.OrdinalIgnoreCase)
                    .Select(own =>
                        own.OrderBy(decision => decision.When)
                            .ThenBy(decision => decision.Kind)
                            .ThenBy(decision => decision.Why, StringComparer.Ordinal)
                            .ThenBy(decision => decision.Content, StringComparer.Ordinal)
                            .Last()
                    )
                    .OrderBy(decision => decision.When)
                    .ThenBy(decision => decision.By, StringComparer.Ordinal),
            ];
            if (contentOf(group.Key) is { } content)
                submissions.Add(new(group.Key, last, [.. last.Where(decision => decision.Content == content)]));
            else
                unknown.AddRange(last);
        }
        return new(
            [.. submissions.OrderBy(submission => submission.Id, StringComparer.Ordinal)],
            [.. unknown.OrderBy(decision => decision.Submission, StringComparer.Ordinal)]
        );
    }
}
