using PostLint.Packs;
using PostLint.Profiles;
using PostLint.Submissions;

namespace PostLint.Setup;

/// <summary>
/// A run that is set up: its configuration, rules, linters, and what reads submissions. A command, a page or an editor opens one.
/// </summary>
public sealed class LintSession
{
    private readonly Func<Func<string, byte[]?>, SubmissionReader> _readerOf;

    private LintSession(
        Catalogue catalogue,
        Configuration? configuration,
        string? configurationPath,
        Linters linters,
        Func<Func<string, byte[]?>, SubmissionReader> readerOf
    )
    {
        (Catalogue, Configuration, ConfigurationPath, Linters) = (catalogue, configuration, configurationPath, linters);
        (_readerOf, Reader) = (readerOf, readerOf(static _ => null));
    }

    /// <summary>The rules of the run.</summary>
    public Catalogue Catalogue { get; }

    /// <summary>What configures the run; null for nothing.</summary>
    public Configuration? Configuration { get; }

    /// <summary>The configuration as reports print it; null for none.</summary>
    public string? ConfigurationPath { get; }

    /// <summary>What lints.</summary>
    public Linters Linters { get; }

    /// <summary>What finds and reads submissions.</summary>
    public SubmissionReader Reader { get; }

    /// <summary>Another reader, which knows nothing of the disk yet and takes unsaved texts for what is there.</summary>
    /// <param name="unsaved">The content of a file that is open and not saved, by full path; null for others.</param>
    public SubmissionReader ReadAnew(Func<string, byte[]?> unsaved) => _readerOf(unsaved);

    /// <summary>Sets a run up.</summary>
    /// <param name="shipped">The rules that ship.</param>
    /// <param name="settings">What was asked.</param>
    /// <param name="paths">What will be linted, as <see cref="SubmissionReader.Discover(IEnumerable{string})"/> takes it: the
    /// configuration is the nearest above.</param>
    /// <param name="input">Standard input; null where it is not read.</param>
    /// <param name="inputPath">The path that standard input is linted as.</param>
    /// <exception cref="UserException">The configuration, the profile, a pack or the roster cannot be read, or something is wrong in
    /// it.</exception>
    public static LintSession Open(
        Catalogue shipped,
        RunSettings settings,
        IReadOnlyList<string> paths,
        Stream? input = null,
        string inputPath = "stdin.md"
    )
    {
        string? file = ConfigurationOf(settings, paths);
        Catalogue catalogue = CatalogueOf(shipped, settings, file);
        string? shown = file is null ? null : OutsidePath.From(settings.WorkingDirectory, file);
        Configuration? configuration = file is null
            ? null
            : Located(
                new ConfigurationReader(catalogue.Options, catalogue.ProfileNames) { Renamed = catalogue.Renamed }.Load(file),
                shown!,
                settings.WorkingDirectory
            );
        SubmissionReader ReaderOf(Func<string, byte[]?> unsaved) =>
            new()
            {
                WorkingDirectory = settings.WorkingDirectory,
                Excluded =
                [
                    .. settings.Exclude.Select(glob => new PathPattern(settings.WorkingDirectory, glob) { Origin = "--exclude" }),
                    .. configuration?.Exclude ?? [],
                ],
                HonoursGitIgnore = !settings.IsIsolated && settings.HonoursGitIgnore,
                StandardInput = input ?? Stream.Null,
                StandardInputPath = inputPath,
                Limits = settings.Limits.Text,
                AssetLimits = settings.Limits.Assets,
                Unsaved = unsaved,
            };
        return new(catalogue, configuration, shown, new Linters(settings, configuration, catalogue), ReaderOf);
    }

