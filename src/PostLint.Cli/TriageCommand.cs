using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Packs;
using PostLint.Profiles;
using PostLint.PullRequests;
using PostLint.Rosters;
using PostLint.Rules;
using PostLint.Setup;
using PostLint.Triage;

namespace PostLint.Cli;

/// <summary>
/// <c>postlint triage</c>: makes of a season of submissions a ranked, explained list. Each is checked by a worker of its own process, and
/// the results are kept as they come.
/// </summary>
internal static class TriageCommand
{
    private const int Shown = 10;

    public static Command Create(Host host)
    {
        var syntax = new TriageSyntax("triage", "Rank and explain the submissions of a season");
        syntax.Command.SetAction(parsed => Run(syntax.Read(parsed, host), [.. parsed.Tokens.Select(token => token.Value).Skip(1)], host));
        syntax.Command.Add(TriageDiffCommand.Create(host));
        return syntax.Command;
    }

    private static int Run(TriageRequest request, IReadOnlyList<string> arguments, Host host)
    {
        (TriageOptions options, CheckOptions check) = (request.Options, request.Check);
        if (options.Attachments is { } attachments && !Directory.Exists(attachments))
            throw new UserException([new("--attachments", 0, 0, $"there is no folder {CommandLine.Shown(attachments, host)}")]);
        try
        {
            Catalogue catalogue = CheckCommand.CatalogueOf(check, host);
            // Workers read profile and roster themselves; what is wrong with either is told before any of them starts.
            Task<IReadOnlySet<string>> named = Task.Run(() => SubmissionsOfRoster(options, catalogue));
            IReadOnlyList<TriageItem> listed = TriageSources.List(options);
            (string[] columns, string[] privateColumns) = Columns(listed, options.Share);
            CheckShared(options.Share, [.. columns, .. privateColumns]);
            TriageItem[] items = [.. listed.Where(item => options.Shard.Holds(item.Id)).Select(item => Part(item, privateColumns))],
                past = [.. options.Past.SelectMany(TriageSources.PastFolder).Select(item => item with { Id = $"past/{item.Id}" })];
            string[] ids = [.. items.Select(item => item.Id)],
                pastIds = [.. past.Select(item => item.Id)];
            IReadOnlySet<string> authors = named.GetAwaiter().GetResult();
            using var folder = new RunFolder(options.Out);
            var info = new RunInfo(
                options.Title,
                options.Shard.Index,
                options.Shard.Count,
                columns,
                privateColumns,
                options.SourceUrl,
                TriageSettings.Of(options, folder.Salt),
                IsComplete: false
            )
            {
                TellsShared = options.TellsShared,
            };
            info.Write(folder);
            Progress? progress = null;
            var runner = new TriageRunner(folder, options, info.Settings, () => Worker(arguments), wasKnown => progress!.Step(wasKnown));
            TriageItem[] due = runner.Due([.. items, .. past]);
            if (!check.Quiet)
                Compare(authors, listed, host);
            using (progress = new Progress(host, due.Length, check.Quiet) { SpeaksElsewhere = true })
                runner.Check(due);
            // From here on ids are enough, and the items can go.
            IReadOnlyDictionary<Verdict, int> counts = Report(folder, info, ids, pastIds, catalogue);
            folder.Journal.Keep(ids.Concat(pastIds).ToHashSet());
            (info with { IsComplete = true }).Write(folder);
            if (!check.Quiet)
                Tell(folder, counts, options.Out, host);
            return ExitCode.Clean;
        }
        catch (GitException failure)
        {
            throw new UserException([new("triage", 0, 0, failure.Message)], failure);
        }
    }

    /// <summary>How a worker is started, with the command line of the run.</summary>
    private static ProcessStartInfo Worker(IReadOnlyList<string> arguments)
    {
        // Compiled ahead of time the program is its own file; otherwise the runtime is, and is told the assembly.
        string library = Path.Combine(AppContext.BaseDirectory, "PostLint.Cli.dll"),
            own = Environment.ProcessPath!;
        IEnumerable<string> given = arguments.Prepend(TriageWorker.Name);
        if (!File.Exists(library))
            return new(own, given);
        string runtime = Path.GetFileNameWithoutExtension(own) is "dotnet"
            ? own
            : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        return new(runtime, given.Prepend(library));
    }

    /// <summary>The submissions whose authors the roster lists; none without one.</summary>
    /// <exception cref="UserException">There is no such profile or rule, or the roster cannot be read.</exception>
    private static IReadOnlySet<string> SubmissionsOfRoster(TriageOptions options, Catalogue catalogue)
    {
        _ = new Linters(options.Settings with { Roster = null }, null, catalogue);
        return options.Settings.Roster is { } roster ? Roster.SubmissionsIn(roster) : new HashSet<string>();
    }

