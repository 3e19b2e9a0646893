namespace PostLint.Syntax;

/// <summary>Says in plain words, and where exactly, why YAML cannot be read.</summary>
internal static class YamlDefect
{
    public static void Report(YamlTarget target, TextSpan yaml, YamlEvents events)
    {
        if (events.IsTooDeep)
        {
            var place = new TextSpan(yaml.Start + (int)events.Items[^1].Start.Index, 1);
            target.Builder.AddProblem(SyntaxProblemKind.TooDeep, place, "values are nested deeper than is read");
            return;
        }
        int at = PlaceOf(target, yaml, events);
        (TextSpan span, string detail) = FindTab(target, yaml, at) ?? Describe(target, LineAt(target, yaml, at));
        target.Builder.AddProblem(SyntaxProblemKind.InvalidYaml, span, detail);
    }

    /// <summary>Reports an HTML comment that YAML takes for a key.</summary>
    public static void ReportHtmlComment(YamlTarget target, TextSpan yaml, int at)
    {
        (TextSpan span, string detail) = Describe(target, LineAt(target, yaml, at));
        target.Builder.AddProblem(SyntaxProblemKind.InvalidYaml, span, detail);
    }

    /// <summary>The offset that YamlDotNet names or, where it names an earlier one, the end of what it read.</summary>
    private static int PlaceOf(YamlTarget target, TextSpan yaml, YamlEvents events)
    {
        long read = events.Items is [] ? 0 : events.Items[^1].End.Index;
        int at = yaml.Start + (int)Math.Min(Math.Max(events.Failure?.Start.Index ?? 0, read), yaml.Length);
        while (at < yaml.End && target.Text[at] is '\r' or '\n')
            at++;
        return at;
    }

    private static TextSpan LineAt(YamlTarget target, TextSpan yaml, int at)
    {
        int start = at == 0 ? 0 : target.Text.LastIndexOf('\n', at - 1) + 1;
        int end = target.Text.IndexOf('\n', at, yaml.End - at);
        return TextSpan.Between(Math.Max(start, yaml.Start), end < 0 ? yaml.End : end);
    }

    /// <summary>A tab that indents the line at fault or the one after it: YamlDotNet names no place for it.</summary>
    private static (TextSpan Span, string Detail)? FindTab(YamlTarget target, TextSpan yaml, int at)
    {
        TextSpan line = LineAt(target, yaml, at);
        TextSpan next = LineAt(target, yaml, Math.Min(line.End + 1, yaml.End));
        foreach (TextSpan candidate in (ReadOnlySpan<TextSpan>)[line, next])
        {
            ReadOnlySpan<char> indent = target.Text.AsSpan(candidate.Start, target.Trim(candidate).Start - candidate.Start);
            if (indent.IndexOf('\t') is >= 0 and int tab)
                return (new(candidate.Start + tab, 1), "a tab indents this line, and YAML takes blanks only");
        }
        return null;
    }

    private static (TextSpan Span, string Detail) Describe(YamlTarget target, TextSpan line)
    {
        TextSpan words = target.Trim(line);
        ReadOnlySpan<char> text = target.Builder.Source.Slice(words);
        if (text.StartsWith("<!--"))
            return (words, "an HTML comment cannot stand in YAML; a YAML comment starts with #");
        TextSpan value = LooseKey.Find(target.Text, words) is { } key ? target.Trim(TextSpan.Between(key.ValueStart, words.End)) : words;
        return DescribeValue(target, words, value);
    }

    private static (TextSpan Span, string Detail) DescribeValue(YamlTarget target, TextSpan line, TextSpan value)
    {
        ReadOnlySpan<char> text = target.Builder.Source.Slice(value);
        if (text is ['"' or '\'', ..] && text[1..].IndexOf(text[0]) < 0)
            return (value, "a quotation mark is opened and not closed");
        if (text is ['@' or '`' or '%' or '*' or '&' or '!' or '{' or '[' or '|' or '>', ..])
            return (value, "a value that starts with this character needs quotes");
        if (text is not ['"' or '\'', ..] && text.Contains(": ", StringComparison.Ordinal))
            return (value, "a value that holds a colon and a blank needs quotes");
        return (line, "YAML cannot read this line");
    }
}
