using System.Buffers;
using PostLint.Engine;
using PostLint.Facts.Assets;
using PostLint.Findings;

namespace PostLint.Rules.Identity;

/// <summary>The metadata of files narrow the circle of authors a little.</summary>
internal sealed class AssetCircumstance : Rule
{
    private static readonly SearchValues<char> s_markup = SearchValues.Create("<>{}=@\"");
    private const int LongestName = 80;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } =
        new("identity/asset-circumstance")
        {
            Summary = "The metadata of files narrow the circle of authors a little",
            Why = "A time zone, the model of a display or the mark of a screenshot name nobody; together with other hints they may.",
            Fix = "Export the files again without metadata, if it is little work.",
            Severity = Severity.Note,
        };

    /// <inheritdoc/>
    public override Pattern Pattern =>
        WhenEach<AssetField>(by: named => 0, where: named => named.Kind is AssetValue.Circumstance)
            .Report(fields =>
                At(
                    fields[0],
                    $"{fields[0].Name} says something about whoever made the file: {ValueOf(fields[0])}{More(fields)}",
                    "circumstance"
                )
            );

    /// <summary>
    /// Names of zones, displays and programs are short and plain; what is not, broken files for instance, may hold anybody's name.
    /// </summary>
    private static Message ValueOf(AssetField field)
    {
        string value = field.Value.Text;
        bool isPlain = value.Length <= LongestName && !value.AsSpan().ContainsAny(s_markup);
        return isPlain ? Message.Of($"{new Quoted(value)}") : Message.Of($"{new Sensitive(value)}");
    }

    /// <summary>One note a submission is enough, however many files were made on the same machine.</summary>
    private static Neutral More(Group<AssetField> fields) =>
        new(fields.Select(named => named.Place.File).Distinct().Count() is > 1 and int files ? $" ({files} files tell such things)" : "");
}
