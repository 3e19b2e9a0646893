using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PostLint.Output;
using PostLint.Profiles;
using PostLint.Setup;

namespace PostLint.Triage;

/// <summary>All that submissions are judged by, as a keyed hash: a record that was made under other settings is out of date.</summary>
internal static class TriageSettings
{
    /// <summary>The hash.</summary>
    /// <param name="options">What was asked.</param>
    /// <param name="salt">The run's, so that nobody can tell the roster by trying.</param>
    public static string Of(TriageOptions options, ReadOnlyMemory<byte> salt)
    {
        RunSettings check = options.Settings;
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, salt.Span);
        string[] settings =
        [
            options.Version,
            .. options.Build,
            check.Profile ?? "",
            check.Phase.ToString(),
            string.Join(',', check.Select),
            "-",
            string.Join(',', check.Ignore),
            check.Limits.Text.ToString(),
            check.Limits.Assets.ToString(),
            options.Timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture),
            options.Memory.ToString(CultureInfo.InvariantCulture),
        ];
        foreach (string setting in settings)
            hash.AppendData(Encoding.UTF8.GetBytes(setting + "\0"));
        IEnumerable<string> files = check
            .Packs.Select(pack => Path.GetFullPath(pack, options.WorkingDirectory))
            .SelectMany<string, string>(pack =>
                Directory.Exists(pack)
                    ? Directory.EnumerateFiles(pack, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                    : [pack]
            );
        if (check.Profile is { } profile && ProfileReader.IsFile(profile))
            files = files.Append(profile);
        if (check.Roster is { } roster)
            files = files.Append(roster);
        foreach (string file in files.Where(File.Exists))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file + "\0"));
            using Stream content = GivenFile.Open(file, long.MaxValue);
            hash.AppendData(SHA256.HashData(content));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
