using System.Text.RegularExpressions;
using PostLint.Names;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>How a comment names somebody.</summary>
public enum CommentNameKind
{
    /// <summary>Who is speaking: “Ada: I would leave this out”.</summary>
    Speaker,

    /// <summary>Who is spoken to: “Hi Ada and Ben,”.</summary>
    Greeting,

    /// <summary>Who signs: “Best regards, Ada”.</summary>
    Signature,

    /// <summary>Who is to do something: “TODO(ada)”, “@ada please check”.</summary>
    Assignee,
}

/// <summary>A name in a comment, told by its position.</summary>
/// <param name="Kind">How it is used.</param>
/// <param name="Name">As written.</param>
/// <param name="IsSure">Whether the position alone tells a name: brackets around a speaker, a greeting, a signature under a
/// farewell.</param>
/// <param name="Place">Where it stands.</param>
public sealed record CommentedName(CommentNameKind Kind, Sensitive Name, bool IsSure, Place Place) : Fact(Place)
{
    /// <summary>Whether it is no label: the first word is a usual given name, or it is given as an author’s.</summary>
    public bool IsPerson { get; init; }
}

/// <summary>Finds conversations between authors in comments of every kind.</summary>
/// <param name="speakers">The names that people call each other by.</param>
internal sealed class CommentedNameExtractor(Speakers speakers) : IExtractor
{
    private const int LongestLine = 2_000; // UTF-16 units; longer ones are commented-out text

