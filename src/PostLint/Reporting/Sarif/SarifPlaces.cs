using PostLint.Facts;

namespace PostLint.Reporting.Sarif;

/// <summary>Turns places into locations.</summary>
internal sealed class SarifPlaces(Sources sources, Veil veil)
{
    /// <summary>What relative addresses start from; named, never given, because it would tell the folder of whoever ran PostLint.</summary>
    public const string Root = "%SRCROOT%";

    public SarifLocation LocationOf(Place place)
    {
        string? container = sources.ContainerOf(place.File);
        SarifRegion? region = container is null ? RegionOf(place) : null;
        return new(new(Artifact(container ?? place.File), region), LogicalLocations: Inner(place, container) is { } inner ? [new(inner)] : null);
    }

    public static SarifLocation LocationOf(string path) => new(new(Artifact(path), null));

    /// <summary>The way from the file on disk to the place, which lines of that file cannot tell; null where they can.</summary>
    private string? Inner(Place place, string? container)
    {
        string? field = sources.FieldOf(place);
        if (container is null) return field;
        string way = veil.ShowPath(place.File[container.Length..]).TrimStart('!', '/');
        if (field is not null) return $"{way}: {field}";
        return sources.RegionOf(place) is { } region ? $"{way}:{region.Line}:{region.Column}" : way;
    }

    public static SarifArtifactLocation Artifact(string path) => new(ArtifactUri.Of(path), ArtifactUri.IsBelowRoot(path) ? Root : null);

    private SarifRegion? RegionOf(Place place)
    {
        if (sources.TightRegionOf(place) is not { } region) return null;
        if (region.Column == 0) return new(region.Line, null, null, null);
        bool isEmpty = (region.Line, region.Column) == (region.EndLine, region.EndColumn);
        return new(region.Line, region.Column, region.EndLine, isEmpty && HasCharacterAt(place, region) ? region.EndColumn + 1 : region.EndColumn);
    }

    /// <summary>Viewers mark nothing for an empty region: it is widened by the character that follows on the line, where there is one.</summary>
    private bool HasCharacterAt(Place place, Region region) =>
        sources.TextOf(place.File) is { } text && region.Column <= text.LineSpan(region.Line).Length;
}
