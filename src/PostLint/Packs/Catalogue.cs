using PostLint.Engine;
using PostLint.Profiles;
using PostLint.Rules;
using PostLint.Suppressions;

namespace PostLint.Packs;

/// <summary>The rules that a run can name: those of the pack that ships and of packs that were added. Immutable.</summary>
public sealed class Catalogue
{
    private readonly ShippedPack _shipped;
    private readonly Lazy<IReadOnlyList<RuleDescriptor>> _cards;
    private readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<RuleOption>>> _options;
    private readonly Lazy<ProfileReader> _reader;

    /// <summary>The pack that ships alone.</summary>
    public Catalogue(ShippedPack shipped)
        : this(shipped, [], []) { }

    private Catalogue(ShippedPack shipped, IReadOnlyList<Pack> added, IReadOnlyList<DataPack> dataPacks)
    {
        (_shipped, Added, DataPacks) = (shipped, added, dataPacks);
        _cards = new(() =>
            [
                .. shipped
                    .Rules.Concat(added.SelectMany(pack => pack.Rules))
                    .Where(rule => rule.Reports)
                    .Select(rule => rule.Descriptor)
                    .Concat(SuppressionRules.All)
                    .OrderBy(card => card.Id, StringComparer.Ordinal),
            ]
        );
        _options = new(() => Cards.ToDictionary(card => card.Id, card => card.Options));
        _reader = new(() => new(shipped.ProfileNames, shipped.ReadProfile, Options) { Renamed = Renamed });
    }

    /// <summary>The names of the packs that ship beside the built-in one and run only where they are asked for.</summary>
    public IReadOnlyList<string> ShippedNames => _shipped.PackNames;

    /// <summary>The names of the profiles that ship.</summary>
    public IReadOnlyList<string> ProfileNames => _shipped.ProfileNames;

    /// <summary>All packs that were added, class libraries among them.</summary>
    public IReadOnlyList<Pack> Added { get; }

    /// <summary>The packs that were added as data.</summary>
    public IReadOnlyList<DataPack> DataPacks { get; }

    /// <summary>The cards of all rules that report, those about suppressions included, by id.</summary>
    public IReadOnlyList<RuleDescriptor> Cards => _cards.Value;

    /// <summary>The ids that profiles, configurations and suppressions may name.</summary>
    public IReadOnlyCollection<string> RuleIds => field ??= [.. Cards.Select(card => card.Id)];

    /// <summary>The ids that rules have now, by those that they had before.</summary>
    public IReadOnlyDictionary<string, string> Renamed =>
        field ??= Cards
            .SelectMany(card => card.FormerIds, (card, former) => (former, card.Id))
            .ToDictionary(pair => pair.former, pair => pair.Id);

    /// <summary>Each rule's options, by the rule's id.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<RuleOption>> Options => _options.Value;

    /// <summary>This catalogue with packs from files; the same where none is named.</summary>
    /// <param name="paths">Names of packs that ship, and full paths of files or folders; a pack that is named twice is read once.</param>
    /// <exception cref="UserException">One cannot be read, or something is wrong in it.</exception>
    public Catalogue With(IReadOnlyCollection<string> paths)
    {
        if (paths.Count == 0)
            return this;
        var taken = new HashSet<string>(RuleIds, StringComparer.Ordinal);
        var added = new List<Pack>(Added);
        var dataPacks = new List<DataPack>(DataPacks);
        foreach (string path in paths.SelectMany(Find).Distinct())
        {
            if (ShippedNames.Contains(path))
            {
                dataPacks.Add(PackReader.Read($"{path}.yml", _shipped.ReadPack(path), taken));
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
        return new(_shipped, added, dataPacks);
    }

    /// <summary>This catalogue with the packs that somebody names, and those that a configuration and a profile name.</summary>
    /// <param name="packs">Names of packs that ship, and full paths.</param>
    /// <param name="configuration">Full path of the configuration; null for none.</param>
    /// <param name="profile">Name or full path of the profile; null for none.</param>
    /// <exception cref="UserException">A pack cannot be read, or something is wrong in it.</exception>
    public Catalogue With(IEnumerable<string> packs, string? configuration, string? profile)
    {
        string? profileFile = profile is null || !ProfileReader.IsFile(profile) ? null : profile;
        foreach (string file in ((string?[])[configuration, profileFile]).OfType<string>().Where(File.Exists))
        {
            PackList.Check(file, pack => Path.Exists(pack) || ShippedNames.Contains(Path.GetFileName(pack)));
            packs = packs.Concat(PackList.Of(file));
        }
        return With([.. packs.Distinct()]);
    }

    /// <summary>Checks that names are those of rules or families.</summary>
    /// <param name="option">Who names them, for errors.</param>
    /// <param name="names">The names.</param>
    /// <exception cref="UserException">One is not; the message names the nearest.</exception>
    public void CheckNames(string option, IEnumerable<string> names)
    {
        UserError[] errors =
        [
            .. names
                .Where(name => !Renamed.ContainsKey(name) && !Cards.Any(rule => rule.Id == name || rule.Family == name))
                .Select(name => new UserError(option, 0, 0, Unknown(name))),
        ];
        if (errors.Length > 0)
            throw new UserException(errors);
    }

    /// <summary>Builds the pack of a run; build it once and share it.</summary>
    public Pack CreatePack() => _shipped.Create().With(Added);

    /// <summary>Loads a profile that ships with PostLint, or one from a file.</summary>
    /// <param name="name">A name, or the path of a file.</param>
    /// <exception cref="UserException">There is none of that name, or it cannot be used.</exception>
    public Profile Profile(string name) => _reader.Value.Load(name);

    /// <summary>
    /// The profiles that ship for an edition, by name, as far as it takes to tell a submission's: without requirements and rules, since
    /// this is read at every start.
    /// </summary>
    public IReadOnlyList<Profile> Editions() => [.. Heads().Where(profile => profile.Edition is not null)];

    /// <summary>All profiles that ship, by name, without requirements and rules.</summary>
    internal IEnumerable<Profile> Heads() => ProfileNames.Select(name => _reader.Value.ReadHead(name, _shipped.ReadProfile(name)));

    /// <summary>A pack that ships, by its name, unless a file is called so; otherwise the files that a path names.</summary>
    private IReadOnlyList<string> Find(string path) =>
        ShippedNames.Contains(Path.GetFileName(path)) && !Path.Exists(path) ? [Path.GetFileName(path)] : PackReader.Find(path);

    private string Unknown(string name)
    {
        string? near = Nearest.Of(name, Cards.SelectMany(rule => (string[])[rule.Id, rule.Family]));
        return $"there is no rule or family {name}{(near is null ? "" : $"; did you mean {near}?")}";
    }
}