    /// <summary>
    /// Says where the roster speaks of submissions that the source has not: a misspelt id would else mean that nobody is looked for.
    /// </summary>
    private static void Compare(IReadOnlySet<string> named, IReadOnlyList<TriageItem> listed, Host host)
    {
        HashSet<string> known = new(listed.SelectMany(Declarations.IdsOf), StringComparer.OrdinalIgnoreCase);
        string[] unknown = [.. named.Where(id => !known.Contains(id))];
        if (unknown.Length > 0)
            host.Error.WriteLine(
                (
                    $"postlint: the roster lists authors of {CommandLine.Count(unknown.Length, "submission")} that no source "
                    + $"has, such as {unknown[0]}"
                )
            );
    }

    /// <summary>Ranks the records of a run folder and writes what concerns all of them.</summary>
    public static IReadOnlyDictionary<Verdict, int> Report(
        RunFolder folder,
        RunInfo info,
        IReadOnlyList<string> ids,
        IReadOnlyList<string> past,
        Catalogue catalogue
    )
    {
        IEnumerable<RecordHead> Heads(IReadOnlyList<string> of) =>
            of.Select(id => folder.Journal.HeadOf(id)!).Select(head => info.TellsShared ? head : head with { Traces = [] });
        IReadOnlyList<RankedSubmission> ranking = Ranking.Of(Heads(ids), Heads(past));
        Dictionary<string, RuleDescriptor> cards = catalogue
            .Cards.Append(SharedWithOthers.Descriptor)
            .OrderBy(rule => rule.Id, StringComparer.Ordinal)
            .ToDictionary(rule => rule.Id);
        return TriageReport.Write(folder, ranking, new(info.Title, cards, info.Columns, info.PrivateColumns, info.Source));
    }

    /// <summary>Says how many submissions have each verdict, which come first, and where the report is.</summary>
    public static void Tell(RunFolder folder, IReadOnlyDictionary<Verdict, int> counts, string path, Host host)
    {
        using StreamWriter output = host.OpenText();
        output.WriteLine(
            (
                $"{CommandLine.Count(counts.Values.Sum(), "submission")}: "
                + $"{string.Join(", ", counts.Select(count => $"{count.Value} {count.Key.Text()}"))}"
            )
        );
        foreach (string line in File.ReadLines(folder.In(TriageReport.Lines)).Take(Shown))
        {
            TriageRow row = JsonSerializer.Deserialize(line, TriageJson.Row)!;
            if (row.Verdict is Verdict.Clear)
                break;
            string why = row.Failure ?? string.Join(", ", row.Reasons.Take(3).Select(reason => reason.Rule));
            output.WriteLine($"  {row.Verdict.Text(), -10} {row.Weight, 5}  {row.Id}: {why}{(row.Reasons.Count > 3 ? ", …" : "")}");
        }
        output.WriteLine($"report: {Path.Combine(CommandLine.Shown(path, host), TriageReport.Page)}");
    }

    /// <summary>The columns of the manifest in the order in which they come up; those that may hold a person are apart.</summary>
    private static (string[] Shared, string[] Private) Columns(IReadOnlyList<TriageItem> items, IReadOnlyList<string> shared)
    {
        string[] all = [.. items.SelectMany(item => item.Fields.Keys).Distinct(StringComparer.OrdinalIgnoreCase)];
        ILookup<bool, string> parts = all.ToLookup(column => PrivateColumns.Holds(column, items, shared));
        return ([.. parts[false]], [.. parts[true]]);
    }

    /// <summary>Refuses to share columns that no source has: who mistypes one would wait for it in vain.</summary>
    private static void CheckShared(IReadOnlyList<string> shared, string[] columns)
    {
        string there = columns.Length == 0 ? "no source has columns" : $"there are {string.Join(", ", columns)}";
        string? unknown = shared.FirstOrDefault(name => !columns.Contains(name, StringComparer.OrdinalIgnoreCase));
        if (unknown is not null)
            throw new UserException([new("--share", 0, 0, $"no source has a column {unknown}; {there}")]);
    }

    /// <summary>The item with its columns that may hold a person apart.</summary>
    private static TriageItem Part(TriageItem item, string[] privateColumns)
    {
        if (item.Fields.Count == 0)
            return item;
        ILookup<bool, KeyValuePair<string, string>> parts = item.Fields.ToLookup(field =>
            privateColumns.Contains(field.Key, StringComparer.OrdinalIgnoreCase)
        );
        return item with { Fields = parts[false].ToDictionary(), PrivateFields = parts[true].ToDictionary() };
    }
}
