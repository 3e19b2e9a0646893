using System.CommandLine;

namespace PostLint.Cli;

/// <summary><c>--format</c>: what is written, and where to.</summary>
internal static class FormatOption
{
    public static Option<string[]> Create()
    {
        var option = new Option<string[]>("--format")
        {
            Description = "text, json, sarif, sarif-github (to upload), github (annotations), summary or comment (Markdown), to standard output or as FORMAT=FILE; may be repeated",
            HelpName = "FORMAT[=FILE]",
            AllowMultipleArgumentsPerToken = false,
            DefaultValueFactory = _ => [],
        };
        option.Validators.Add(result =>
        {
            string[] values = result.GetValueOrDefault<string[]>() ?? [];
            foreach (string value in values.Where(value => OutputTarget.Parse(value) is null))
            {
                result.AddError($"--format is one of {string.Join(", ", OutputTarget.Formats)}, alone or with =FILE, not “{value}”");
            }
            if (values.Count(value => !value.Contains('=', StringComparison.Ordinal)) > 1)
            {
                result.AddError("--format: only one can go to standard output; write the others as FORMAT=FILE");
            }
        });
        return option;
    }

    /// <summary>The targets of the values; text on standard output where none is given.</summary>
    public static IReadOnlyList<OutputTarget> Read(string[] values) => [.. values.DefaultIfEmpty("text").Select(value => OutputTarget.Parse(value)!)];
}
