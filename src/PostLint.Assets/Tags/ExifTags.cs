namespace PostLint.Assets.Tags;

/// <summary>The tags of TIFF 6.0, Exif 3.0 and DNG that say something, as ExifTool calls them. Others are listed by number.</summary>
internal static class ExifTags
{
    private static readonly Dictionary<int, string> s_image = new()
    {
        [0x00FE] = "SubfileType",
        [0x0100] = "ImageWidth",
        [0x0101] = "ImageHeight",
        [0x0102] = "BitsPerSample",
        [0x0103] = "Compression",
        [0x0106] = "PhotometricInterpretation",
        [0x010D] = "DocumentName",
        [0x010E] = "ImageDescription",
        [0x010F] = "Make",
        [0x0110] = "Model",
        [0x0112] = "Orientation",
        [0x0115] = "SamplesPerPixel",
        [0x011A] = "XResolution",
        [0x011B] = "YResolution",
        [0x011C] = "PlanarConfiguration",
        [0x011D] = "PageName",
        [0x0128] = "ResolutionUnit",
        [0x0129] = "PageNumber",
        [0x0131] = "Software",
        [0x0132] = "ModifyDate",
        [0x013B] = "Artist",
        [0x013C] = "HostComputer",
        [0x013E] = "WhitePoint",
        [0x0151] = "TargetPrinter",
        [0x0211] = "YCbCrCoefficients",
        [0x0213] = "YCbCrPositioning",
        [0x800D] = "ImageID",
        [0x8298] = "Copyright",
        [0x83BB] = "IPTC-NAA",
        [0x9C9B] = "XPTitle",
        [0x9C9C] = "XPComment",
        [0x9C9D] = "XPAuthor",
        [0x9C9E] = "XPKeywords",
        [0x9C9F] = "XPSubject",
        [0xC614] = "UniqueCameraModel",
        [0xC615] = "LocalizedCameraModel",
        [0xC62F] = "CameraSerialNumber",
        [0xC68B] = "OriginalRawFileName",
        [0xC65D] = "RawDataUniqueID",
        [0xC6F4] = "AsShotProfileName",
        [0xC6F8] = "ProfileName",
        [0xC6FE] = "ProfileCopyright",
        [0xC71C] = "PreviewApplicationName",
        [0xC7B5] = "DefaultUserCrop",
        [0xEA1C] = "Padding",
        [0x4746] = "Rating",
        [0x4749] = "RatingPercent",
        [0x9290] = "SubSecTime",
        [0x882A] = "TimeZoneOffset",
        [0x8824] = "SpectralSensitivity",
    };

    private static readonly Dictionary<int, string> s_canon = new()
    {
        [0x0006] = "CanonImageType",
        [0x0007] = "CanonFirmwareVersion",
        [0x0009] = "OwnerName",
        [0x000C] = "SerialNumber",
        [0x0095] = "LensModel",
        [0x0096] = "InternalSerialNumber",
    };

    private static readonly Dictionary<int, string> s_exif = new()
    {
        [0x829A] = "ExposureTime",
        [0x829D] = "FNumber",
        [0x8822] = "ExposureProgram",
        [0x8827] = "ISO",
        [0x882A] = "TimeZoneOffset",
        [0x9000] = "ExifVersion",
        [0x9003] = "DateTimeOriginal",
        [0x9004] = "CreateDate",
        [0x9010] = "OffsetTime",
        [0x9011] = "OffsetTimeOriginal",
        [0x9012] = "OffsetTimeDigitized",
        [0x920A] = "FocalLength",
        [0x927C] = "MakerNote",
        [0x9286] = "UserComment",
        [0x9290] = "SubSecTime",
        [0x9291] = "SubSecTimeOriginal",
        [0x9292] = "SubSecTimeDigitized",
        [0x9400] = "AmbientTemperature",
        [0xA000] = "FlashpixVersion",
        [0xA001] = "ColorSpace",
        [0xA002] = "ExifImageWidth",
        [0xA003] = "ExifImageHeight",
        [0xA004] = "RelatedSoundFile",
        [0xA420] = "ImageUniqueID",
        [0xA430] = "OwnerName",
        [0xA431] = "SerialNumber",
        [0xA432] = "LensInfo",
        [0xA433] = "LensMake",
        [0xA434] = "LensModel",
        [0xA435] = "LensSerialNumber",
        [0xA436] = "ImageTitle",
        [0xA437] = "Photographer",
        [0xA438] = "ImageEditor",
        [0xA439] = "CameraFirmware",
        [0xA43A] = "RAWDevelopingSoftware",
        [0xA43B] = "ImageEditingSoftware",
        [0xA43C] = "MetadataEditingSoftware",
        [0xFDE8] = "OwnerName",
        [0xFDE9] = "SerialNumber",
        [0xFDEA] = "Lens",
        [0xFE4C] = "RawFile",
        [0xFE4D] = "Converter",
    };

    private static readonly string[] s_gps =
    [
        "GPSVersionID",
        "GPSLatitudeRef",
        "GPSLatitude",
        "GPSLongitudeRef",
        "GPSLongitude",
        "GPSAltitudeRef",
        "GPSAltitude",
        "GPSTimeStamp",
        "GPSSatellites",
        "GPSStatus",
        "GPSMeasureMode",
        "GPSDOP",
        "GPSSpeedRef",
        "GPSSpeed",
        "GPSTrackRef",
        "GPSTrack",
        "GPSImgDirectionRef",
        "GPSImgDirection",
        "GPSMapDatum",
        "GPSDestLatitudeRef",
        "GPSDestLatitude",
        "GPSDestLongitudeRef",
        "GPSDestLongitude",
        "GPSDestBearingRef",
        "GPSDestBearing",
        "GPSDestDistanceRef",
        "GPSDestDistance",
        "GPSProcessingMethod",
        "GPSAreaInformation",
        "GPSDateStamp",
        "GPSDifferential",
        "GPSHPositioningError",
    ];

    /// <summary>What a tag is called.</summary>
    /// <param name="group">The directory, such as <c>IFD0</c>, <c>ExifIFD</c> or <c>GPS</c>.</param>
    /// <param name="tag">Its number.</param>
    public static string NameOf(string group, int tag)
    {
        if (group is "Canon")
            return s_canon.GetValueOrDefault(tag) ?? $"Tag{tag:x4}";
        if (group is "GPS")
            return tag < s_gps.Length ? s_gps[tag] : $"Tag{tag:x4}";
        if (s_exif.TryGetValue(tag, out string? exif))
            return exif;
        return s_image.TryGetValue(tag, out string? image) ? image : $"Tag{tag:x4}";
    }
}
