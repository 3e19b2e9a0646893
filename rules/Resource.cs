namespace PostLint.Rules;

/// <summary>Reads the lists and profiles that are embedded in this assembly.</summary>
public static class Resource
{
    /// <summary>The text of a resource.</summary>
    /// <param name="name">File name of a list, or <c>profiles/NAME.yml</c>.</param>
    /// <exception cref="FileNotFoundException">There is none of that name.</exception>
    public static string Read(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }

    /// <summary>A resource as it is stored.</summary>
    /// <param name="name">File name of a list, <c>profiles/NAME.yml</c> or <c>fixtures.zip</c>.</param>
    /// <exception cref="FileNotFoundException">There is none of that name.</exception>
    public static Stream Open(string name) => typeof(Resource).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException($"There is no resource {name}.");

    /// <summary>The names of all resources.</summary>
    public static IReadOnlyList<string> Names => typeof(Resource).Assembly.GetManifestResourceNames();
}
