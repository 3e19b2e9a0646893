namespace PostLint.Reporting.Sarif;

/// <summary>Turns places into locations.</summary>
internal static class SarifPlaces
{
    /// <summary>What relative addresses start from; named, never given, because it would tell the folder of whoever ran PostLint.</summary>
    public const string Root = "%SRCROOT%";

    /// <summary>The location of a place; what lies in another file is shown at that one, with the way from there.</summary>
    public static SarifLocation LocationOf(RedactedPlace place)
    {
        SarifRegion? region = place.Inner is null ? RegionOf(place) : null;
        return new(new(Artifact(place.Address), region), LogicalLocations: Logical(place) is { } inner ? [new(inner)] : null);
    }

    /// <summary>The location of a whole file.</summary>
    public static SarifLocation LocationOf(string address) => new(new(Artifact(address), null));

    /// <summary>A file by its path.</summary>
    public static SarifArtifactLocation Artifact(string address) =>
        new(ArtifactUri.Of(address), ArtifactUri.IsBelowRoot(address) ? Root : null);

    /// <summary>The way from the file on disk to the place, which lines of that file cannot tell; null where they can.</summary>
    private static string? Logical(RedactedPlace place)
    {
        if (place.Inner is not { } way)
            return place.Field;
        if (place.Field is { } field)
            return $"{way}: {field}";
        return place.Region is { } region ? $"{way}:{region.Line}:{region.Column}" : way;
    }

    /// <summary>Viewers mark nothing for an empty region: it is widened by the character that follows on its line.</summary>
    private static SarifRegion? RegionOf(RedactedPlace place)
    {
        if (place.TightRegion is not { } region)
            return null;
        if (region.Column == 0)
            return new(region.Line, null, null, null);
        bool isEmpty = (region.Line, region.Column) == (region.EndLine, region.EndColumn);
        int end = isEmpty && place.HasCharacterBehind ? region.EndColumn + 1 : region.EndColumn;
        return new(region.Line, region.Column, region.EndLine, end);
    }
}
