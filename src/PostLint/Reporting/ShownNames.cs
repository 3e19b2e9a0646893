using PostLint.Reporting.Terminal;
using PostLint.Submissions;

namespace PostLint.Reporting;

/// <summary>Names of files and fields as commands print them beside reports: masked as reports mask them, and only text.</summary>
public sealed class ShownNames
{
    private readonly RedactedPlaces _places;
    private readonly Redactor _redactor;

    /// <summary>Learns what identifies somebody.</summary>
    /// <param name="run">What was found; null where nothing was looked for.</param>
    /// <param name="reveals">Whether everything is shown.</param>
    public ShownNames(LintRun? run, bool reveals)
    {
        LintRun known = run ?? new(new("", "", new Dictionary<string, Profiles.RuleSetting>()), [], [], null, []);
        _redactor = new(known, reveals);
        _places = new(known, _redactor);
    }

    /// <summary>Whether anything was masked so far.</summary>
    public bool HasMasked => _redactor.HasMasked;

    /// <summary>A path, with forward slashes.</summary>
    public string File(string path) => Printable.Path(_places.PathOf(path));

    /// <summary>A path that was not read, with forward slashes.</summary>
    public string File(Unread unread) => Printable.Path(_places.PathOf(unread));

    /// <summary>Why something was not read, with what was perhaps meant.</summary>
    public string Reason(Unread unread) => Printable.Of(_places.GapOf(unread).Reason);

    /// <summary>The name of a field of metadata.</summary>
    public string Field(string name) => Printable.Of(_redactor.ShowField(name));

    /// <summary>A text of PostLint's that may quote a name.</summary>
    public string Text(string text) => Printable.Of(_redactor.ShowQuoted(text));
}
