using System.Collections.Concurrent;
using PostLint.Engine;
using PostLint.Findings;
using PostLint.Packs;
using PostLint.Profiles;
using PostLint.Rosters;
using PostLint.Rules;
using PostLint.Submissions;

namespace PostLint.Setup;

/// <summary>One linter for each profile of a run, built when a submission first needs it. Safe to share between threads.</summary>
public sealed class Linters
{
    private readonly Lock _building = new();
    private readonly ConcurrentDictionary<string, Profile> _told = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Linter> _built = new(StringComparer.Ordinal);
    private readonly Lazy<Pack> _pack;
    private readonly Catalogue _catalogue;
    private readonly RunSettings _settings;
    private readonly Configuration? _configuration;
    private readonly EditionDetector? _detector;
    private readonly Roster? _roster;
    private int _strangers;

    /// <summary>Takes the profile that the settings or the configuration names; otherwise each submission tells its own.</summary>
    /// <param name="settings">What was asked.</param>
    /// <param name="configuration">The configuration; null for none.</param>
    /// <param name="catalogue">The rules and profiles.</param>
    /// <exception cref="UserException">There is no such profile, or no such rule.</exception>
    public Linters(RunSettings settings, Configuration? configuration, Catalogue catalogue)
    {
        (_settings, _configuration, _catalogue) = (settings, configuration, catalogue);
        _pack = new(catalogue.CreatePack);
        catalogue.CheckNames("--select", settings.Select);
        catalogue.CheckNames("--ignore", settings.Ignore);
        string? named = settings.Profile ?? configuration?.Profile;
        Profile = Adapt(catalogue.Profile(named ?? RunSettings.PlainProfile));
        _roster = settings.Roster is null ? null : Roster.Read(settings.Roster);
        _detector = named is null ? new(catalogue.Editions()) : null;
    }

    /// <summary>The profile that was named, or the plain one.</summary>
    public Profile Profile { get; }

    /// <summary>How many submissions were linted whose authors the roster does not list; 0 without one.</summary>
    public int Strangers => _strangers;

    /// <summary>Lints a submission under its profile; a roster calls it by its slug or by a folder on the way to it.</summary>
    /// <exception cref="UserException">No rule is left to run.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public SubmissionResult Lint(Submission submission, CancellationToken cancellation = default) =>
        Lint(submission, NamesOf(submission), [], cancellation);

