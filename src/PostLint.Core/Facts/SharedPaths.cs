using System.Buffers;
using System.Text.RegularExpressions;
using PostLint.Names;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>
/// Finds the accounts in paths of shared machines, whose disks have no home directory by that name: <c>/data/ada/envs/…</c>,
/// <c>/u/ada/…</c>,
/// <c>/mnt/disk1/users/ada/…</c>; and home directories whose slashes are escaped. A disk holds data as well: a name counts where a
/// folder for
/// people is above it, or what people keep in their own folder is below.
/// </summary>
internal sealed partial class SharedPathExtractor : IExtractor
{
    private const int Timeout = 1_000; // milliseconds; the patterns are linear

    private static readonly SearchValues<string> s_triggers = SearchValues.Create(
        [
            "/data",
            "/mnt/",
            "/u/",
            "/export/",
            "/raid",
            "/storage",
            "/home1/",
            "/home2/",
            "/home3/",
            "/homes/",
            "/ssd",
            "/hdd",
            "/nvme",
            "/disk",
            "/vol",
            "/afs/",
            "/share",
            "/work",
            "/project",
            "/local",
            "/net/",
            "/netscratch/",
            "/fast",
            "/fsx/",
            "/ceph",
            "/beegfs/",
            "/weka",
            "/vast/",
            "/srv/",
            "/nas",
            "/media/",
            "/private/",
            "/ibex/",
            "/om/",
            "/om2/",
            "/checkpoint/",
            "/scratch1/",
            "/scratch2/",
        ],
        StringComparison.Ordinal
    );

    private static readonly SearchValues<string> s_escapes = SearchValues.Create(
        [
            "\\/home\\/",
            "\\/Users\\/",
            "u002fhome",
            "u002Fhome",
            "u002fUsers",
            "u002FUsers",
            "x2F;home",
            "x2f;home",
            "x2F;Users",
            "x2f;Users",
            "#47;home",
            "#47;Users",
            "%2Fhome%2F",
            "%2fhome%2f",
            "%2FUsers%2F",
            "%5CUsers%5C",
            "u005cUsers",
            "u005CUsers",
        ],
        StringComparison.Ordinal
    );

    // Folders that hold one folder for each of some people.
    private static readonly HashSet<string> s_people = new(StringComparer.OrdinalIgnoreCase)
    {
        "user",
        "users",
        "home",
        "homes",
        "people",
        "personal",
        "usr",
        "members",
        "students",
        "staff",
        "accounts",
        "homedirs",
    };

    // Folders and disks that stand above those of people, or of data.
    private static readonly HashSet<string> s_disks = new(StringComparer.OrdinalIgnoreCase)
    {
        "data",
        "scratch",
        "work",
        "share",
        "shared",
        "storage",
        "local",
        "nas",
        "nfs",
        "disk",
        "ssd",
        "hdd",
        "nvme",
        "vol",
        "volume",
        "volumes",
        "raid",
        "fs",
        "lustre",
        "gpfs",
        "beegfs",
        "ceph",
        "cephfs",
        "weka",
        "fast",
        "slow",
        "nobackup",
        "project",
        "projects",
        "group",
        "groups",
        "workspace",
        "net",
        "media",
        "export",
        "backup",
        "cluster",
        "server",
    };

    // Disks of projects and containers, whose folders are not named after people unless something says so.
    private static readonly HashSet<string> s_projects = new(StringComparer.OrdinalIgnoreCase)
    {
        "work",
        "works",
        "workspace",
        "project",
        "projects",
        "local",
        "srv",
        "media",
        "share",
        "shared",
        "private",
        "checkpoint",
    };

    // What people keep in a folder of their own, and nobody else does.
    private static readonly HashSet<string> s_own = new(StringComparer.OrdinalIgnoreCase)
    {
        "anaconda",
        "anaconda3",
        "miniconda",
        "miniconda3",
        "miniforge3",
        "mambaforge",
        "micromamba",
        "envs",
        "venvs",
        "thesis",
        "phd",
        "documents",
        "desktop",
        "downloads",
        "dropbox",
        "pycharmprojects",
    };

