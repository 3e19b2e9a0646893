using System.Runtime.CompilerServices;
using System.Text;

namespace PostLint.Findings;

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

/// <summary>What a finding says, and which parts of it identify a person. Equal when text and marks are.</summary>
public sealed class Message : IEquatable<Message>
{
    /// <summary>What stands for a marked part in a masked text.</summary>
    public const string Mask = "▇▇▇";

    private readonly string _text;

    internal Message(string text, IReadOnlyList<Range> sensitive) => (_text, Sensitive) = (text, sensitive);

    /// <summary>The marked parts of the revealed text, in order, none overlapping.</summary>
    public IReadOnlyList<Range> Sensitive { get; }

    /// <summary>The whole text, for eyes that may see it.</summary>
    public string Reveal() => _text;

    /// <summary>The masked text.</summary>
    public override string ToString()
    {
        var masked = new StringBuilder(_text);
        for (int i = Sensitive.Count - 1; i >= 0; i--)
        {
            (int start, int length) = Sensitive[i].GetOffsetAndLength(_text.Length);
            masked.Remove(start, length).Insert(start, Mask);
        }
        return masked.ToString();
    }

    /// <summary>A message apart from a report.</summary>
    public static Message Of(MessageBuilder message) => message.Build();

    /// <inheritdoc/>
    public bool Equals(Message? other) => other is not null && _text == other._text && Sensitive.SequenceEqual(other.Sensitive);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Message);

    /// <inheritdoc/>
    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);
}

/// <summary>
/// Makes a message of an interpolated string. <see cref="Findings.Sensitive"/> values are marked; numbers and <see cref="Neutral"/> words are not;
/// a bare string does not compile, because nobody could tell whether it identifies somebody.
/// </summary>
[InterpolatedStringHandler]
public readonly ref struct MessageBuilder
{
    // Shared by the messages without parts, and never added to: parts are what is formatted.
    private static readonly List<Range> s_none = [];

    private readonly StringBuilder _text;
    private readonly List<Range> _sensitive;

    /// <summary>For the compiler.</summary>
    public MessageBuilder(int literalLength, int formattedCount) => (_text, _sensitive) = (new(literalLength + (formattedCount * 12)), formattedCount == 0 ? s_none : []);

    /// <summary>For the compiler.</summary>
    public void AppendLiteral(string value) => _text.Append(value);

    /// <summary>For the compiler.</summary>
    public void AppendFormatted(Sensitive value)
    {
        int start = _text.Length;
        _text.Append(value.Text);
        if (_text.Length > start) _sensitive.Add(start.._text.Length);
    }

    /// <summary>For the compiler.</summary>
    public void AppendFormatted(Neutral value) => _text.Append(value.Text);

    /// <summary>For the compiler.</summary>
    public void AppendFormatted(int value) => _text.Append(value);

    /// <summary>Does not compile: say whether the text identifies somebody.</summary>
    [Obsolete("Wrap the text: Sensitive if it may identify a person, Neutral if it cannot.", error: true)]
    public void AppendFormatted(string value) => throw new NotSupportedException(value);

    /// <summary>Another message, with its marks.</summary>
    public void AppendFormatted(Message value)
    {
        int start = _text.Length;
        _text.Append(value.Reveal());
        foreach (Range part in value.Sensitive) _sensitive.Add((part.Start.Value + start)..(part.End.Value + start));
    }

    internal Message Build() => new(_text.ToString(), _sensitive);
}
