using System.CommandLine;
using System.Text;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Packs;
using PostLint.Profiles;
using PostLint.Rules;

namespace PostLint.Cli;

/// <summary>
/// <c>postlint packs</c>: checks packs that are written as data, runs their examples, and prints the schemas that editors complete by.
/// </summary>
internal static class PacksCommand
{
    public static Command Create(Host host) =>
        new("packs", "Check and test packs of rules, and print the schemas of PostLint’s files")
        {
            Verb("check", "Say what is wrong in a pack, with file, line and the nearest word that exists", Check, host),
            Verb("test", "Run the rules of a pack over their own examples", Test, host),
            CreateNew(host),
            CreateList(host),
            CreateKinds(host),
            CreateSchema(host),
        };

    private static Command Verb(string name, string summary, Func<Catalogue, Host, int> run, Host host)
    {
        var packs = new Argument<string[]>("pack") { Description = "Packs, or folders of them", Arity = ArgumentArity.OneOrMore };
        var command = new Command(name, summary) { packs };
        command.SetAction(parsed => run(PackOption.Catalogue(parsed.GetValue(packs)!, null, null, host), host));
        return command;
    }

    private static int Check(Catalogue catalogue, Host host)
    {
        using StreamWriter output = host.OpenText();
        foreach (DataPack pack in catalogue.DataPacks)
        {
            output.WriteLine(
                $"{CommandLine.Shown(pack.Path, host)}: {pack.Pack.Name} {pack.Pack.Version}".TrimEnd()
                    + $": {CommandLine.Count(pack.Pack.Rules.Count, "rule")}, nothing wrong"
            );
            foreach (string rule in pack.SlowRules)
                output.WriteLine(
                    $"  {rule}: its pattern has no three letters in a row that every match holds; it is tried on every text "
                        + $"and takes longer"
                );
        }
        foreach (Pack library in Libraries(catalogue))
            output.WriteLine(
                (
                    $"{library.Name} {library.Version}: {CommandLine.Count(library.Rules.Count, "rule")}, "
                    + $"{CommandLine.Count(library.Extractors.Count, "extractor")}, loaded"
                )
            );
        return ExitCode.Clean;
    }

    /// <summary>Packs that are class libraries; their examples, if any, stand on the cards of their rules.</summary>
    private static IEnumerable<Pack> Libraries(Catalogue catalogue) =>
        catalogue.Added.Where(added => catalogue.DataPacks.All(data => data.Pack != added));

    private static int Test(Catalogue catalogue, Host host)
    {
        using OutputWriter output = host.OpenText();
        Pack whole = catalogue.CreatePack();
        bool failed = false;
        foreach (DataPack pack in catalogue.DataPacks)
        {
            string path = CommandLine.Shown(pack.Path, host);
            failed |= Tell(output, path, pack.Pack, pack.Examples.Count, PackTester.Test(pack, whole));
            foreach (PackFailure idle in PackTester.Unmatched(pack, whole))
                output.WriteLine($"  {idle.Rule}: {Reporting.Terminal.Printable.Of(idle.Message)}; is it meant so?");
        }
        foreach (Pack library in Libraries(catalogue))
        {
            int examples = library.Rules.Sum(rule => rule.Descriptor.Examples.Count);
            if (examples == 0)
                output.WriteLine($"{library.Name}: a class library without examples on its cards; its tests are its own");
            else
                failed |= Tell(output, library.Name, library, examples, PackTester.Test(library, whole));
        }
        return failed ? ExitCode.Findings : ExitCode.Clean;
    }

    private static bool Tell(OutputWriter output, string path, Pack pack, int examples, IReadOnlyList<PackFailure> failures)
    {
        foreach (PackFailure failure in failures)
            output.WriteLine($"{path}{(failure.Line > 0 ? $":{failure.Line}" : "")}: {failure.Rule}: {failure.Message}");
        output.WriteLine(
            (
                $"{path}: {CommandLine.Count(pack.Rules.Count, "rule")}, {CommandLine.Count(examples, "example")}, "
                + $"{(failures.Count == 0 ? "all as they should be" : $"{failures.Count} wrong")}"
            )
        );
        return failures.Count > 0;
    }

