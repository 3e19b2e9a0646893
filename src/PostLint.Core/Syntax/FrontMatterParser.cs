using YamlDotNet.Core.Events;

namespace PostLint.Syntax;

/// <summary>Reads YAML or TOML with its comments: the front matter at the top of a post, or all of a YAML file.</summary>
internal static class FrontMatterParser
{
    /// <summary>Reads the front matter at the top of the source into the root.</summary>
    /// <returns>The offset after its closing line; 0 if there is no front matter.</returns>
    public static int Parse(TreeBuilder builder)
    {
        SourceText source = builder.Source;
        int first = 1;
        while (first < source.LineCount && source.Slice(source.LineSpan(first)).IsWhiteSpace())
            first++;
        TextSpan opening = source.LineSpan(first);
        bool isToml = IsFence(source.Slice(opening), "+++");
        if ((!isToml && !IsFence(source.Slice(opening), "---")) || first == source.LineCount)
            return 0;
        int last = FindClosing(source, first + 1, isToml);
        if (isToml)
            return ReadToml(builder, first, last);
        // Blank lines before it, or no end: no front matter to Jekyll, and yet its author's words. Only what looks like YAML is taken for
        // it.
        if ((first > 1 || last == 0) && !IsProperty(source, first + 1))
            return 0;
        if (first > 1)
            builder.AddProblem(SyntaxProblemKind.InvalidYaml, opening, "front matter must start in the first line");
        return last > 0 ? Read(builder, first, last, isClosed: true) : ReadUnclosed(builder, first);
    }

    /// <summary>Reads a range that holds YAML or JSON into the root, as a front matter of its own.</summary>
    public static void ParseYaml(TreeBuilder builder, TextSpan yaml) => builder.Root.Add(ReadYaml(builder, yaml, yaml));

    private static int Read(TreeBuilder builder, int first, int last, bool isClosed)
    {
        SourceText source = builder.Source;
        int start = StartOf(source, first + 1);
        int end = isClosed ? StartOf(source, last) : source.LineSpan(last).End;
        builder.Root.Add(
            ReadYaml(builder, TextSpan.Between(source.LineSpan(first).Start, source.LineSpan(last).End), TextSpan.Between(start, end))
        );
        return StartOf(source, last + 1);
    }

    /// <summary>Reads the front matter of Hugo and Zola, which stands between lines of three plus signs.</summary>
    private static int ReadToml(TreeBuilder builder, int first, int last)
    {
        SourceText source = builder.Source;
        bool isClosed = last > 0;
        if (!isClosed && !source.Slice(source.LineSpan(first + 1)).Contains('='))
            return 0;
        if (first > 1)
            builder.AddProblem(SyntaxProblemKind.InvalidYaml, source.LineSpan(first), "front matter must start in the first line");
        if (!isClosed)
        {
            const string Reason = "no line of three plus signs closes the front matter";
            builder.AddProblem(SyntaxProblemKind.UnclosedFrontMatter, source.LineSpan(first), Reason);
            for (last = first + 1; last < source.LineCount && !source.Slice(source.LineSpan(last + 1)).IsWhiteSpace(); )
                last++;
        }
        int end = isClosed ? StartOf(source, last) : source.LineSpan(last).End;
        var toml = TextSpan.Between(StartOf(source, first + 1), end);
        var root = new OpenNode(NodeKind.FrontMatter, new(source.LineSpan(first).Start, 0), TextContext.FrontMatter);
        TomlNodes.Read(new YamlTarget(builder, TextContext.FrontMatter, HasText: true) { IsToml = true }, root, toml);
        builder.Root.Add(FrontMatter(root, TextSpan.Between(source.LineSpan(first).Start, source.LineSpan(last).End), toml));
        return StartOf(source, last + 1);
    }

    private static int ReadUnclosed(TreeBuilder builder, int first)
    {
        builder.AddProblem(
            SyntaxProblemKind.UnclosedFrontMatter,
            builder.Source.LineSpan(first),
            "no line of three dashes closes the front matter"
        );
        int last = first + 1;
        while (last < builder.Source.LineCount && LooksLikeYaml(builder.Source, last + 1))
            last++;
        return Read(builder, first, last, isClosed: false);
    }

    private static Node ReadYaml(TreeBuilder builder, TextSpan span, TextSpan yaml)
    {
        var target = new YamlTarget(builder, TextContext.FrontMatter, HasText: true);
        var root = new OpenNode(NodeKind.FrontMatter, new(span.Start, 0), TextContext.FrontMatter);
        ReadParts(target, root, yaml);
        return FrontMatter(root, span, yaml);
    }

    private static Node FrontMatter(OpenNode root, TextSpan span, TextSpan content)
    {
        var node = new Node(NodeKind.FrontMatter, span, TextContext.FrontMatter) { Content = content };
        foreach (Node child in root.Close().Children)
            node.Add(child);
        return node;
    }

    private static void ReadParts(YamlTarget target, OpenNode root, TextSpan yaml)
    {
        YamlEvents events = YamlEvents.Read(target.Builder.Source.Slice(yaml));
        List<TextSpan> scalars = [.. events.Items.OfType<Scalar>().Select(scalar => YamlMarks.ContentOf(target, yaml, scalar))];
        List<YamlComment> comments = YamlComment.FindAll(target, yaml, scalars);
        int htmlComment = scalars.FindIndex(scalar => IsHtmlComment(target, scalar));
        if (events.IsComplete && htmlComment < 0)
        {
            YamlNodes.Read(target, root, yaml, events, comments);
            return;
        }
        if (events.IsComplete)
            YamlDefect.ReportHtmlComment(target, yaml, scalars[htmlComment].Start);
        else
            YamlDefect.Report(target, yaml, events);
        LooseYaml.ReadLive(target, root, yaml, comments);
    }

    // <!-- key: value --> is a key to YAML, and to its author a comment.
    private static bool IsHtmlComment(YamlTarget target, TextSpan scalar) =>
        target.Text.AsSpan(scalar.Start, scalar.Length).StartsWith("<!--") && (scalar.Start == 0 || target.Text[scalar.Start - 1] is '\n');

    private static int FindClosing(SourceText source, int line, bool isToml)
    {
        for (; line <= source.LineCount; line++)
        {
            ReadOnlySpan<char> text = source.Slice(source.LineSpan(line));
            if (isToml ? IsFence(text, "+++") : IsFence(text, "---") || IsFence(text, "..."))
                return line;
        }
        return 0;
    }

    private static bool IsFence(ReadOnlySpan<char> line, string mark) =>
        line.StartsWith(mark, StringComparison.Ordinal) && line[mark.Length..].IsWhiteSpace();

    private static bool IsProperty(SourceText source, int line) =>
        source.LineSpan(line) is var span && LooseKey.Find(source.Text, span) is { Span: var key } && source.Text[key.Start] is not '-';

    private static bool LooksLikeYaml(SourceText source, int line)
    {
        ReadOnlySpan<char> text = source.Slice(source.LineSpan(line));
        if (text.IsWhiteSpace() || text.StartsWith("##", StringComparison.Ordinal))
            return false;
        return text[0] is ' ' or '\t' or '#' || text.StartsWith("- ", StringComparison.Ordinal) || IsProperty(source, line);
    }

    private static int StartOf(SourceText source, int line) => line <= source.LineCount ? source.LineSpan(line).Start : source.Text.Length;
}
