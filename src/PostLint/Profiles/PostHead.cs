using System.Globalization;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Profiles;

/// <summary>
/// What the head of a post says of its edition, read line by line: the profile has to be known before the post is parsed.
/// </summary>
/// <param name="FileDate">The date that its file name begins with.</param>
/// <param name="Date">The date in its front matter.</param>
/// <param name="Layout">The layout that its front matter names; empty for none.</param>
internal sealed record PostHead(DateOnly? FileDate, DateOnly? Date, string Layout)
{
    private const string DateFormat = "yyyy-MM-dd";
    private const int MostLines = 400; // of front matter, more than any author list takes

    public static PostHead Of(Submission submission)
    {
        if (submission.Files is not [{ Role: FileRole.Post } post, ..])
            return new(null, null, "");
        DateOnly? fileDate = DateAt(Path.GetFileName(post.Path));
        // The tracks publish with Jekyll: what is written for Quarto is of none of them, whatever day it has inside.
        if (Path.GetExtension(post.Path).ToUpperInvariant() is ".QMD" or ".RMD" or ".IPYNB")
            return new(fileDate, null, "");
        return post.Text is { } text ? Read(text, fileDate) : new(fileDate, null, "");
    }

    /// <summary>A date as editions write theirs.</summary>
    public static string Written(DateOnly date) => date.ToString(DateFormat, CultureInfo.InvariantCulture);

    private static PostHead Read(SourceText text, DateOnly? fileDate)
    {
        var head = new PostHead(fileDate, null, "");
        int line = 1;
        while (line < text.LineCount && line < MostLines && text.Slice(text.LineSpan(line)).IsWhiteSpace())
            line++;
        if (text.Slice(text.LineSpan(line)).TrimEnd() is not "---")
            return head;
        int last = Math.Min(text.LineCount, line + MostLines);
        for (line++; line <= last && !IsFence(text, line); line++)
        {
            ReadOnlySpan<char> content = text.Slice(text.LineSpan(line));
            if (head.Date is null && ValueOf("date", content) is { } date)
                head = head with { Date = DateAt(date) };
            else if (head.Layout.Length == 0 && ValueOf("layout", content) is { } layout)
                head = head with { Layout = layout };
        }
        return head;
    }

    private static bool IsFence(SourceText text, int line) => text.Slice(text.LineSpan(line)).TrimEnd() is "---" or "...";

    /// <summary>The value of a key at the line's start, without quotation marks and comment.</summary>
    private static string? ValueOf(string key, ReadOnlySpan<char> line)
    {
        if (!line.StartsWith(key) || !line[key.Length..].TrimStart().StartsWith(':'))
            return null;
        ReadOnlySpan<char> value = line[(line.IndexOf(':') + 1)..];
        int comment = value.IndexOf(" #");
        return (comment < 0 ? value : value[..comment]).Trim().Trim("\"'").ToString();
    }

    /// <summary>The date that a text begins with; null for none, such as the thirteenth month.</summary>
    private static DateOnly? DateAt(string text)
    {
        if (text.Length < DateFormat.Length || (text.Length > DateFormat.Length && char.IsDigit(text[DateFormat.Length])))
            return null;
        return DateOnly.TryParseExact(
            text.AsSpan(0, DateFormat.Length),
            DateFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out DateOnly date
        )
            ? date
            : null;
    }
}