    private readonly RemarkTalk _talk = new(speakers);

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        var others = new HashSet<string>(StringComparer.Ordinal);
        var small = new SmallWords(document.Tree.Plain);
        foreach (TextUnit unit in document.Units)
        {
            Node node = unit.Block.Node;
            if (node.Kind is NodeKind.Comment)
                Read(document, unit.Block, others, small, facts);
        }
    }

    private void Read(Document document, TextBlock block, HashSet<string> others, SmallWords small, ICollection<Fact> facts)
    {
        bool isAfterFarewell = false;
        var greeted = new List<string>();
        foreach (TextSpan line in Lines(document, block))
        {
            ReadOnlySpan<char> text = document.Source.Slice(line);
            if (text.IsWhiteSpace())
                continue;
            if (
                isAfterFarewell
                && CommentShapes.Signature().Match(text.ToString()) is { Success: true } signature
                && IsOwn(signature.Groups["name"], others)
            )
                Add(document, block, line, signature.Groups["name"], CommentNameKind.Signature, true, small, facts);
            isAfterFarewell = text.Length < 60 && CommentShapes.Farewell().IsMatch(text);
            if (text.Length > LongestLine)
                continue;
            string content = text.ToString();
            if (CommentShapes.Greeting().Match(content) is { Success: true } greeting)
            {
                greeted.AddRange(
                    greeting.Groups["name"].Captures.SelectMany(capture => new[] { capture.Value, capture.Value.Split(' ')[0] })
                );
                bool isToOthers = greeting.Groups["team"].Success; // a team that is written to is another one
                if (!isToOthers)
                    Add(document, block, line, greeting.Groups["name"], CommentNameKind.Greeting, true, small, facts);
            }
            else if (CommentShapes.Speaker().Match(content) is { Success: true } speaker)
            {
                Group name = speaker.Groups["name"];
                bool isSure =
                    speaker.Groups["open"].Length > 0
                    || _talk.IsSpeaker(name.Value.Trim(), RemarkBehind(document, block, line.Start + name.Index + name.Length));
                Add(document, block, line, name, CommentNameKind.Speaker, isSure, small, facts);
            }
            else if (CommentShapes.LowSpeaker().Match(content) is { Success: true } low)
            {
                Group name = low.Groups["name"];
                bool isSure = RemarkTalk.IsTalk(content.AsSpan(low.Length)) && _talk.IsSpeaker(name.Value, content.AsSpan(low.Length));
                if (isSure)
                    Add(document, block, line, name, CommentNameKind.Speaker, true, small, facts);
            }
            foreach (Match reply in CommentShapes.Reply().Matches(content))
            {
                bool isSure = _talk.IsSpeaker(reply.Groups["name"].Value, content.AsSpan(reply.Index + reply.Length));
                if (isSure)
                    Add(document, block, line, reply.Groups["name"], CommentNameKind.Speaker, true, small, facts);
            }
            if (CommentShapes.Assignee().Match(content) is { Success: true } assignee)
            {
                bool isSure = assignee.Groups["mark"].Length > 0 || _talk.IsGiven(assignee.Groups["name"].Value);
                Add(document, block, line, assignee.Groups["name"], CommentNameKind.Assignee, isSure, small, facts);
            }
            if (CommentShapes.Asked().Match(content) is { Success: true } asked && _talk.IsGiven(asked.Groups["name"].Value))
            {
                Add(document, block, line, asked.Groups["name"], CommentNameKind.Assignee, true, small, facts);
            }
            foreach (Match handle in CommentShapes.Handle().Matches(content))
            {
                bool isSure = handle.Groups["first"].Success || RemarkTalk.IsTalk(content);
                if (isSure && !CommentWords.Marks.Contains(handle.Groups["name"].Value))
                    Add(document, block, line, handle.Groups["name"], CommentNameKind.Assignee, true, small, facts);
            }
            if (CommentShapes.FarewellLine().Match(content) is { Success: true } inline && IsOwn(inline.Groups["name"], others))
            {
                Add(document, block, line, inline.Groups["name"], CommentNameKind.Signature, true, small, facts);
            }
            else if (
                CommentShapes.SignedLine().Match(content) is { Success: true } signed
                && (RemarkTalk.IsTalk(content.AsSpan(0, signed.Index)) || _talk.IsGiven(signed.Groups["name"].Value))
            )
            {
                Add(document, block, line, signed.Groups["name"], CommentNameKind.Signature, true, small, facts);
            }
        }
        others.UnionWith(greeted);
    }

    /// <summary>
    /// Whether who signs was not written to before: whoever answers a letter that stands in an earlier comment is somebody else.
    /// </summary>
    private static bool IsOwn(Group signature, HashSet<string> others) => !others.Contains(signature.Value);

    /// <summary>The rest of a comment.</summary>
    private static ReadOnlySpan<char> RemarkBehind(Document document, TextBlock block, int start) =>
        document.Source.Slice(TextSpan.Between(start, Math.Max(start, block.Segments[^1].End))).TrimStart(" ):].");

    private static IEnumerable<TextSpan> Lines(Document document, TextBlock block)
    {
        foreach (TextSpan segment in block.Segments)
        {
            for (int at = segment.Start; at < segment.End; )
            {
                int end = document.Source.Text.IndexOf('\n', at, segment.End - at);
                end = end < 0 ? segment.End : end;
                yield return TextSpan.Between(at, end);
                at = end + 1;
            }
        }
    }

    private void Add(
        Document document,
        TextBlock block,
        TextSpan line,
        Group name,
        CommentNameKind kind,
        bool isSure,
        SmallWords small,
        ICollection<Fact> facts
    )
    {
        foreach (Capture capture in name.Captures)
        {
            string found = capture.Value.Trim(),
                first = found.Split(' ')[0];
            bool isWord =
                CommentWords.Labels.Contains(found)
                || CommentWords.Labels.Contains(first)
                || (kind is CommentNameKind.Greeting or CommentNameKind.Signature && CommentWords.Addressees.Contains(first))
                || NameShapes.IsCommon(first);
            if (
                isWord
                || PlaceholderNames.IsAnybody(found)
                || (
                    !isSure
                    && (
                        small.Hold(first)
                        || (
                            _talk.IsLabel(first)
                            && !RemarkTalk.IsPersonal(
                                document.Source.Slice(TextSpan.Between(line.Start + capture.Index + capture.Length, line.End))
                            )
                        )
                    )
                )
            )
                continue;
            facts.Add(
                new CommentedName(kind, found, isSure, document.PlaceOf(new(line.Start + capture.Index, capture.Length), block.Context))
                {
                    IsPerson = _talk.IsGiven(first),
                }
            );
        }
    }
}