    // What people keep there, and projects too.
    private static readonly HashSet<string> s_below = new(StringComparer.OrdinalIgnoreCase)
    {
        "conda",
        "venv",
        "code",
        "codes",
        "repos",
        "repo",
        "git",
        "github",
        "gitlab",
        "research",
        "dev",
        "workspace",
        "experiments",
        "exps",
        "wandb",
        "projects",
        "project",
        "notebooks",
        "papers",
        "coding",
        "work",
        "sandbox",
        "playground",
        "homework",
        "runs",
    };

    // What disks hold beside the folders of people: sets of data, models and what programs make.
    private static readonly HashSet<string> s_things = new(StringComparer.OrdinalIgnoreCase)
    {
        "imagenet",
        "imagenet1k",
        "ilsvrc2012",
        "ilsvrc",
        "cifar",
        "cifar10",
        "cifar100",
        "cifar-10",
        "cifar-100",
        "mnist",
        "fashionmnist",
        "emnist",
        "svhn",
        "stl10",
        "coco",
        "coco2017",
        "mscoco",
        "voc",
        "lsun",
        "celeba",
        "ffhq",
        "kitti",
        "nuscenes",
        "waymo",
        "ade20k",
        "cityscapes",
        "laion",
        "pile",
        "c4",
        "wikitext",
        "wiki",
        "wikipedia",
        "openwebtext",
        "bookcorpus",
        "redpajama",
        "dolma",
        "fineweb",
        "glue",
        "superglue",
        "squad",
        "mmlu",
        "gsm8k",
        "librispeech",
        "commonvoice",
        "shapenet",
        "modelnet",
        "objaverse",
        "train",
        "training",
        "valid",
        "validation",
        "val",
        "test",
        "eval",
        "dev",
        "raw",
        "processed",
        "interim",
        "external",
        "input",
        "inputs",
        "output",
        "outputs",
        "results",
        "images",
        "img",
        "imgs",
        "videos",
        "audio",
        "text",
        "texts",
        "corpus",
        "corpora",
        "json",
        "csv",
        "parquet",
        "features",
        "embeddings",
        "labels",
        "annotations",
        "llama",
        "llama2",
        "llama3",
        "mistral",
        "qwen",
        "gpt2",
        "bert",
        "resnet",
        "clip",
        "vit",
        "checkpoint",
        "ckpt",
        "ckpts",
        "weights",
        "pretrained",
        "cache",
        "huggingface",
        "hf",
        "torch",
        "logs",
        "log",
        "runs",
        "experiments",
        "exp",
        "exps",
        "code",
        "src",
        "source",
        "repo",
        "repos",
        "main",
        "build",
        "release",
        "debug",
        "app",
        "server",
        "client",
        "api",
        "config",
        "configs",
        "scripts",
        "notebooks",
        "docs",
        "www",
        "html",
        "folders",
        "system",
        "etc",
        "run",
        "spool",
        "mail",
        "nvidia",
        "cuda",
        "python",
        "conda",
        "miniconda3",
        "anaconda3",
        "miniconda",
        "anaconda",
        "research",
        "wandb",
        "mlruns",
        "tensorboard",
        "jupyter",
        "notebook",
        "ros",
        "docker",
        "containers",
        "images",
        "drive",
        "gdrive",
        "mydrive",
        "google",
        "google-drive",
        "googlesdk",
        "local",
        "c",
        "d",
        "e",
        "data1",
        "data2",
        "small",
        "large",
        "tiny",
        "base",
        "atari",
        "mujoco",
        "gym",
        "minigrid",
        "d4rl",
    };

