using System.CommandLine;
using PostLint.Findings;
using PostLint.Packs;
using PostLint.Profiles;
using PostLint.PullRequests;
using PostLint.Rules;
using PostLint.Setup;
using PostLint.Submissions;

namespace PostLint.Cli;

/// <summary>
/// <c>postlint pr</c>: checks one pull request. What it brings is read from the object store and never configures the check: profile, packs
/// and <c>.postlint.yml</c> are the base's.
/// </summary>
internal static class PrCommand
{
    public static Command Create(Host host)
    {
        var syntax = new PrSyntax();
        syntax.Command.SetAction(parsed => Run(syntax.Read(parsed), host));
        return syntax.Command;
    }

    private static int Run(PrOptions options, Host host)
    {
        CheckCommand.CheckTargets(options.Check, host);
        using var scratch = new Scratch();
        try
        {
            LintRun run = Lint(options, host, scratch);
            if (options.Check.Reveal == true && host.IsAutomatic)
                host.Error.Write("::warning title=PostLint::reveal shows names and addresses to everybody who can read this log\n");
            return CheckCommand.Report(run, options.Check, host);
        }
        catch (GitException failure)
        {
            host.Error.WriteLine($"postlint: {failure.Message}");
            return ExitCode.Usage;
        }
    }

    private static LintRun Lint(PrOptions options, Host host, Scratch scratch)
    {
        var git = new Git(Path.GetFullPath(options.Repository, host.WorkingDirectory));
        if (!git.IsRepository)
        {
            throw new UserException([new(options.Repository, 0, 0, "it is no git repository; say where it is with --repository")]);
        }
        var reader = new PullRequestReader(git);
        PullRequest request = Read(options, host, git, reader);
        string baseFolder = scratch.In("base");
        string? configurationFile = BaseFiles.Write(git, request.Base, baseFolder);
        string Trusted(string named) => BaseFiles.Trusted(git, request.Base, baseFolder, named);
        CheckOptions check = options.Check with
        {
            Profile = options.Check.Profile is { } profile ? Trusted(ProfileReader.FullPathOf(profile, host.WorkingDirectory)) : null,
            Packs = [.. options.Check.Packs.Select(pack => Trusted(Path.GetFullPath(pack, host.WorkingDirectory)))],
        };
        Catalogue catalogue = PackOption.Catalogue(
            check.Packs,
            configurationFile,
            check.Profile ?? (configurationFile is null ? null : ConfigurationReader.ProfileOf(configurationFile)),
            host
        );
        Configuration? configuration = configurationFile is null
            ? null
            : new ConfigurationReader(catalogue.Options, BuiltInPack.Catalogue.ProfileNames) { Renamed = catalogue.Renamed }.Load(
                configurationFile
            );
        var linters = new Linters(check.SettingsIn(host.WorkingDirectory), configuration, catalogue);

        Submission[] submissions = [.. new RequestedFiles(reader, scratch).Read(request)];
        SubmissionResult[] results = [.. submissions.Select(submission => linters.Lint(submission))];
        (IReadOnlyList<PastLeak> past, IReadOnlyList<Unread> unread) = new PastLeaks(reader, linters, scratch).Of(
            request,
            results.SelectMany(result => result.Findings)
        );
        if (past.Count + unread.Count > 0)
        {
            Submission first = submissions[0] with
            {
                Request = request with { PastLeaks = past },
                Unread = [.. submissions[0].Unread, .. unread],
            };
            results[0] = linters.Lint(first) with { DetectedBy = results[0].DetectedBy };
        }
        return new(linters.Profile, linters.RulesOf(results), results, configuration is null ? null : ConfigurationReader.FileName, []);
    }

    /// <summary>The request that the options name, or the one of the event that Actions run for.</summary>
    private static PullRequest Read(PrOptions options, Host host, Git git, PullRequestReader reader)
    {
        string? payload = options.Event ?? (options.Base is null ? host.Environment("GITHUB_EVENT_PATH") : null);
        if (payload is { Length: > 0 })
        {
            GitHubEvent read = GitHubEvent.Read(Path.GetFullPath(payload, host.WorkingDirectory));
            return reader.Read(Newest(read, git), options.Head ?? read.Head, options.Title ?? read.Title, read.Body);
        }
        if (options.Base is null)
            throw new UserException([new("pr", 0, 0, "say which branch the request goes to: --base origin/main, or --event FILE")]);
        return reader.Read(options.Base, options.Head ?? "HEAD", options.Title, body: null);
    }

    /// <summary>
    /// The branch that a request goes to as it is by now, where the checkout has it: the event knows it as it was when the request was
    /// opened, and what was merged since would seem to be the request's.
    /// </summary>
    private static string Newest(GitHubEvent request, Git git)
    {
        string branch = $"refs/remotes/origin/{request.BaseBranch}";
        return request.BaseBranch.Length > 0 && git.IsAncestor(request.Base, branch) ? branch : request.Base;
    }
}
