using PostLint.Rules;

namespace PostLint.Reporting.Terminal;

/// <summary>Colours, or none.</summary>
internal sealed class Style(bool isOn)
{
    public string Strong(string text) => Paint(text, "1");

    public string Faint(string text) => Paint(text, "2");

    public string Of(Severity severity, string text) =>
        Paint(
            text,
            severity switch
            {
                Severity.Error => "1;31",
                Severity.Warning => "1;33",
                _ => "1;36",
            }
        );

    /// <summary>A text that leads to an address, where the terminal knows links; others show the text alone.</summary>
    public static string Link(string text, string address) => $"\e]8;;{address}\e\\{text}\e]8;;\e\\";

    private string Paint(string text, string code) => isOn && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;
}