    /// <inheritdoc/>
    public bool ReadsMetadata => true;

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        string text = document.Source.Text;
        for (int at = 0; at < text.Length; at++)
        {
            int found = text.AsSpan(at).IndexOfAny(s_triggers);
            if (found < 0)
                break;
            at += found;
            if ((at > 0 && IsWithinPath(text[at - 1])) || IsOfSite(text.AsSpan(Math.Max(0, at - 10), Math.Min(at, 10))))
                continue;
            if (Path().Match(text, at) is { Success: true } path)
                at = Math.Max(at, Shared(document, path, facts));
        }
        for (int at = 0; at < text.Length; at++)
        {
            int found = text.AsSpan(at).IndexOfAny(s_escapes);
            if (found < 0)
                break;
            at += found;
            if (Escaped().Match(text, at) is not { Success: true } escaped)
                continue;
            Add(document, escaped, escaped.Groups["value"], IdentifierKind.HomePath, facts);
        }
    }

    /// <summary>A path that begins within a word or a longer path is part of an address or relative to something.</summary>
    private static bool IsWithinPath(char before) =>
        char.IsLetterOrDigit(before)
        || before is '/' or '.' or '~' or '_' or '-' or '}' or ')' or ']' or '$' or '%' or '*' or '@' or '+' or '>';

    /// <summary>Whether what stands before a path makes it the address of a page.</summary>
    private static bool IsOfSite(ReadOnlySpan<char> before)
    {
        ReadOnlySpan<char> bare = before.TrimEnd("\"' ");
        return bare.EndsWith("](", StringComparison.Ordinal)
            || bare.EndsWith("fetch(", StringComparison.Ordinal)
            || bare.EndsWith("href=", StringComparison.OrdinalIgnoreCase)
            || bare.EndsWith("src=", StringComparison.OrdinalIgnoreCase)
            || bare.EndsWith("url(", StringComparison.OrdinalIgnoreCase);
    }

    private static int Shared(Document document, Match path, ICollection<Fact> facts)
    {
        CaptureCollection parts = path.Groups["part"].Captures;
        bool isPeoples = path.Value.StartsWith("/u/", StringComparison.Ordinal) || path.Value.StartsWith("/home", StringComparison.Ordinal);
        int i = path.Value.StartsWith("/afs/", StringComparison.Ordinal) ? 2 : 1;
        while (i < parts.Count && (IsDisk(parts[i].Value) || s_people.Contains(parts[i].Value) || (isPeoples && parts[i].Length == 1)))
        {
            isPeoples |= s_people.Contains(parts[i].Value);
            i++;
        }
        if (i + 1 > parts.Count || (i + 1 == parts.Count && !path.Value.EndsWith('/')))
            return 0;
        string name = parts[i].Value;
        bool isProject = s_projects.Contains(parts[0].Value);
        bool isBelow = parts
            .Skip(i + 1)
            .Select(part => part.Value)
            .Any(part =>
                s_own.Contains(part)
                || (!isProject && s_below.Contains(part))
                || part is ".cache" or ".conda" or ".local" or ".ssh" or ".config"
            );
        if ((!isPeoples && !isBelow) || !Login().IsMatch(name) || s_things.Contains(name) || NameShapes.IsCommon(name))
            return 0;
        Add(document, path, parts[i], IdentifierKind.ClusterPath, facts);
        return path.Index + path.Length - 1;
    }

    private static bool IsDisk(string part) =>
        s_disks.Contains(part.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimEnd('-', '_'));

    private static void Add(Document document, Match path, Capture name, IdentifierKind kind, ICollection<Fact> facts)
    {
        if (PlaceholderNames.IsAnybody(name.Value) || document.NodesAt(path.Index).Any(node => node.Kind is NodeKind.Raw))
            return;
        facts.Add(new Identifier(kind, name.Value, document.PlaceOf(new(path.Index, path.Length))));
    }

    [GeneratedRegex("""\G(?:/(?<part>[\w.+@~-]{1,60})){2,14}/?""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Path();

    [GeneratedRegex("""^[a-z][a-z\d._-]{2,24}$""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Login();

    [GeneratedRegex(
        """
            \G(?:\\/|x2[fF];|[#]47;|%2[fF]|%5[cC]|u00(?:2[fF]|5[cC]))
                (?:home|Users)(?:\\/|&[#]x2[fF];|&[#]47;|%2[fF]|%5[cC]|\\+u00(?:2[fF]|5[cC]))
            (?<value>\p{L}[\p{L}\d._-]{1,40}?)(?=\\|&[#]|%|["'<\s])
            """,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        Timeout
    )]
    private static partial Regex Escaped();
}
