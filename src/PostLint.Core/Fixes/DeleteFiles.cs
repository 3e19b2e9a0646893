using PostLint.Facts;
using PostLint.Rules;

namespace PostLint.Fixes;

public static partial class CodeFixes
{
    /// <summary>Deletes the files that the evidence names, where no post can need them. Safe.</summary>
    public static IEnumerable<Fix> DeleteFiles(FixTarget target) =>
        target
            .PlacesOf<NamedFile>()
            .Select(place => new Fix(Message.Of($"Delete the file"), place, "", IsSafe: true) { Kind = FixKind.Deletion });
}
