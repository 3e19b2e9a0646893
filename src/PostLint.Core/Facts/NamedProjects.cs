using System.Buffers;
using System.Text.RegularExpressions;

namespace PostLint.Facts;

/// <summary>An account and what belongs to it, as a command or call names them without an address.</summary>
/// <param name="Address">The address at which a browser finds it, from which host and account are read.</param>
/// <param name="Span">Account and project as written.</param>
internal readonly record struct NamedProject(string Address, TextSpan Span);

/// <summary>
/// Finds accounts that commands and calls name:
/// <c>docker pull user/image</c>, <c>load_dataset("user/data")</c>, <c>gh repo clone user/code</c>.
/// </summary>
internal static partial class NamedProjects
{
    private const int LongestCommand = 600; // characters
    private const int Timeout = 1_000; // milliseconds; the patterns are linear, this guards against what nobody thought of
    private const string Hub = "https://huggingface.co/",
        Code = "https://github.com/",
        Images = "https://hub.docker.com/r/";

    // What a command is told by, the grammar that is tried there, and where its accounts live.
    private static readonly (string Trigger, Func<Regex> Pattern, string Prefix)[] s_grammars =
    [
        ("docker ", DockerCommand, Images),
        ("podman ", DockerCommand, Images),
        ("docker://", DockerCommand, Images),
        ("FROM ", DockerCommand, Images),
        ("load_dataset(", HubCall, Hub),
        ("load_dataset_builder(", HubCall, Hub),
        ("from_pretrained(", HubCall, Hub),
        ("hub_download(", HubCall, Hub),
        ("snapshot_download(", HubCall, Hub),
        ("SentenceTransformer(", HubCall, Hub),
        ("InferenceClient(", HubCall, Hub),
        ("gr.load(", HubCall, Hub),
        ("gradio_client", GradioClient, Hub),
        ("pipeline(", HubModel, Hub),
        ("LLM(", HubModel, Hub),
        ("hf-hub:", HubName, Hub),
        ("hf_hub:", HubName, Hub),
        ("huggingface-cli download ", HubCommand, Hub),
        ("hf download ", HubCommand, Hub),
        ("vllm serve ", HubCommand, Hub),
        ("hub.load(", TorchHub, Code),
        ("repo clone ", CloneCommand, Code),
        ("install_github(", InstallCall, Code),
        ("degit ", CloneCommand, Code),
        ("github:", PackageName, Code),
        ("Api().", TrackerCall, "https://wandb.ai/"),
        ("api.", TrackerCall, "https://wandb.ai/"),
        ("use_artifact(", TrackerPath, "https://wandb.ai/"),
        ("run_path=", TrackerPath, "https://wandb.ai/"),
        ("kaggle datasets download ", KaggleCommand, "https://www.kaggle.com/datasets/"),
        ("kaggle kernels pull ", KaggleCommand, "https://www.kaggle.com/code/"),
        ("dataset_download(", HubCall, "https://www.kaggle.com/datasets/"),
        ("gdown", DriveFile, "https://drive.google.com/file/d/"),
    ];

    private static readonly SearchValues<string> s_triggers = SearchValues.Create(
        [.. s_grammars.Select(grammar => grammar.Trigger)],
        StringComparison.Ordinal
    );

    private static readonly SearchValues<char> s_wordEnds = SearchValues.Create(" \t\r\n\"'`\\<>|;&");

    // Account and project; the same between quotation marks, which notebooks escape.
    private const string Value = """(?<value>\w[\w.-]{1,40}/\w[\w.-]{0,95})""",
        Quote = """\\?["']""",
        Quoted = Quote + Value + Quote;

    // First parts of paths that programs are given and no account has.
    private static readonly HashSet<string> s_folders = new(StringComparer.OrdinalIgnoreCase)
    {
        "output",
        "outputs",
        "out",
        "result",
        "results",
        "run",
        "runs",
        "save",
        "saved",
        "saves",
        "saved_models",
        "ckpt",
        "ckpts",
        "log",
        "logs",
        "weights",
        "trained",
        "local",
        "cache",
        "assets",
        "experiments",
        "exp",
        "pretrained",
        "trained_models",
        "my_model",
        "src",
        "scripts",
        "configs",
        "library",
        "images",
        "figures",
    };

