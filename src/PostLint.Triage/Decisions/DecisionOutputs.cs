using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PostLint.Rules;

namespace PostLint.Triage.Decisions;

/// <summary>How messages of decisions are written.</summary>
/// <param name="Ask">The template of a message that asks for changes.</param>
/// <param name="Reject">The template of a message that rejects.</param>
/// <param name="Deadline">Until when changes have to be there, in the chair’s words; empty for none.</param>
internal sealed record DecisionWords(MessageTemplate Ask, MessageTemplate Reject, string Deadline);

/// <summary>
/// Makes of decisions what chairs do next, as files: nothing is sent. Messages hold the authors’ own words and are theirs alone; comments
/// for requests, which everybody reads, are masked.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="folder">Full path of the folder to write to.</param>
/// <param name="cards">The cards of rules by id.</param>
internal sealed class DecisionOutputs(RunFolder run, string folder, Func<string, RuleDescriptor?> cards)
{
    private static readonly JsonWriterOptions s_json = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] s_numbers = ["number", "pid", "paper id", "paper"],
        s_addresses = ["author emails", "primary contact author email", "principal contact", "contact email", "emails", "email", "authors"];

    /// <summary>Writes all of them; what an earlier call wrote is replaced.</summary>
    /// <param name="sheet">The decisions.</param>
    /// <param name="words">How messages are written.</param>
    /// <returns>The names of the files and folders that were written.</returns>
    public IReadOnlyList<string> Write(DecisionSheet sheet, DecisionWords words)
    {
        foreach (string part in (string[])["messages", "comments"])
        {
            if (Directory.Exists(In(part)))
                Directory.Delete(In(part), recursive: true);
        }
        var told = new List<Told>();
        foreach (DecidedSubmission submission in sheet.Submissions)
        {
            RecordLine line = run.Journal.Read(submission.Id);
            told.Add(new(submission, line.Record, line.PrivateColumns, MessageOf(submission, line, words)));
        }
        Write("decisions.json", output => WriteAll(output, sheet, told));
        Write("decisions.csv", output => WriteTable(output, told));
        Write("disagreements.csv", output => WriteList(output, told.Where(entry => entry.Of.IsDisputed)));
        Write("changed.csv", output => WriteList(output, told.Where(entry => entry.Of.IsChanged)));
        Write("hotcrp-tags.csv", output => WriteTags(output, told));
        Write("openreview-notes.json", output => WriteNotes(output, told));
        var written = new List<string>
        {
            "decisions.json",
            "decisions.csv",
            "disagreements.csv",
            "changed.csv",
            "hotcrp-tags.csv",
            "openreview-notes.json",
        };
        foreach (Told entry in told.Where(entry => entry.Message.Length > 0))
        {
            Write(Path.Combine("messages", RunFolder.NameOf(entry.Record.Id) + ".txt"), output =>
                output.Write(Encoding.UTF8.GetBytes(entry.Message))
            );
            if (entry.Record.Fields.ContainsKey("sha"))
                Write(Path.Combine("comments", RunFolder.NameOf(entry.Record.Id) + ".md"), output =>
                    output.Write(
                        Encoding.UTF8.GetBytes(AuthorMessage.Comment(entry.Record, TemplateOf(entry.Of, words), words.Deadline, cards))
                    )
                );
        }
        written.AddRange(((string[])["messages", "comments"]).Where(part => Directory.Exists(In(part))).Select(part => part + "/"));
        return written;
    }

    /// <summary>
    /// Writes what weights can be fitted by: rule, severity, clues and verdict of each finding that was decided about, and no word of any
    /// submission.
    /// </summary>
    /// <param name="sheet">The decisions.</param>
    /// <param name="path">Full path of the file.</param>
    public void WriteLearned(DecisionSheet sheet, string path) => RunFolder.Write(path, output =>
        {
            foreach (DecidedSubmission submission in sheet.Submissions)
            {
                if (submission.Kind is not { } kind)
                    continue;
                foreach (TriageFinding finding in run.Journal.Read(submission.Id).Record.Findings)
                {
                    using (var json = new Utf8JsonWriter(output))
                    {
                        json.WriteStartObject();
                        json.WriteString("rule", finding.Rule);
                        json.WriteString("severity", finding.Severity);
                        json.WriteStartArray("clues");
                        foreach (string clue in finding.Clues ?? [])
                            json.WriteStringValue(clue);
                        json.WriteEndArray();
                        json.WriteString("verdict", kind.Text());
                        json.WriteEndObject();
                    }
                    output.WriteByte((byte)'\n');
                }
            }
        });

    private string MessageOf(DecidedSubmission submission, RecordLine line, DecisionWords words) =>
        submission.Kind is DecisionKind.Ask or DecisionKind.Reject
            ? AuthorMessage.Of(line.Record, line.OwnFindings, TemplateOf(submission, words), words.Deadline, cards)
            : "";

    private static MessageTemplate TemplateOf(DecidedSubmission submission, DecisionWords words) =>
        submission.Kind is DecisionKind.Reject ? words.Reject : words.Ask;

    private static string NumberOf(TriageRecord record) =>
        s_numbers.Select(column => record.Fields.GetValueOrDefault(column)).FirstOrDefault(number => number is not null) ?? record.Id;

    private static string StateOf(DecidedSubmission submission) =>
        submission.IsDisputed ? "disagreement"
        : submission.Kind is null ? "changed since"
        : submission.IsChanged ? "decided, and changed since others decided"
        : "decided";

    private static void WriteAll(Stream output, DecisionSheet sheet, List<Told> told)
    {
        using var json = new Utf8JsonWriter(output, s_json);
        json.WriteStartObject();
        json.WriteStartArray("submissions");
        foreach (Told entry in told)
        {
            json.WriteStartObject();
            json.WriteString("id", entry.Record.Id);
            json.WriteString("title", entry.Record.Title);
            json.WriteString("state", StateOf(entry.Of));
            json.WriteString("decision", entry.Of.Kind?.Text());
            WriteDecisions(json, entry.Of.All, entry.Of.Current);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (sheet.Unknown.Count > 0)
        {
            json.WriteStartObject("unknown");
            WriteDecisions(json, sheet.Unknown, []);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteDecisions(Utf8JsonWriter json, IReadOnlyList<Decision> decisions, IReadOnlyList<Decision> current)
    {
        json.WriteStartArray("decisions");
        foreach (Decision decision in decisions)
        {
            json.WriteStartObject();
            json.WriteString("submission", decision.Submission);
            json.WriteString("decision", decision.Kind.Text());
            json.WriteString("by", decision.By);
            json.WriteString("when", TimeOf(decision));
            json.WriteString("why", decision.Why);
            json.WriteString("content", decision.Content);
            json.WriteBoolean("isOnPresentContent", current.Contains(decision));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string TimeOf(Decision decision) =>
        decision.When.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void WriteTable(Stream output, List<Told> told)
    {
        Put(output, "\uFEFF" + Csv.Line("id", "number", "title", "decision", "state", "by", "when", "why", "to", "message"));
        foreach (Told entry in told)
        {
            Put(
                output,
                Csv.Line(
                    entry.Record.Id,
                    NumberOf(entry.Record),
                    entry.Record.Title,
                    entry.Of.Kind?.Text() ?? "",
                    StateOf(entry.Of),
                    string.Join("; ", entry.Of.All.Select(decision => decision.By)),
                    TimeOf(entry.Of.All[^1]),
                    entry.Of.Why,
                    string.Join("; ", AddressesOf(entry)),
                    entry.Message
                )
            );
        }
    }

    private static void WriteList(Stream output, IEnumerable<Told> told)
    {
        Put(output, "\uFEFF" + Csv.Line("id", "number", "title", "by", "decision", "when", "why", "on present content"));
        foreach (Told entry in told)
        {
            foreach (Decision decision in entry.Of.All)
                Put(
                    output,
                    Csv.Line(
                        entry.Record.Id,
                        NumberOf(entry.Record),
                        entry.Record.Title,
                        decision.By,
                        decision.Kind.Text(),
                        TimeOf(decision),
                        decision.Why,
                        entry.Of.Current.Contains(decision) ? "yes" : "no"
                    )
                );
        }
    }

    /// <summary>An assignment file for HotCRP: its page Assignments, Bulk update, takes it.</summary>
    private static void WriteTags(Stream output, List<Told> told)
    {
        Put(output, Csv.Line("paper", "action", "tag"));
        foreach (Told entry in told)
        {
            string number = NumberOf(entry.Record);
            if (entry.Of.Kind is { } kind && number.All(char.IsAsciiDigit))
                Put(output, Csv.Line(number, "tag", $"postlint-{kind.Text()}"));
        }
    }

    /// <summary>Edits for the second interface of OpenReview: a client posts each with its invitation, signatures and note.</summary>
    private static void WriteNotes(Stream output, List<Told> told)
    {
        using var json = new Utf8JsonWriter(output, s_json);
        json.WriteStartArray();
        foreach (Told entry in told)
        {
            if (entry.Message.Length == 0 || VenueOf(entry) is not { } venue)
                continue;
            string submission = $"{venue}/Submission{NumberOf(entry.Record)}",
                chairs = $"{venue}/Program_Chairs";
            json.WriteStartObject();
            json.WriteString("invitation", $"{submission}/-/Official_Comment");
            WriteList(json, "signatures", chairs);
            json.WriteStartObject("note");
            json.WriteString("forum", entry.Record.Id);
            json.WriteString("replyto", entry.Record.Id);
            WriteList(json, "signatures", chairs);
            WriteList(json, "readers", chairs, $"{submission}/Authors");
            json.WriteStartObject("content");
            WriteValue(json, "title", entry.Of.Kind is DecisionKind.Reject ? "Your submission" : "Please change your submission");
            WriteValue(json, "comment", entry.Message);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteList(Utf8JsonWriter json, string name, params string[] values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartObject(name);
        json.WriteString("value", value);
        json.WriteEndObject();
    }

    /// <summary>The venue as OpenReview calls it; null where the source does not say.</summary>
    private static string? VenueOf(Told entry)
    {
        string? domain = entry.Column("domain");
        if (domain is not null)
            return domain;
        string? invitation = entry.Column("invitations") ?? entry.Column("invitation");
        return invitation?.Split("/-/", 2) is [{ Length: > 0 } venue, _] ? venue : null;
    }

    private static IEnumerable<string> AddressesOf(Told entry) =>
        s_addresses
            .Select(entry.Column)
            .OfType<string>()
            .SelectMany(Tables.PersonCell.AllIn)
            .SelectMany(person => person.Ids)
            .Where(id => id.Contains('@', StringComparison.Ordinal))
            .Distinct(StringComparer.OrdinalIgnoreCase);

    private static void Put(Stream output, string text) => output.Write(Encoding.UTF8.GetBytes(text));

    private string In(string name) => Path.Combine(folder, name);

    private void Write(string name, Action<Stream> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(name))!);
        RunFolder.Write(In(name), write);
    }

    /// <summary>A submission with its message; empty for one that is kept, or not decided.</summary>
    private sealed record Told(DecidedSubmission Of, TriageRecord Record, IReadOnlyDictionary<string, string> PrivateFields, string Message)
    {
        public string? Column(string name) =>
            Record
                .Fields.Concat(PrivateFields)
                .FirstOrDefault(field => field.Key.Equals(name, StringComparison.OrdinalIgnoreCase) && field.Value.Length > 0)
                .Value;
    }
}
