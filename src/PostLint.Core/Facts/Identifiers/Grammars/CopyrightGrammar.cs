using System.Text.RegularExpressions;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>The holder in a copyright line.</summary>
internal sealed partial class CopyrightGrammar : IdentifierGrammar
{
    /// <inheritdoc/>
    public override IdentifierKind Kind => IdentifierKind.Copyright;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Word, int Offset)> Triggers =>
        [("pyright", 2), ("PYRIGHT", 2), ("&copy;", 0), ("(c) 20", 0), ("(C) 20", 0)];

    /// <inheritdoc/>
    public override Regex Pattern => Grammar();

    /// <inheritdoc/>
    public override IReadOnlyList<(string Text, string? Value)> Samples =>
        [
            ("Copyright (c) 2024 Ada Example", "Ada Example"),
            ("© Ada Example", "Ada Example"),
            ("Copyright (c) 2024 Example Foundation", null),
            ("Photo © Ada Example", null),
            ("copyright = {arXiv.org perpetual, non-exclusive license}", null),
        ];

    /// <inheritdoc/>
    public override bool IsSound(string value, Document document, int at) =>
        document.Role is not FileRole.Bibliography && IsPerson(value) && !IsOfPicture(document.Source.Text, at);

    /// <summary>“Photo © Ada Example” credits whose picture is shown.</summary>
    private static bool IsOfPicture(string text, int at)
    {
        ReadOnlySpan<char> before = text.AsSpan(Math.Max(0, at - 24), Math.Min(at, 24)).TrimEnd(" :([*_");
        return before.Length > 0 && Picture().IsMatch(before);
    }

    private static bool IsPerson(string holder)
    {
        string[] words = holder.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 4
            && !words.Any(word =>
                word.TrimEnd('.', ',')
                    is "Inc"
                        or "Ltd"
                        or "LLC"
                        or "Corp"
                        or "Corporation"
                        or "Authors"
                        or "Contributors"
                        or "GmbH"
                        or "Foundation"
                        or "Team"
                        or "Research"
                        or "Google"
                        or "Apple"
                        or "Microsoft"
                        or "University"
                        or "Institute"
                        or "Project"
                        or "Notice"
                        or "License"
                        or "Law"
                        or "Office"
                        or "Act"
                        or "Holder"
                        or "Owner"
                        or "Name"
                        or "Reserved"
                        or "Rights"
                        or "All"
                        or "The"
                        or "Images"
                        or "Times"
                        or "Press"
                        or "Media"
                        or "Pictures"
                        or "Studios"
                        or "Commons"
                        or "Wikipedia"
                        or "Nature"
                        or "Publishing"
                        or "Publishers"
                        or "Union"
                        or "Agency"
                        or "Museum"
                        or "Group"
                        or "Company"
                        or "Labs"
                        or "Society"
            );
    }

    // Without a year the sign is needed: the word alone begins many a sentence.
    [GeneratedRegex(
        """
            \G(?i:(?:copyright|©|&copy;|\(c\))[\s:]*(?:\(c\)|©|&copy;)?\s*\d{4}(?:\s*[-–,]\s*(?:\d{4}|present))*[\s,]*(?:by\s+)?
                |(?:copyright[\s:]*)?(?:©|&copy;|\(c\))\s*(?:by\s+)?|copyright\s+by\s+)
            (?<value>\p{Lu}[\p{L}'’-]*\.?(?:[ ](?:\p{Lu}\.|\p{Lu}[\p{L}'’-]+)){1,3})(?!\scontributors)
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace,
        Timeout
    )]
    private static partial Regex Grammar();

    [GeneratedRegex(
        (
            """\b(?:photos?|photographs?|images?|pictures?|figures?|fig\.|illustrations?|drawings?|maps?|videos?|artwork"""
            + """|courtesy|credits?|tiles|(?:map\s)?data)(?:\s(?:by|of))?$"""
        ),
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        Timeout
    )]
    private static partial Regex Picture();
}
