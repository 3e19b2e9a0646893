using System.IO.Compression;
using PostLint.Engine;
using PostLint.Packs;
using PostLint.Profiles;
using PostLint.Suppressions;

namespace PostLint.Rules;

/// <summary>The rules that a run can name: those of the built-in pack and of packs that were added. Immutable.</summary>
public sealed class Catalogue
{
    private readonly Lazy<IReadOnlyList<RuleDescriptor>> _cards;
    private readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<RuleOption>>> _options;
    private readonly Lazy<ProfileReader> _reader;

    private Catalogue(IReadOnlyList<Pack> added, IReadOnlyList<DataPack> dataPacks)
    {
        (Added, DataPacks) = (added, dataPacks);
        _cards = new(() =>
            [
                .. BuiltInPack
                    .Rules.Concat(added.SelectMany(pack => pack.Rules))
                    .Where(rule => rule.Reports)
                    .Select(rule => rule.Descriptor)
                    .Concat(SuppressionRules.All)
                    .OrderBy(card => card.Id, StringComparer.Ordinal),
            ]
        );
        _options = new(() => Cards.ToDictionary(card => card.Id, card => card.Options));
        _reader = new(() => new(BuiltInPack.ProfileNames, built => Resource.Read($"profiles/{built}.yml"), Options));
    }

    /// <summary>The built-in pack alone.</summary>
    public static Catalogue BuiltIn { get; } = new([], []);

    /// <summary>The names of the packs that ship beside the built-in one and run only where they are asked for.</summary>
    public static IReadOnlyList<string> ShippedNames =>
        field ??= [
            .. Resource
                .Names.Where(resource => resource.StartsWith("packs/", StringComparison.Ordinal))
                .Select(resource => Path.GetFileNameWithoutExtension(resource))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>All packs that were added, class libraries among them.</summary>
    public IReadOnlyList<Pack> Added { get; }

    /// <summary>The packs that were added as data.</summary>
    public IReadOnlyList<DataPack> DataPacks { get; }

    /// <summary>The cards of all rules that report, those about suppressions included, by id.</summary>
    public IReadOnlyList<RuleDescriptor> Cards => _cards.Value;

    /// <summary>Each rule's options, by the rule's id.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<RuleOption>> Options => _options.Value;

    /// <summary>The built-in pack with packs from files; the built-in alone where none is named.</summary>
    /// <param name="paths">Names of packs that ship, and full paths of files or folders; a pack that is named twice is read once.</param>
    /// <exception cref="UserException">One cannot be read, or something is wrong in it.</exception>
    public static Catalogue With(IReadOnlyCollection<string> paths)
    {
        if (paths.Count == 0)
            return BuiltIn;
        var taken = new HashSet<string>(BuiltInPack.RuleIds, StringComparer.Ordinal);
        var added = new List<Pack>();
        var dataPacks = new List<DataPack>();
        foreach (string path in paths.SelectMany(Find).Distinct())
        {
            if (ShippedNames.Contains(path))
            {
                dataPacks.Add(PackReader.Read($"{path}.yml", Resource.Read($"packs/{path}.yml"), taken));
                added.Add(dataPacks[^1].Pack);
            }
            else if (path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
                added.Add(AssemblyPack.Load(path, taken));
            else
            {
                dataPacks.Add(PackReader.Load(path, taken));
                added.Add(dataPacks[^1].Pack);
            }
            taken.UnionWith(added[^1].Rules.Select(rule => rule.Descriptor.Id));
        }
        return new(added, dataPacks);
    }

    /// <summary>A pack that ships, by its name, unless a file is called so; otherwise the files that a path names.</summary>
    private static IReadOnlyList<string> Find(string path) =>
        ShippedNames.Contains(Path.GetFileName(path)) && !Path.Exists(path) ? [Path.GetFileName(path)] : PackReader.Find(path);

    /// <summary>Builds the pack of a run; build it once and share it.</summary>
    public Pack CreatePack() => BuiltInPack.Create().With(Added);

    /// <summary>Loads a profile that ships with PostLint, or one from a file.</summary>
    /// <param name="name">A name, or the path of a file.</param>
    /// <exception cref="UserException">There is none of that name, or it cannot be used.</exception>
    public Profile Profile(string name) => _reader.Value.Load(name);

    /// <summary>What a profile says above its list of requirements.</summary>
    internal Profile Head(string name) => _reader.Value.ReadHead(name, Resource.Read($"profiles/{name}.yml"));

    /// <summary>A rule's examples: one that it finds and one that it passes.</summary>
    /// <param name="id">family/kebab-name.</param>
    public IEnumerable<(string Title, string Name, string Text)> ExamplesOf(string id)
    {
        if (Cards.FirstOrDefault(card => card.Id == id) is { Examples.Count: > 0 } own)
        {
            foreach (bool isBad in (bool[])[true, false])
            {
                if (own.Examples.FirstOrDefault(example => example.IsBad == isBad) is { } example)
                    yield return (isBad ? "Bad" : "Good", "from its pack", example.Text);
            }
            yield break;
        }
        using var fixtures = new ZipArchive(Resource.Open("fixtures.zip"));
        foreach ((string title, string prefix) in (IEnumerable<(string, string)>)[("Bad", $"{id}/bad"), ("Good", $"{id}/good")])
        {
            ZipArchiveEntry? shortest = fixtures
                .Entries.Where(entry => IsExample(entry.FullName, prefix))
                .OrderBy(entry => entry.FullName.Length)
                .ThenBy(entry => entry.FullName, StringComparer.Ordinal)
                .FirstOrDefault();
            if (shortest is null)
                continue;
            using var reader = new StreamReader(shortest.Open());
            yield return (title, shortest.Name, reader.ReadToEnd());
        }
    }

    /// <summary>A file of its own, and no part of a submission that is an example as a whole.</summary>
    private static bool IsExample(string path, string prefix) =>
        path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
        && !path.AsSpan(prefix.Length).Contains('/')
        && !path.EndsWith(".expected.txt", StringComparison.Ordinal)
        && !path.EndsWith(".profile.txt", StringComparison.Ordinal);
}
