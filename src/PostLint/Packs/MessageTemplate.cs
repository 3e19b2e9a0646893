namespace PostLint.Packs;

/// <summary>
/// What a finding of a pack's rule says: text with placeholders such as <c>{match}</c>, whose values are masked wherever they may identify
/// somebody.
/// </summary>
internal sealed class MessageTemplate
{
    private readonly List<(string Text, bool IsPlaceholder)> _parts = [];

    /// <summary>Reads a template.</summary>
    /// <param name="text">The text; a brace is written twice.</param>
    /// <param name="known">The placeholders that may stand in it.</param>
    /// <exception cref="FormatException">A placeholder is unknown or not closed; the message says which.</exception>
    public MessageTemplate(string text, IReadOnlyCollection<string> known)
    {
        int at = 0;
        var literal = new System.Text.StringBuilder();
        while (at < text.Length)
        {
            if (text[at] is '{' or '}' && at + 1 < text.Length && text[at + 1] == text[at])
            {
                literal.Append(text[at]);
                at += 2;
            }
            else if (text[at] == '{')
            {
                int end = text.IndexOf('}', at);
                string name = end < 0 ? throw new FormatException("a brace is not closed") : text[(at + 1)..end];
                if (!known.Contains(name))
                    throw new FormatException(Profiles.YamlDocument.Unknown("placeholder", name, known));
                _parts.Add((literal.ToString(), false));
                _parts.Add((name, true));
                literal.Clear();
                at = end + 1;
            }
            else
                literal.Append(text[at++]);
        }
        _parts.Add((literal.ToString(), false));
    }

    /// <summary>The message.</summary>
    /// <param name="values">What the placeholders stand for; what is of the text is masked, numbers and words of the pack are not.</param>
    public MessageBuilder Fill(params ReadOnlySpan<(string Name, Message Value)> values)
    {
        var message = new MessageBuilder(0, 1);
        foreach ((string text, bool isPlaceholder) in _parts)
        {
            if (!isPlaceholder)
                message.AppendLiteral(text);
            else
            {
                foreach ((string name, Message value) in values)
                {
                    if (name == text)
                        message.AppendFormatted(value);
                }
            }
        }
        return message;
    }

    /// <summary>A value from the submission, which may identify somebody.</summary>
    public static Message Of(Sensitive value) => Message.Of($"{value}");

    /// <summary>A value of the submission that names nobody by its role; the names in it are masked.</summary>
    public static Message Of(Quoted value) => Message.Of($"{value}");

    /// <summary>A number, or a word of the pack itself.</summary>
    public static Message Of(Neutral value) => Message.Of($"{value}");

    /// <summary>A number.</summary>
    public static Message Of(double value) => Of(new Neutral(value.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture)));
}
