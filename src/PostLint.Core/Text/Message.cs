using System.Runtime.CompilerServices;
using System.Text;

namespace PostLint.Text;

/// <summary>Text that identifies a person: marked in every message it is put into, whatever the message's author remembers.</summary>
/// <param name="Text">The text itself; read it only to compare or to reveal.</param>
public readonly record struct Sensitive(string Text)
{
    /// <summary>Marks a text.</summary>
    public static implicit operator Sensitive(string text) => new(text);

    /// <summary>Never the text itself.</summary>
    public override string ToString() => Message.Mask;
}

/// <summary>Text that identifies nobody, whatever the submission: a word of PostLint's own lists, a host, a field's name.</summary>
/// <param name="Text">The text.</param>
public readonly record struct Neutral(string Text)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>
/// Text of a submission that a message names for its author to find, such as a heading, a file or an anchor. Its role names nobody, so that
/// reports show it,
/// without the names that stand in it.
/// </summary>
/// <param name="Text">The text.</param>
public readonly record struct Quoted(string Text)
{
    /// <summary>Marks a text.</summary>
    public static implicit operator Quoted(string text) => new(text);

    /// <summary>Never the text itself: only who knows all that a run found can tell the names in it.</summary>
    public override string ToString() => Message.Mask;
}

/// <summary>
/// Words of a submission that a rule found in a text, such as a phrase: reports show the ordinary ones and mask all others, whose capitals,
/// letters or digits may
/// name somebody.
/// </summary>
/// <param name="Text">The text.</param>
public readonly record struct Wording(string Text)
{
    /// <summary>Marks a text.</summary>
    public static implicit operator Wording(string text) => new(text);

    /// <summary>Never the text itself.</summary>
    public override string ToString() => Message.Mask;
}

/// <summary>How a part of a message may be shown.</summary>
internal enum PartKind
{
    /// <summary>Never.</summary>
    Sensitive,

    /// <summary>Without the names in it.</summary>
    Quoted,

    /// <summary>Its ordinary words only.</summary>
    Wording,

    /// <summary>As it is, unless it holds what another message marks.</summary>
    Neutral,
}

/// <summary>A part of a message that was put into it; what lies between such parts are words of PostLint.</summary>
internal readonly record struct MessagePart(Range Range, PartKind Kind);

/// <summary>What a finding says, and which parts of it identify a person. Equal when text and marks are.</summary>
public sealed class Message : IEquatable<Message>
{
    /// <summary>What stands for a marked part in a masked text.</summary>
    public const string Mask = "▇▇▇";

    private readonly string _text;

    internal Message(string text, IReadOnlyList<MessagePart> parts) => (_text, Parts) = (text, parts);

    /// <summary>The marked parts of the revealed text, in order, none overlapping.</summary>
    public IReadOnlyList<Range> Sensitive => [.. Parts.Where(part => part.Kind is PartKind.Sensitive).Select(part => part.Range)];

    /// <summary>All that was put into the text, in order, none overlapping.</summary>
    internal IReadOnlyList<MessagePart> Parts { get; }

    /// <summary>The whole text, for eyes that may see it.</summary>
    public string Reveal() => _text;

    /// <summary>The masked text, for who knows this message only.</summary>
    public override string ToString() => Render((part, kind) => kind is PartKind.Neutral ? part : Mask);

    /// <summary>The text with each part as somebody shows it; words of PostLint stay.</summary>
    internal string Render(Func<string, PartKind, string> show)
    {
        var text = new StringBuilder(_text.Length);
        int copied = 0;
        foreach (MessagePart part in Parts)
        {
            (int start, int length) = part.Range.GetOffsetAndLength(_text.Length);
            text.Append(_text, copied, start - copied).Append(show(_text.Substring(start, length), part.Kind));
            copied = start + length;
        }
        return text.Append(_text, copied, _text.Length - copied).ToString();
    }

    /// <summary>A message apart from a report.</summary>
    public static Message Of(MessageBuilder message) => message.Build();

    /// <inheritdoc/>
    public bool Equals(Message? other) => other is not null && _text == other._text && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Message);

    /// <inheritdoc/>
    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);
}

/// <summary>
/// Makes a message of an interpolated string. <see cref="Sensitive"/>, <see cref="Quoted"/> and <see cref="Wording"/> values are marked;
/// numbers and
/// <see cref="Neutral"/> words are not; a bare string does not compile, because nobody could tell whether it identifies somebody.
/// </summary>
[InterpolatedStringHandler]
public readonly ref struct MessageBuilder
{
    // Shared by the messages without parts, and never added to: parts are what is formatted.
    private static readonly List<MessagePart> s_none = [];

    private readonly StringBuilder _text;
    private readonly List<MessagePart> _parts;

    /// <summary>For the compiler.</summary>
    public MessageBuilder(int literalLength, int formattedCount)
    {
        _text = new(literalLength + (formattedCount * 12));
        _parts = formattedCount == 0 ? s_none : [];
    }

    /// <summary>For the compiler.</summary>
    public void AppendLiteral(string value) => _text.Append(value);

    /// <summary>For the compiler.</summary>
    public void AppendFormatted(Sensitive value) => Append(value.Text, PartKind.Sensitive);

    /// <summary>For the compiler.</summary>
    public void AppendFormatted(Quoted value) => Append(value.Text, PartKind.Quoted);

    /// <summary>For the compiler.</summary>
    public void AppendFormatted(Wording value) => Append(value.Text, PartKind.Wording);

    /// <summary>For the compiler.</summary>
    public void AppendFormatted(Neutral value) => Append(value.Text, PartKind.Neutral);

    /// <summary>For the compiler.</summary>
    public void AppendFormatted(int value) => _text.Append(value);

    /// <summary>Does not compile: say whether the text identifies somebody.</summary>
    [Obsolete("Wrap the text: Sensitive if it may identify a person, Quoted if it is the submission's, Neutral if it cannot.", error: true)]
    public void AppendFormatted(string value) => throw new NotSupportedException(value);

    /// <summary>Another message, with its marks.</summary>
    public void AppendFormatted(Message value)
    {
        int start = _text.Length;
        _text.Append(value.Reveal());
        foreach ((Range range, PartKind kind) in value.Parts)
            _parts.Add(new((range.Start.Value + start)..(range.End.Value + start), kind));
    }

    internal Message Build() => new(_text.ToString(), _parts);

    private void Append(string text, PartKind kind)
    {
        int start = _text.Length;
        _text.Append(text);
        if (_text.Length > start)
            _parts.Add(new(start.._text.Length, kind));
    }
}