    /// <summary>Lints a submission under its profile.</summary>
    /// <param name="submission">What was read.</param>
    /// <param name="ids">What the roster may call it.</param>
    /// <param name="authorIds">Profiles and addresses of its authors, where its source says so.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="UserException">No rule is left to run.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public SubmissionResult Lint(
        Submission submission,
        IEnumerable<string> ids,
        IEnumerable<string> authorIds,
        CancellationToken cancellation = default
    )
    {
        (Linter linter, submission, DetectedEdition? told) = Choose(submission, ids, authorIds);
        SubmissionResult result = linter.Lint(submission, cancellation);
        return _detector is null ? result : result with { DetectedBy = told?.By ?? DetectedBy.Nothing };
    }

    /// <summary>All that rules see of a submission.</summary>
    /// <exception cref="UserException">No rule is left to run.</exception>
    public IReadOnlyList<Evidence> FactsOf(Submission submission)
    {
        (Linter linter, submission, _) = Choose(submission, NamesOf(submission), []);
        return linter.FactsOf(submission);
    }

    /// <summary>Which condition of a rule fails first at a line, in lines.</summary>
    /// <exception cref="UserException">The rule does not run.</exception>
    public IReadOnlyList<string> WhyNot(Submission submission, string rule, string file, int line)
    {
        (Linter linter, submission, _) = Choose(submission, NamesOf(submission), []);
        if (linter.Rules.All(card => card.Id != rule))
            throw new UserException([
                new(
                    "--why-not",
                    0,
                    0,
                    $"{rule} does not run: the profile, the configuration, --select or --ignore leaves it out, or another phase has it"
                ),
            ]);
        return linter.WhyNot(submission, rule, file, line);
    }

    private static IEnumerable<string> NamesOf(Submission submission) =>
        [submission.Name, .. submission.Files.Take(1).SelectMany(post => post.Path.Split('/')[..^1])];

    /// <summary>The linter of a submission's profile, and the submission with what the roster knows of it.</summary>
    private (Linter Linter, Submission Submission, DetectedEdition? Told) Choose(
        Submission submission,
        IEnumerable<string> ids,
        IEnumerable<string> authorIds
    )
    {
        DetectedEdition? told = _detector?.Detect(submission);
        Profile profile = told is null ? Profile : _told.GetOrAdd(told.Profile.Name, name => Adapt(_catalogue.Profile(name)));
        if (_roster?.AuthorsOf(ids, authorIds) is { } authors)
        {
            if (authors.Count == 0)
                Interlocked.Increment(ref _strangers);
            submission = submission with
            {
                Authors = authors,
                Colleagues = _roster.ColleaguesOf(authors, profile.Edition?.Deadline?.Year ?? int.MaxValue),
            };
        }
        return (LinterOf(profile), submission, told);
    }

    /// <summary>The cards of all rules that ran.</summary>
    /// <exception cref="UserException">No rule is left to run.</exception>
    public IReadOnlyList<RuleDescriptor> RulesOf(IReadOnlyList<SubmissionResult> results)
    {
        IEnumerable<Profile> profiles = results
            .Select(result => result.Profile)
            .DefaultIfEmpty(Profile)
            .DistinctBy(profile => profile.Name);
        return
        [
            .. profiles
                .SelectMany(profile => LinterOf(profile).Rules)
                .DistinctBy(rule => rule.Id)
                .OrderBy(rule => rule.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>What runs the rules: the settings say so before the configuration does.</summary>
    private Func<RuleSet, IEngine> EngineOf()
    {
        string name = _settings.Engine ?? _configuration?.Engine ?? RunSettings.PlainEngine;
        if (_settings.Engines.TryGetValue(name, out Func<RuleSet, IEngine>? made))
            return made;
        (string origin, int line) = _settings.Engine is null ? (_configuration!.Path, _configuration.Origins["engine"]) : ("--engine", 0);
        throw new UserException([
            new(
                origin,
                line,
                Math.Min(line, 1),
                "this build of PostLint is compiled ahead of time and has no NRules; use the one for the .NET runtime "
                    + "(dotnet tool install PostLint.Tool), or the matcher, which finds the same"
            ),
        ]);
    }

    private Profile Adapt(Profile profile)
    {
        Profile judged = profile with { Phase = _settings.Phase };
        return _configuration?.ApplyTo(judged) ?? judged;
    }

    private Linter LinterOf(Profile profile)
    {
        lock (_building)
        {
            if (!_built.TryGetValue(profile.Name, out Linter? linter))
                _built.Add(profile.Name, linter = Build(profile));
            return linter;
        }
    }

    private Linter Build(Profile profile)
    {
        var chosen = new LintOptions
        {
            Select = [.. _settings.Select.Count > 0 ? _settings.Select : _configuration?.Select ?? []],
            Ignore = [.. _settings.Ignore, .. _configuration?.Ignore ?? []],
            Preview = _settings.Preview,
            Suppressions = _configuration?.Suppressions ?? [],
            HonoursSuppressions = _settings.HonoursSuppressions,
            Engine = EngineOf(),
        };
        try
        {
            return new Linter(_pack.Value, profile, chosen);
        }
        catch (ArgumentException e) when (e.ParamName == "options")
        {
            throw new UserException([
                new("--select, --ignore", 1, 1, "no rule is left to run: what is selected is also left out, or belongs to another phase"),
            ]);
        }
    }
}
