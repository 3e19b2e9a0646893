using System.Buffers;
using System.Text;

namespace PostLint.Rules;

/// <summary>Reads the lists and profiles that are embedded in this assembly.</summary>
internal static class Resource
{
    /// <summary>The text of a resource, UTF-8 without a mark.</summary>
    /// <param name="name">File name of a list, or <c>profiles/NAME.yml</c>.</param>
    /// <exception cref="FileNotFoundException">There is none of that name.</exception>
    public static string Read(string name)
    {
        using Stream stream = Open(name);
        byte[] bytes = ArrayPool<byte>.Shared.Rent((int)stream.Length);
        try
        {
            stream.ReadExactly(bytes, 0, (int)stream.Length);
            return Encoding.UTF8.GetString(bytes, 0, (int)stream.Length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>A resource as it is stored.</summary>
    /// <param name="name">File name of a list or <c>profiles/NAME.yml</c>.</param>
    /// <exception cref="FileNotFoundException">There is none of that name.</exception>
    public static Stream Open(string name) =>
        typeof(Resource).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException($"There is no resource {name}.");

    /// <summary>The names of the resources of a folder, without folder and ending, in order.</summary>
    /// <param name="folder">Such as <c>profiles/</c>.</param>
    public static IReadOnlyList<string> NamesIn(string folder) =>
        [
            .. typeof(Resource)
                .Assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
                .Select(name => Path.GetFileNameWithoutExtension(name))
                .Order(StringComparer.Ordinal),
        ];
}
