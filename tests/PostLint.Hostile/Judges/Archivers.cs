namespace PostLint.Hostile.Judges;

/// <summary>unzip and tar find archives whole, with the same members.</summary>
internal sealed class Archivers : IJudge
{
    public string Name => "unzip, tar";

    public bool IsInstalled => Tool.Has("unzip") && Tool.Has("tar");

    public IReadOnlyList<Verdict> Compare(string before, string after, IReadOnlyList<string> files)
    {
        var verdicts = new List<Verdict>();
        foreach (string file in files.Where(file => Path.GetExtension(file) is ".zip" or ".tar" or ".gz"))
        {
            (string program, string[] arguments) = Path.GetExtension(file) is ".zip"
                ? ("unzip", (string[])["-Z1", file])
                : ("tar", ["-tf", file]);
            if (Tool.Run(program, before, arguments) != Tool.Run(program, after, arguments))
                verdicts.Add(new(file, $"{program} lists something else"));
            if (program is "unzip" && Tool.Run(program, after, "-tq", file) is { Code: not 0 } broken)
                verdicts.Add(new(file, broken.Output.ReplaceLineEndings(" ")));
        }
        return verdicts;
    }
}
