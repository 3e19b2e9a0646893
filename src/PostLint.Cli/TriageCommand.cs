using System.CommandLine;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Output;
using PostLint.Packs;
using PostLint.Profiles;
using PostLint.PullRequests;
using PostLint.Reporting.Terminal;
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
            Task<RosterKeys?> named = Task.Run(() => KeysOfRoster(options, catalogue));
            (IReadOnlyList<TriageItem> listed, IReadOnlyDictionary<string, int> setAside) = TriageSources.List(options);
            (string[] columns, string[] privateColumns) = Columns(listed, options.Share);
            CheckShared(options.Share, [.. columns, .. privateColumns]);
            TriageItem[] items = [.. listed.Where(item => options.Shard.Holds(item.Id)).Select(item => Part(item, privateColumns))],
                past = [.. options.Past.SelectMany(TriageSources.PastFolder).Select(item => item with { Id = $"past/{item.Id}" })];
            string[] ids = [.. items.Select(item => item.Id)],
                pastIds = [.. past.Select(item => item.Id)];
            if (named.GetAwaiter().GetResult() is { } roster)
                Compare(roster, listed, options, check.Quiet, host);
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
                SetAside = setAside,
                Version = CommandLine.Version,
                Profile = options.Settings.Profile is { } profile ? Path.GetFileName(profile) : "",
                Roster = options.Settings.Roster is { } list ? RosterName(list) : "",
            };
            info = info with { Id = RunInfo.Of(options.Out)?.Id ?? "" };
            info.Write(folder);
            Progress? progress = null;
            var runner = new TriageRunner(folder, options, info.Settings, () => Worker(arguments), wasKnown => progress!.Step(wasKnown));
            TriageItem[] due = runner.Due([.. items, .. past]);
            using (progress = new Progress(host, due.Length, check.Quiet) { SpeaksElsewhere = true })
                runner.Check(due);
            // From here on ids are enough, and the items can go.
            info = info with { Id = info.Id.Length > 0 ? info.Id : RunInfo.IdOf(ids.Select(id => folder.Journal.HeadOf(id)!)) };
            LaneCounts counts = Report(folder, info, ids, pastIds, catalogue);
            folder.Journal.Keep(ids.Concat(pastIds).ToHashSet());
            (info with { IsComplete = true }).Write(folder);
            if (!check.Quiet)
                Tell(folder, info, counts, catalogue, options.Out, host);
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

    /// <summary>What tells a roster from others, and nobody in it: its file’s name and a part of a hash.</summary>
    private static string RosterName(string path)
    {
        using Stream content = GivenFile.Open(path, long.MaxValue);
        return $"{Path.GetFileName(path)} ({Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 4))})";
    }

    /// <summary>What the roster may be asked by; null without one.</summary>
    /// <exception cref="UserException">There is no such profile or rule, or the roster cannot be read.</exception>
    private static RosterKeys? KeysOfRoster(TriageOptions options, Catalogue catalogue)
    {
        _ = new Linters(options.Settings with { Roster = null }, null, catalogue);
        return options.Settings.Roster is { } roster ? Roster.KeysOf(roster) : null;
    }

    /// <summary>
    /// Says where roster and source do not know each other's submissions: a misspelt id would else mean that nobody is looked for.
    /// </summary>
    /// <exception cref="UserException">The roster lists no author of any submission.</exception>
    private static void Compare(RosterKeys roster, IReadOnlyList<TriageItem> listed, TriageOptions options, bool isQuiet, Host host)
    {
        TriageItem[] strange = [.. listed.Where(item => !roster.Hold(Declarations.IdsOf(item), [.. Declarations.AuthorsOf(item)]))];
        if (strange.Length == listed.Count && listed.Count > 0)
        {
            string calls = roster.Submissions.Count > 0
                    ? $"it calls submissions “{roster.Submissions.First()}”"
                    : "it says nobody’s submissions",
                called = string.Join("” or “", Declarations.IdsOf(listed[0]).Distinct());
            throw new UserException([
                new(
                    CommandLine.Shown(options.Settings.Roster!, host),
                    0,
                    0,
                    $"the roster lists no author of any submission, so that nobody would be looked for: {calls}, and the source "
                        + $"“{called}”; "
                        + "name them alike in its column submission, or export the authors’ profiles or addresses with the submissions"
                ),
            ]);
        }
        HashSet<string> known = new(listed.SelectMany(Declarations.IdsOf), StringComparer.OrdinalIgnoreCase);
        string[] unknown = [.. roster.Submissions.Where(id => !known.Contains(id))];
        if (isQuiet)
            return;
        if (unknown.Length > 0)
            host.Error.WriteLine(
                $"postlint: the roster lists authors of {CommandLine.Count(unknown.Length, "submission")} that no source has, "
                    + $"such as {unknown[0]}"
            );
        if (strange.Length > 0)
            host.Error.WriteLine(
                $"postlint: the roster lists no author of {CommandLine.Count(strange.Length, "submission")}, such as {strange[0].Id}"
            );
    }

    /// <summary>Ranks the records of a run folder and writes what concerns all of them.</summary>
    public static LaneCounts Report(
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
        return TriageReport.Write(
            folder,
            ranking,
            new(info.Title, CardsOf(catalogue), info.Columns, info.PrivateColumns, info.Source, info.Id, info.SetAside)
        );
    }

    /// <summary>The cards of all rules that a run may name, by id.</summary>
    public static Dictionary<string, RuleDescriptor> CardsOf(Catalogue catalogue) =>
        catalogue.Cards.Append(SharedWithOthers.Descriptor).OrderBy(rule => rule.Id, StringComparer.Ordinal).ToDictionary(rule => rule.Id);

    /// <summary>Says how many submissions have each verdict in each lane, which come first, and where the report is.</summary>
    public static void Tell(RunFolder folder, RunInfo info, LaneCounts counts, Catalogue catalogue, string path, Host host)
    {
        using StreamWriter output = host.OpenText();
        string aside = info.SetAside.Count == 0 ? "" : $", and set aside {TriageSources.Words(info.SetAside)}";
        output.WriteLine($"{CommandLine.Count(counts.Submissions, "submission")}{aside}");
        foreach (Lane lane in Lanes.All)
        {
            string Counted(Verdict verdict) => $"{counts[lane, verdict], 5} {verdict.Text()}";
            output.WriteLine($"  {lane.Title(), -20}{Counted(Verdict.Act)}{Counted(Verdict.Look)}{Counted(Verdict.Clear)}");
        }
        Dictionary<string, RuleDescriptor> cards = CardsOf(catalogue);
        foreach (string line in File.ReadLines(folder.In(TriageReport.Lines)).Take(Shown))
        {
            TriageRow row = JsonSerializer.Deserialize(line, TriageJson.Row)!;
            LaneResult identity = row.Lanes[0];
            if (row.Failure is null && identity.Verdict is Verdict.Clear)
                break;
            string[] found = [.. row.Reasons.Where(reason => IsShown(reason, identity.Verdict)).Select(reason => reason.Said(cards))];
            string why = row.Failure ?? $"{found[0]}{(found.Length > 1 ? $", and {found.Length - 1} more" : "")}";
            string verdict = row.Failure is null ? $"{identity.Verdict.Text(), -5} {identity.Weight, 4}" : "unreadable";
            string title = row.Title.Length > 0 ? $"  {Printable.Of(row.Title)}" : "";
            output.WriteLine($"  {verdict}  {row.Id}{title}: {why}");
        }
        output.WriteLine($"report: {Path.Combine(CommandLine.Shown(path, host), TriageReport.Page)}");
    }

    /// <summary>Whether a reason is why a submission has its verdict about identity.</summary>
    private static bool IsShown(Reason reason, Verdict verdict) =>
        Lanes.Of(reason.Rule) is Lane.Identity && reason.Severity is not "note" && (verdict is Verdict.Look || reason.Severity is "error");

    /// <summary>The columns of the manifest in the order in which they come up; those that may hold a person are apart.</summary>
    private static (string[] Shared, string[] Private) Columns(IReadOnlyList<TriageItem> items, IReadOnlyList<string> shared)
    {
        string[] all = [.. PrivateColumns.Ordered(items.SelectMany(item => item.Fields.Keys).Distinct(StringComparer.OrdinalIgnoreCase))];
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
