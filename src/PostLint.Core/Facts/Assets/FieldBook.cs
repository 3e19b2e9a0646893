namespace PostLint.Facts.Assets;

/// <summary>What a field of metadata is meant to hold.</summary>
internal enum FieldRole
{
    /// <summary>Nothing that could identify: sizes, dates, ids of documents.</summary>
    Ignored,

    /// <summary>Any text, such as a title or a description.</summary>
    Text,

    /// <summary>Who made or owns the file.</summary>
    Author,

    /// <summary>Who is heard or played.</summary>
    Performer,

    /// <summary>Who drew a font.</summary>
    Designer,

    /// <summary>Who holds the rights.</summary>
    Rights,

    /// <summary>A company, university or agency.</summary>
    Organisation,

    /// <summary>How to reach somebody.</summary>
    Contact,

    /// <summary>A named place.</summary>
    Place,

    /// <summary>Coordinates on the globe.</summary>
    Coordinates,

    /// <summary>A number that no two devices share.</summary>
    Serial,

    /// <summary>The name that somebody gave to a device.</summary>
    Device,

    /// <summary>The account of a service.</summary>
    Account,

    /// <summary>A program, camera or format.</summary>
    Tool,

    /// <summary>A colour profile, which may name a display.</summary>
    Profile,

    /// <summary>An offset from universal time.</summary>
    TimeZone,

    /// <summary>Where systems mark screenshots.</summary>
    Mark,
}

/// <summary>
/// Tells what a field holds: by the list of known fields, otherwise by the words that its name is made of. Built once, then only read.
/// </summary>
internal sealed class FieldBook
{
    // Words of names, the telling ones first: a CreatorTool is a tool, a DateCreated neither person nor place.
    private static readonly (FieldRole Role, string[] Words)[] s_words =
    [
        (
            FieldRole.Tool,
            ["tool", "software", "producer", "encoder", "generator", "application", "program", "version", "toolkit", "firmware"]
        ),
        (
            FieldRole.Ignored,
            [
                "date",
                "time",
                "width",
                "height",
                "count",
                "flag",
                "flags",
                "mode",
                "type",
                "format",
                "rate",
                "size",
                "position",
                "title",
                "instance",
                "document",
            ]
        ),
        (FieldRole.Serial, ["serial", "serialnumber"]),
        (FieldRole.Coordinates, ["latitude", "longitude", "coordinates", "gpsposition"]),
        (FieldRole.Contact, ["email", "mail", "phone", "telephone", "tel", "fax", "orcid"]),
        (FieldRole.Account, ["login", "account", "username", "userid"]),
        (FieldRole.Device, ["hostcomputer", "computer", "hostname", "host", "machine"]),
        (
            FieldRole.Organisation,
            ["company", "organization", "organisation", "institution", "institute", "affiliation", "university", "department", "employer"]
        ),
        (FieldRole.Place, ["city", "state", "province", "country", "location", "region", "sublocation"]),
        (
            FieldRole.Author,
            [
                "author",
                "authors",
                "creator",
                "artist",
                "owner",
                "photographer",
                "writer",
                "editor",
                "designer",
                "manager",
                "person",
                "contributor",
                "user",
                "signer",
                "reviewer",
            ]
        ),
        (FieldRole.Rights, ["copyright", "rights", "license", "licence"]),
    ];

    private readonly Dictionary<string, FieldRole> _roles = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a list: roles in brackets, then names.</summary>
    /// <exception cref="FormatException">A name stands before the first role, or there is no such role.</exception>
    public static FieldBook Read(string list)
    {
        var book = new FieldBook();
        FieldRole? role = null;
        foreach (string raw in list.Split('\n'))
        {
            string line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line[0] == '[')
            {
                role = Enum.TryParse(line.Trim('[', ']'), ignoreCase: true, out FieldRole known)
                    ? known
                    : throw new FormatException($"There is no role {line}.");
                continue;
            }
            foreach (string name in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                book._roles[name] = role ?? throw new FormatException($"{name} stands before the first role.");
        }
        return book;
    }

    /// <summary>What a field holds.</summary>
    /// <param name="group">Its group, as ExifTool calls it.</param>
    /// <param name="name">Its name.</param>
    public FieldRole RoleOf(string group, string name)
    {
        // ExifTool appends languages: Title-de, ProfileDescriptionML-fr-FR.
        string bare =
            name.IndexOf('-', StringComparison.Ordinal) is > 0 and int hyphen && name.Length - hyphen <= 6 && !_roles.ContainsKey(name)
                ? name[..hyphen]
                : name;
        string family = group[..FamilyLength(group)];
        if (
            _roles.TryGetValue($"{group}:{bare}", out FieldRole role)
            || _roles.TryGetValue($"{family}:{bare}", out role)
            || _roles.TryGetValue($"{group}:*", out role)
            || _roles.TryGetValue($"{family}:*", out role)
            || _roles.TryGetValue(bare, out role)
        )
        {
            return role;
        }
        return RoleOfWords(bare);
    }

    private static int FamilyLength(string group) =>
        group.IndexOfAny([' ', '-', '_'], Math.Min(1, group.Length)) is >= 0 and int end
        && !group.StartsWith("ICC_Profile", StringComparison.Ordinal)
            ? end
            : group.Length;

    private static FieldRole RoleOfWords(string name)
    {
        List<string> words = WordsOf(name);
        if (
            string.Concat(words) is var joined
            && (joined.EndsWith("userid", StringComparison.Ordinal) || joined.EndsWith("accountid", StringComparison.Ordinal))
        )
            return FieldRole.Account;
        foreach ((FieldRole role, string[] telling) in s_words)
        {
            if (words.Exists(word => telling.Contains(word)))
                return role;
        }
        return FieldRole.Text;
    }

    /// <summary>
    /// The words of a name in lower case: <c>CreatorWorkEmail</c>, <c>creator_work_email</c> and <c>Creator work e-mail</c> have the same,
    /// nearly.
    /// </summary>
    private static List<string> WordsOf(string name)
    {
        var words = new List<string>();
        int start = 0;
        for (int i = 1; i <= name.Length; i++)
        {
            bool ends = i == name.Length || !char.IsLetter(name[i]) || (char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]));
            if (!ends)
                continue;
            if (i > start && char.IsLetter(name[start]))
                words.Add(name[start..i].ToLowerInvariant());
            start = i < name.Length && char.IsLetter(name[i]) ? i : i + 1;
        }
        return words;
    }
}
