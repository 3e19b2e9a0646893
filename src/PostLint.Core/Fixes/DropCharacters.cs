using PostLint.Facts;
using PostLint.Rules;

namespace PostLint.Fixes;

public static partial class CodeFixes
{
    /// <summary>Removes characters that show nothing. Safe.</summary>
    public static IEnumerable<Fix> DropCharacters(FixTarget target) =>
        target
            .PlacesOf<OddCharacter>()
            .Distinct()
            .Where(place => target.TreeOf(place.File) is not null)
            .Select(place => new Fix(Message.Of($"Remove characters that show nothing"), place, "", IsSafe: true));
}
