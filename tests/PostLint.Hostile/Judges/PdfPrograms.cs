namespace PostLint.Hostile.Judges;

/// <summary>qpdf finds a fixed document as sound as it was.</summary>
internal sealed class Qpdf : IJudge
{
    public string Name => "qpdf --check";

    public bool IsInstalled => Tool.Has("qpdf");

    public IReadOnlyList<Verdict> Compare(string before, string after, IReadOnlyList<string> files)
    {
        var verdicts = new List<Verdict>();
        foreach (string file in files.Where(file => Path.GetExtension(file) is ".pdf"))
        {
            (int code, string output) = Tool.Run("qpdf", after, "--check", file);
            if (code != 0 && Tool.Run("qpdf", before, "--check", file).Code < code)
                verdicts.Add(new(file, output.ReplaceLineEndings(" ")));
        }
        return verdicts;
    }
}

/// <summary>Poppler's programs find the same text, the same number of pages, the same links, and draw the same.</summary>
internal sealed class Poppler : IJudge
{
    private static readonly (string Program, string[] Arguments)[] s_looks =
    [
        ("pdftotext", ["-layout", "", "-"]),
        ("pdfinfo", ["-url", ""]),
        ("pdftoppm", ["-r", "30", "-gray", ""]),
    ];

    public string Name => "pdftotext, pdfinfo, pdftoppm";

    public bool IsInstalled => Tool.Has("pdftotext");

    public IReadOnlyList<Verdict> Compare(string before, string after, IReadOnlyList<string> files) =>
        [
            .. from file in files
            where Path.GetExtension(file) is ".pdf"
            from look in s_looks
            let arguments = look.Arguments.Select(argument => argument.Length == 0 ? file : argument)
            where Tool.Run(look.Program, before, arguments) != Tool.Run(look.Program, after, arguments)
            select new Verdict(file, $"{look.Program} shows something else"),
        ];
}
