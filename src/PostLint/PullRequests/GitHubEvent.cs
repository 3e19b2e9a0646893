using System.Text.Json;
using PostLint.Output;
using PostLint.Profiles;

namespace PostLint.PullRequests;

/// <summary>What GitHub's event payload tells of a pull request.</summary>
/// <param name="Number">Its number; 0 where the payload has none.</param>
/// <param name="Title">Its title.</param>
/// <param name="Body">Its description.</param>
/// <param name="Base">Id of the commit that it goes to.</param>
/// <param name="Head">Id of its last commit.</param>
public sealed record GitHubEvent(int Number, string Title, string Body, string Base, string Head)
{
    private const int MostBytes = 32 << 20;

    /// <summary>Name of the branch that it goes to; empty where the payload has none.</summary>
    public string BaseBranch { get; init; } = "";

    /// <summary>Reads a payload.</summary>
    /// <param name="path">The file that <c>GITHUB_EVENT_PATH</c> names.</param>
    /// <exception cref="UserException">It cannot be read, or is no event of a pull request.</exception>
    public static GitHubEvent Read(string path)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(GivenFile.ReadBytes(path, MostBytes));
            if (!json.RootElement.TryGetProperty("pull_request", out JsonElement request) || request.ValueKind is not JsonValueKind.Object)
                throw Wrong(path, "it is no event of a pull request: it has no “pull_request”");
            return new(
                request.TryGetProperty("number", out JsonElement number) && number.TryGetInt32(out int value) ? value : 0,
                Text(request, "title"),
                Text(request, "body"),
                Sha(path, request, "base"),
                Sha(path, request, "head")
            )
            {
                BaseBranch = Text(request.GetProperty("base"), "ref"),
            };
        }
        catch (JsonException)
        {
            throw Wrong(path, "it is no JSON");
        }
    }

    private static string Text(JsonElement request, string name) =>
        request.TryGetProperty(name, out JsonElement value) && value.ValueKind is JsonValueKind.String ? value.GetString()! : "";

    private static string Sha(string path, JsonElement request, string name) =>
        request.TryGetProperty(name, out JsonElement side)
        && side.ValueKind is JsonValueKind.Object
        && Text(side, "sha") is { Length: > 0 } sha
        && sha.All(char.IsAsciiHexDigit)
            ? sha
            : throw Wrong(path, $"“pull_request.{name}.sha” is missing, or no id of a commit");

    private static UserException Wrong(string path, string message) => new([new(path, 0, 0, message)]);
}
