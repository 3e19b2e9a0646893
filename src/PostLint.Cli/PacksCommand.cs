using System.CommandLine;
using PostLint.Engine;
using PostLint.Facts;
using PostLint.Packs;
using PostLint.Profiles;
using PostLint.Rules;

namespace PostLint.Cli;

/// <summary><c>postlint packs</c>: checks packs that are written as data, runs their examples, and prints the schemas that editors complete by.</summary>
internal static class PacksCommand
{
    public static Command Create(Host host) =>
        new("packs", "Check and test packs of rules, and print the schemas of PostLint’s files")
        {
            Verb("check", "Say what is wrong in a pack, with file, line and the nearest word that exists", Check, host),
            Verb("test", "Run the rules of a pack over their own examples", Test, host),
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
                    $"  {rule}: its pattern has no three letters in a row that every match holds; it is tried on every text and takes longer"
                );
        }
        foreach (Pack library in Libraries(catalogue))
            output.WriteLine(
                $"{library.Name} {library.Version}: {CommandLine.Count(library.Rules.Count, "rule")}, {CommandLine.Count(library.Extractors.Count, "extractor")}, loaded"
            );
        return ExitCode.Clean;
    }

    /// <summary>Packs that are class libraries bring no examples; what they find, their own tests show.</summary>
    private static IEnumerable<Pack> Libraries(Catalogue catalogue) =>
        catalogue.Added.Where(added => catalogue.DataPacks.All(data => data.Pack != added));

    private static int Test(Catalogue catalogue, Host host)
    {
        using StreamWriter output = host.OpenText();
        Pack whole = catalogue.CreatePack();
        bool failed = false;
        foreach (DataPack pack in catalogue.DataPacks)
        {
            IReadOnlyList<PackFailure> failures = PackTester.Test(pack, whole);
            string path = CommandLine.Shown(pack.Path, host);
            foreach (PackFailure failure in failures)
                output.WriteLine($"{path}{(failure.Line > 0 ? $":{failure.Line}" : "")}: {failure.Rule}: {failure.Message}");
            output.WriteLine(
                $"{path}: {CommandLine.Count(pack.Pack.Rules.Count, "rule")}, {CommandLine.Count(pack.Examples.Count, "example")}, {(failures.Count == 0 ? "all as they should be" : $"{failures.Count} wrong")}"
            );
            failed |= failures.Count > 0;
        }
        foreach (Pack library in Libraries(catalogue))
            output.WriteLine($"{library.Name}: a class library; its tests are its own");
        return failed ? ExitCode.Findings : ExitCode.Clean;
    }

    private static Command CreateList(Host host)
    {
        var command = new Command("list", "List the packs that ship and run where --pack names them");
        command.SetAction(_ =>
        {
            using StreamWriter output = host.OpenText();
            foreach (DataPack pack in Catalogue.With(Catalogue.ShippedNames).DataPacks)
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
                    output.WriteLine(
                        $"  {key.Name, -10} {key.Summary}{(key.IsRequired ? "; required" : "")}{(key.Words is { Count: > 0 } words ? $": {string.Join(", ", words)}" : "")}"
                    );
                if (kind.Placeholders.Count > 0)
                    output.WriteLine(
                        $"  {"message", -10} may hold {string.Join(", ", kind.Placeholders.Select(place => $"{{{place.Key}}}, {place.Value}"))}"
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
            var schemas = new Schemas(BuiltInPack.Cards, BuiltInPack.ProfileNames);
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
