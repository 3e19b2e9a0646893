using System.CommandLine;
using PostLint.Packs;
using PostLint.Rules;
using PostLint.Triage;

namespace PostLint.Cli;

/// <summary><c>postlint merge</c>: joins the runs of the parts of a source into one, as if one machine had made it.</summary>
internal static class MergeCommand
{
    public static Command Create(Host host)
    {
        var runs = new Argument<string[]>("run") { Description = "Run folders", Arity = ArgumentArity.OneOrMore };
        var target = new Option<string>("--out")
        {
            Description = "The run folder to write",
            DefaultValueFactory = _ => "postlint-run",
            HelpName = "FOLDER",
        };
        Option<string[]> pack = PackOption.Create();
        Option<bool> quiet = SharedOptions.Quiet("No list");
        var command = new Command("merge", "Join the runs of the parts of a source") { runs, target, pack, quiet };
        command.SetAction(parsed =>
            Run(
                [.. parsed.GetValue(runs)!.Select(run => Path.GetFullPath(run, host.WorkingDirectory))],
                Path.GetFullPath(parsed.GetValue(target)!, host.WorkingDirectory),
                parsed.GetValue(pack)!,
                parsed.GetValue(quiet),
                host
            )
        );
        return command;
    }

    private static int Run(string[] runs, string target, string[] packs, bool isQuiet, Host host)
    {
        RunInfo[] infos =
        [
            .. runs.Select(run =>
                RunInfo.Of(run) ?? throw new UserException([new(CommandLine.Shown(run, host), 0, 0, "it is no run folder")])
            ),
        ];
        Check(runs, infos, host);
        Catalogue catalogue = PackOption.Catalogue(packs, null, null, host);
        using var merged = new RunFolder(target);
        var ids = new List<string>();
        foreach (string path in runs)
        {
            using var run = new RunFolder(path);
            if (run.Journal.HoldsOtherVersions)
                throw new UserException([
                    new(CommandLine.Shown(path, host), 0, 0, "another version of PostLint made it; run its command again"),
                ]);
            foreach (string id in run.Journal.Ids.Order(StringComparer.Ordinal))
            {
                merged.Journal.Add(run.Journal.Read(id));
                Copy(RunFolder.SarifOf(path, id), RunFolder.SarifOf(target, id));
                Copy(RunFolder.MessageOf(path, id), RunFolder.MessageOf(target, id));
                ids.Add(id);
            }
        }
        string[] past = [.. ids.Where(IsPast).Distinct()],
            own = [.. ids.Where(id => !IsPast(id)).Distinct()];
        RunInfo info = infos[0] with
        {
            Shard = 1,
            Shards = 1,
            Settings = "",
            IsComplete = true,
            Id = RunInfo.IdOf(own.Select(id => merged.Journal.HeadOf(id)!)),
        };
        LaneCounts counts = TriageCommand.Report(merged, info, own, past, catalogue);
        info.Write(merged);
        if (!isQuiet)
            TriageCommand.Tell(merged, info, counts, catalogue, target, host);
        return ExitCode.Clean;
    }

    private static void Check(string[] runs, RunInfo[] infos, Host host)
    {
        var errors = new List<UserError>();
        for (int i = 0; i < runs.Length; i++)
        {
            if (!infos[i].IsComplete)
                errors.Add(
                    new(CommandLine.Shown(runs[i], host), 0, 0, "it did not come to its end; run its command again, and it goes on")
                );
            foreach ((string what, string own) in infos[i].Made)
            {
                string first = infos[0].Made.FirstOrDefault(made => made.What == what).Value ?? "";
                if (own != first)
                    errors.Add(
                        new(
                            CommandLine.Shown(runs[i], host),
                            0,
                            0,
                            $"its {what} is {Named(own)}, and {CommandLine.Shown(runs[0], host)} has {Named(first)}; make all parts alike"
                        )
                    );
            }
            if (infos[i].Shards != infos[0].Shards)
                errors.Add(
                    new(
                        CommandLine.Shown(runs[i], host),
                        0,
                        0,
                        $"it is a part of {infos[i].Shards}, and the first is one of {infos[0].Shards}"
                    )
                );
        }
        int[] missing = [.. Enumerable.Range(1, infos[0].Shards).Except(infos.Select(info => info.Shard))];
        if (missing.Length > 0)
            errors.Add(
                new(
                    "merge",
                    0,
                    0,
                    (
                        $"{(missing.Length == 1 ? "part" : "parts")} {string.Join(", ", missing)} of {infos[0].Shards} "
                        + $"{(missing.Length == 1 ? "is" : "are")} missing"
                    )
                )
            );
        if (errors.Count > 0)
            throw new UserException(errors);
    }

    private static string Named(string value) => value.Length > 0 ? value : "none";

    private static bool IsPast(string id) => id.StartsWith("past/", StringComparison.Ordinal);

    private static void Copy(string from, string to)
    {
        if (File.Exists(from))
            RunFolder.Write(to, stream => stream.Write(File.ReadAllBytes(from)));
    }
}
