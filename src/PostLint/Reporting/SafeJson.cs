using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace PostLint.Reporting;

/// <summary>JSON that may stand in a terminal or a log: ASCII only, and nothing in it that GitHub's runner takes for a command.</summary>
internal static class SafeJson
{
    /// <summary>How reports write JSON.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = Encoder() };

    /// <summary>The older form of the runner's commands begins with two number signs and a bracket, anywhere in a line.</summary>
    private static JavaScriptEncoder Encoder()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.BasicLatin);
        settings.ForbidCharacters('#');
        return JavaScriptEncoder.Create(settings);
    }
}
