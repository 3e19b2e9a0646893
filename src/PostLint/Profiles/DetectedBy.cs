namespace PostLint.Profiles;

/// <summary>What told the profile of a submission, the surest first.</summary>
public enum DetectedBy
{
    /// <summary>The date of its file name is one of the edition's.</summary>
    FileDate,

    /// <summary>The date in its front matter is one of the edition's.</summary>
    FrontMatterDate,

    /// <summary>Its date lies in the edition's season, and its layout agrees.</summary>
    Season,

    /// <summary>Its layout is the edition's, and it has files where no other edition has any.</summary>
    Folders,

    /// <summary>Nothing: the plain profile holds.</summary>
    Nothing,
}

/// <summary>Says what told a profile.</summary>
public static class DetectedByText
{
    /// <summary>What told it, for people, to stand behind the profile's name and a comma.</summary>
    public static string Text(this DetectedBy source) =>
        source switch
        {
            DetectedBy.FileDate => "edition inferred from the file name’s date",
            DetectedBy.FrontMatterDate => "edition inferred from the date in its front matter",
            DetectedBy.Season => "edition inferred from its season and layout",
            DetectedBy.Folders => "edition inferred from its layout and folders",
            _ => "edition not recognised; choose one with --profile",
        };
}