    /// <summary>
    /// The rules that a run knows: those that ship, and those of packs that the settings, the configuration or the profile name.
    /// </summary>
    /// <param name="shipped">The rules that ship.</param>
    /// <param name="settings">What was asked.</param>
    /// <param name="paths">What will be linted.</param>
    /// <exception cref="UserException">A pack cannot be read, or something is wrong in it.</exception>
    public static Catalogue CatalogueOf(Catalogue shipped, RunSettings settings, IReadOnlyList<string> paths) =>
        CatalogueOf(shipped, settings, ConfigurationOf(settings, paths));

    private static Catalogue CatalogueOf(Catalogue shipped, RunSettings settings, string? configuration) =>
        shipped.With(
            settings.Packs,
            configuration,
            settings.Profile ?? (configuration is null ? null : ConfigurationReader.ProfileOf(configuration))
        );

    /// <summary>Lints what was found, several submissions at once.</summary>
    /// <param name="found">What <see cref="Reader"/> found.</param>
    /// <param name="jobs">How many at once.</param>
    /// <param name="done">Is told of each submission that is done, by several threads at once.</param>
    /// <param name="keepsTexts">Whether texts are needed that no finding speaks of, such as for fixes.</param>
    /// <exception cref="UserException">No rule is left to run.</exception>
    public LintRun Run(Discovery found, int jobs = 1, Action? done = null, bool keepsTexts = true)
    {
        SubmissionResult Lint(SubmissionSource source)
        {
            SubmissionResult result = Linters.Lint(Reader.Read(source));
            return keepsTexts ? result : result.ForReports();
        }
        var results = new SubmissionResult[found.Sources.Count];
        if (results.Length == 1)
            results[0] = Lint(found.Sources[0]);
        else
        {
            try
            {
                Parallel.For(0, results.Length, new ParallelOptions { MaxDegreeOfParallelism = jobs }, i =>
                {
                    results[i] = Lint(found.Sources[i]);
                    done?.Invoke();
                });
            }
            catch (AggregateException e) when (e.InnerException is UserException broken)
            {
                throw new UserException(broken.Errors);
            }
        }
        return new(Linters.Profile, Linters.RulesOf(results), results, ConfigurationPath, found.Unread)
        {
            Excluded = found.Excluded,
            Ignored = found.Ignored,
        };
    }

    /// <summary>Full path of the nearest configuration above the paths; null for none, or where none is used.</summary>
    /// <param name="settings">What was asked.</param>
    /// <param name="paths">What will be linted.</param>
    /// <exception cref="UserException">The paths do not agree on one.</exception>
    public static string? ConfigurationOf(RunSettings settings, IReadOnlyList<string> paths)
    {
        if (settings.IsIsolated)
            return null;
        string[] files =
        [
            .. paths
                .Select(path =>
                    ConfigurationReader.Find(path is "-" ? settings.WorkingDirectory : Path.GetFullPath(path, settings.WorkingDirectory))
                )
                .OfType<string>()
                .Distinct(),
        ];
        if (files.Length > 1)
            throw new UserException([
                new(files[0], 1, 1, $"the paths belong to different configurations, the other is {files[1]}; check them one at a time"),
            ]);
        return files.FirstOrDefault();
    }

    /// <summary>A line of the configuration as reports name it.</summary>
    private static string OriginOf(string origin, string workingDirectory)
    {
        int colon = origin.LastIndexOf(':');
        return OutsidePath.From(workingDirectory, origin[..colon]) + origin[colon..];
    }

    /// <summary>
    /// The configuration, whose patterns are asked for paths as reports print them, and which is named as reports print it.
    /// </summary>
    private static Configuration Located(Configuration configuration, string shown, string workingDirectory) =>
        configuration with
        {
            Exclude = [.. configuration.Exclude.Select(pattern => pattern with { Origin = OriginOf(pattern.Origin, workingDirectory) })],
            Suppressions =
            [
                .. configuration.Suppressions.Select(entry =>
                    entry with
                    {
                        File = shown,
                        Path = entry.Path with { WorkingDirectory = workingDirectory },
                    }
                ),
            ],
        };
}