    private static Command CreateNew(Host host)
    {
        var name = new Argument<string>("name") { Description = "Name of the pack, in kebab case: our-venue" };
        Option<string[]> kinds = SharedOptions.List("--kind", "A kind of rule to begin with; may be repeated; left out, pattern", "KIND");
        var command = new Command("new", "Begin a pack: one rule of each kind that is named, with examples, and the schema for editors")
        {
            name,
            kinds,
        };
        command.SetAction(parsed => New(parsed.GetValue(name)!, SharedOptions.Split(parsed.GetValue(kinds)), host));
        return command;
    }

    private static int New(string name, string[] kinds, Host host)
    {
        string text = PackTemplate.Of(name, kinds.Length == 0 ? ["pattern"] : kinds);
        string file = $"{name}.yml",
            full = Path.Combine(host.WorkingDirectory, file);
        if (Path.Exists(full))
            throw new UserException([new(file, 0, 0, "it exists already; nothing is written")]);
        Output.AtomicFile.Write(Path.Combine(host.WorkingDirectory, PackTemplate.SchemaFile), stream =>
            stream.Write(Encoding.UTF8.GetBytes(Schemas.Pack()))
        );
        Output.AtomicFile.Write(full, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
        using StreamWriter output = host.OpenText();
        output.WriteLine($"{file} and {PackTemplate.SchemaFile} are written; postlint packs test {file} runs the examples");
        return ExitCode.Clean;
    }

    private static Command CreateList(Host host)
    {
        var command = new Command("list", "List the packs that ship and run where --pack names them");
        command.SetAction(_ =>
        {
            using StreamWriter output = host.OpenText();
            foreach (DataPack pack in BuiltInPack.Catalogue.With(BuiltInPack.Catalogue.ShippedNames).DataPacks)
                output.WriteLine($"{pack.Pack.Name}  {CommandLine.Count(pack.Pack.Rules.Count, "rule")}, {pack.Venue}");
            return ExitCode.Clean;
        });
        return command;
    }

    private static Command CreateKinds(Host host)
    {
        var command = new Command("kinds", "List the kinds of rules that a pack may write, with their keys");
        command.SetAction(_ =>
        {
            using StreamWriter output = host.OpenText();
            foreach (RuleKind kind in RuleKind.All)
            {
                output.WriteLine($"{kind.Name}: {kind.Summary}");
                foreach (PackKey key in kind.Keys)
                {
                    string words = key.Words is { Count: > 0 } list ? $": {string.Join(", ", list)}" : "";
                    output.WriteLine($"  {key.Name, -10} {key.Summary}{(key.IsRequired ? "; required" : "")}{words}");
                }
                if (kind.Placeholders.Count > 0)
                    output.WriteLine(
                        (
                            $"  {"message", -10} may hold "
                            + $"{string.Join(", ", kind.Placeholders.Select(place => $"{{{place.Key}}}, {place.Value}"))}"
                        )
                    );
            }
            return ExitCode.Clean;
        });
        return command;
    }

    private static Command CreateSchema(Host host)
    {
        Argument<string> of = new Argument<string>("of") { Description = "pack, profile or configuration" }.Among(
            "pack",
            "profile",
            "configuration"
        );
        var command = new Command("schema", "Print the JSON schema of packs, profiles or .postlint.yml") { of };
        command.SetAction(parsed =>
        {
            var schemas = new Schemas(BuiltInPack.Catalogue.Cards, BuiltInPack.Catalogue.ProfileNames);
            using StreamWriter output = host.OpenText();
            output.Write(
                parsed.GetValue(of) switch
                {
                    "pack" => Schemas.Pack(),
                    "profile" => schemas.Profile(),
                    _ => schemas.Configuration(),
                }
            );
            return ExitCode.Clean;
        });
        return command;
    }
}
