using System.Collections;
using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Profiles;
using PostLint.Reporting;
using PostLint.Reporting.Terminal;
using PostLint.Setup;
using PostLint.Submissions;
using PostLint.Syntax;
using PostLint.Text;

namespace PostLint.Cli;

/// <summary><c>postlint facts PATH</c>: all that rules see of a submission, found or concluded, with places.</summary>
internal static class FactsCommand
{
    private const int LongestValue = 120;

    public static Command Create(Host host)
    {
        var path = new Argument<string>("path") { Description = "A post, or a folder with one" };
        Option<string?> profile = SharedOptions.Profile("The profile of the call, as for check");
        Option<string[]> pack = PackOption.Create();
        Option<string> engine = SharedOptions.Engine();
        var kind = new Option<string?>("--kind") { Description = "Only facts of this kind, such as WebLink", HelpName = "KIND" };
        Option<bool> isolated = SharedOptions.Isolated();
        (Option<bool> reveal, Option<bool> mask) = SharedOptions.Masking();
        var command = new Command("facts", "List the facts that rules see of a submission, found and concluded")
        {
            path,
            profile,
            pack,
            engine,
            kind,
            isolated,
            reveal,
            mask,
        };
        command.Contradict(reveal, mask);
        command.SetAction(parsed =>
            Run(
                host,
                new()
                {
                    Paths = [parsed.GetValue(path)!],
                    Profile = parsed.GetValue(profile),
                    Packs = parsed.GetValue(pack)!,
                    Engine = parsed.GetValue(engine),
                    Isolated = parsed.GetValue(isolated),
                },
                parsed.GetValue(kind),
                SharedOptions.Reveals(parsed, reveal, mask) ?? host.Reveals
            )
        );
        return command;
    }

    private static int Run(Host host, CheckOptions options, string? kind, bool reveals)
    {
        LintSession session = CheckCommand.Open(options, host);
        Discovery found = session.Reader.Discover(options.Paths);
        var names = new ShownNames(null, reveals);
        int shown = 0;
        var kinds = new SortedSet<string>(StringComparer.Ordinal);
        using OutputWriter output = host.OpenText();
        foreach (SubmissionSource source in found.Sources)
        {
            Submission submission = session.Reader.Read(source);
            ILookup<string, SourceText> texts = submission
                .Files.Select(file => file.Text)
                .OfType<SourceText>()
                .ToLookup(text => text.Path, StringComparer.Ordinal);
            foreach (Evidence known in session.Linters.FactsOf(submission).OrderBy(known => known.Fact.Place.File.Length == 0))
            {
                kinds.Add(KindOf(known.Fact));
                if (kind is not null && KindOf(known.Fact) != kind)
                    continue;
                shown++;
                output.WriteLine(Line(known, texts[known.Fact.Place.File].FirstOrDefault(), names, reveals));
            }
        }
        foreach (Unread unread in found.Unread)
            host.Error.WriteLine($"postlint: not read: {names.File(unread.Path)}: {names.Reason(unread)}");
        if (found.Unread.Count > 0)
            return ExitCode.Usage;
        if (kind is not null && shown == 0)
        {
            string hint = Nearest.Of(kind, kinds) is { } near ? $"did you mean {near}?" : $"there are {string.Join(", ", kinds)}";
            host.Error.WriteLine($"postlint: no fact of the kind {kind} is there; {hint}");
            return ExitCode.Usage;
        }
        if (!reveals)
            output.WriteLine("texts are masked; --reveal shows them");
        return ExitCode.Clean;
    }

    private static string KindOf(Fact fact) => fact.GetType().Name.Split('`')[0];

    private static string Line(Evidence known, SourceText? text, ShownNames names, bool reveals)
    {
        Place place = known.Fact.Place;
        string where =
            place.File.Length == 0 ? "-"
            : text is null || place.Line == 0 ? names.File(place.File)
            : $"{names.File(place.File)}:{place.Line}:{text.PositionOf(Math.Min(place.Start, text.Text.Length)).Column}";
        string context = place.File.Length == 0 ? "" : $" {CommandLine.NameOf(place.Context)}";
        string rules = string.Join(", ", known.Derivations.Select(derivation => derivation.Rule.Id).Distinct());
        string concluded = rules.Length == 0 ? "" : $" (concluded by {rules})";
        return Printable.Line($"{where}{context}: {KindOf(known.Fact)}{Values(known.Fact, names, reveals)}{concluded}");
    }

    /// <summary>What a fact holds beside its place. Where the build left out what tells that, its kind says enough to go on by.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "Builds that are trimmed do not come here.")]
    private static string Values(Fact fact, ShownNames names, bool reveals)
    {
        if (!RuntimeFeature.IsDynamicCodeSupported)
            return "";
        IEnumerable<string> values = fact.GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.Name != nameof(Fact.Place) && property.GetIndexParameters().Length == 0)
            .Select(property => $"{property.Name} = {Printable.Of(Shown(property.GetValue(fact), names, reveals))}");
        string all = string.Join(", ", values);
        return all.Length == 0 ? "" : $" {{ {all} }}";
    }

    private static string Shown(object? value, ShownNames names, bool reveals) =>
        value switch
        {
            null => "none",
            bool or Enum or int or long or double => FormattableString.Invariant($"{value}"),
            Neutral word => word.Text,
            TextSpan span => FormattableString.Invariant($"{span.Start}–{span.End}"),
            string text when !reveals => names.Field(text),
            _ when !reveals => Message.Mask,
            Sensitive text => Short(text.Text),
            Quoted text => Short(text.Text),
            Wording text => Short(text.Text),
            string text => Short(text),
            IEnumerable many => $"[{string.Join(", ", many.Cast<object?>().Take(8).Select(one => Shown(one, names, reveals)))}]",
            _ => Short(value.ToString() ?? ""),
        };

    private static string Short(string text) => text.Length > LongestValue ? $"“{text[..LongestValue]}…”" : $"“{text}”";
}
