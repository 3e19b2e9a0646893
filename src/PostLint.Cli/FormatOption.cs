using System.CommandLine;
using PostLint.Reporting;

namespace PostLint.Cli;

/// <summary><c>--format</c>: what is written, and where to.</summary>
internal static class FormatOption
{
    public static Option<string[]> Create()
    {
        var option = new Option<string[]>("--format")
        {
            Description = (
                $"{string.Join(", ", ReportFormats.All.Select(format => $"{format.Name} ({format.Summary})"))}; to standard "
                + $"output or as FORMAT=FILE; may be repeated"
            ),
            HelpName = "FORMAT[=FILE]",
            AllowMultipleArgumentsPerToken = false,
            DefaultValueFactory = _ => [],
        };
        option.CompletionSources.Add(_ =>
            ReportFormats.All.Select(format => new System.CommandLine.Completions.CompletionItem(format.Name))
        );
        option.Validators.Add(result =>
        {
            string[] values = result.GetValueOrDefault<string[]>() ?? [];
            string known = string.Join(", ", ReportFormats.All.Select(format => format.Name));
            foreach (string value in values.Where(value => OutputTarget.Parse(value) is null))
            {
                string near = Nearest.Of(value.Split('=')[0], ReportFormats.All.Select(format => format.Name)) is { } meant
                    ? $"; did you mean {meant}?"
                    : "";
                result.AddError($"--format is one of {known}, alone or with =FILE, not “{value}”{near}");
            }
            if (values.Count(value => !value.Contains('=', StringComparison.Ordinal)) > 1)
            {
                result.AddError("--format: only one can go to standard output; write the others as FORMAT=FILE");
            }
        });
        return option;
    }

    /// <summary>The targets of the values; text on standard output where none is given.</summary>
    public static IReadOnlyList<OutputTarget> Read(string[] values) =>
        [.. values.DefaultIfEmpty("text").Select(value => OutputTarget.Parse(value)!)];
}