    /// <summary>Finds them, in the order of the text.</summary>
    public static IEnumerable<NamedProject> In(string text)
    {
        for (int at = 0; at < text.Length; at++)
        {
            int found = text.AsSpan(at).IndexOfAny(s_triggers);
            if (found < 0)
                yield break;
            at += found;
            foreach ((string trigger, Func<Regex> pattern, string prefix) in s_grammars)
            {
                if (!text.AsSpan(at).StartsWith(trigger, StringComparison.Ordinal))
                    continue;
                Match match = pattern().Match(text, at);
                if (!match.Success || (prefix == Images ? ImageOf(text, match) : Read(match, prefix)) is not { } named)
                    continue;
                yield return named;
                at = named.Span.End - 1;
                break;
            }
        }
    }

    private static NamedProject? Read(Match match, string prefix)
    {
        Group value = match.Groups["value"];
        return s_folders.Contains(value.Value.Split('/')[0]) ? null : new($"{prefix}{value.Value}", new(value.Index, value.Length));
    }

    /// <summary>The image of a command: its first word that looks like one. Options, volumes and variables do not.</summary>
    private static NamedProject? ImageOf(string text, Match command)
    {
        int at = command.Index + command.Length,
            end = Math.Min(text.Length, at + LongestCommand);
        while (at < end)
        {
            int length = text.AsSpan(at, end - at).IndexOfAny(s_wordEnds);
            int stop = length < 0 ? end : at + length;
            Match image = Image().Match(text[at..stop]);
            if (image.Success)
            {
                Group value = image.Groups["value"],
                    host = image.Groups["host"];
                string prefix = host.Success ? $"https://{host.Value}" : Images;
                return new($"{prefix}{value.Value}", new(at + value.Index, value.Length));
            }
            bool isContinued = stop + 1 < end && text[stop] is '\\' && text[stop + 1] is '\r' or '\n' or '\\';
            bool isLineEnd = stop < end && (text[stop] is '\n' || text.AsSpan(stop).StartsWith("\\n")); // the second, in notebooks
            if (isLineEnd && !isContinued)
                return null;
            at = isContinued ? stop + 2 : stop + 1;
        }
        return null;
    }

    [GeneratedRegex(
        """\G(?:docker|podman) (?:image )?(?:pull|run)\b|\Gdocker://|\G(?<=^|\n)FROM """,
        RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex DockerCommand();

    [GeneratedRegex(
        """^(?<host>(?:ghcr|quay)\.io/)?(?:docker\.io/)?(?<value>[a-z0-9][a-z0-9_.-]{1,40}/[a-z0-9][\w.-]{0,80})(?::[\w.-]{1,80})?$""",
        RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex Image();

    [GeneratedRegex("""\G\w+\(\s{0,20}(?:\w{1,40}\s?=\s?)?""" + Quoted, RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex HubCall();

    [GeneratedRegex("""\Ggradio_client[^()]{0,80}Client\(""" + Quoted, RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex GradioClient();

    [GeneratedRegex("""\G\w+\([^()\n]{0,120}?\bmodel\s?=\s?""" + Quoted, RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex HubModel();

    [GeneratedRegex("""\Ghf[-_]hub:""" + Value, RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex HubName();

    [GeneratedRegex(
        """\G(?:huggingface-cli download|hf download|vllm serve)(?: --[\w-]+(?: (?!--)[\w.-]+)?){0,6} """ + Value,
        RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex HubCommand();

    [GeneratedRegex(
        """\Ghub\.load\(\s{0,20}""" + Quote + Value + """(?::[\w./-]{1,60})?""" + Quote,
        RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex TorchHub();

    [GeneratedRegex("""\G(?:repo clone|degit) """ + Value, RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex CloneCommand();

    [GeneratedRegex(
        """\Ginstall_github\(\s{0,20}""" + Quote + Value + """(?:[@/][\w./-]{1,60})?""" + Quote,
        RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex InstallCall();

    [GeneratedRegex("""\G(?<=[\s"'])github:""" + Value, RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex PackageName();

    [GeneratedRegex(
        """\G(?:Api\(\)|api)\.(?:runs?|sweep|artifact|project)\(\s{0,20}""" + Quote + Value + """(?:/[\w.:-]{1,80})?""" + Quote,
        RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex TrackerCall();

    [GeneratedRegex(
        """\G(?:use_artifact\(|run_path=)\s{0,20}""" + Quote + Value + """/[\w.:-]{1,80}""" + Quote,
        RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex TrackerPath();

    [GeneratedRegex("""\Gkaggle (?:datasets download|kernels pull)(?: -[\w-]+){0,4} """ + Value, RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex KaggleCommand();

    [GeneratedRegex(
        """\Ggdown(?:\.download)?[\s(]{1,4}(?:--id[ =]|id\s?=\s?)?""" + Quote + """?(?<value>[\w-]{25,44})(?![\w-])""",
        RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex DriveFile();
}
