using PostLint.Findings;
using PostLint.Submissions;
using PostLint.Syntax;

namespace PostLint.Facts;

/// <summary>A field that a reference manager keeps for its user and no citation needs.</summary>
/// <param name="Name">The field's name, lower case.</param>
/// <param name="Value">Its content.</param>
/// <param name="IsOwner">Whether the field holds a user by definition.</param>
/// <param name="Place">The field.</param>
public sealed record PrivateField(string Name, Sensitive Value, bool IsOwner, Place Place) : Fact(Place);

/// <summary>Finds private fields in bibliographies.</summary>
public sealed class PrivateFieldExtractor : IExtractor
{
    // Fields of JabRef, BibDesk, Mendeley, Zotero with Better BibTeX, CiteULike and BibSonomy, from their documentation, that hold a user, a local file or a private note.
    private static readonly HashSet<string> s_owner = new(StringComparer.OrdinalIgnoreCase) { "owner", "username", "added-by", "addedby", "__markedentry", "creationuser", "modificationuser", "posted-by", "citeulike-user", "bibsonomy-user" };
    private static readonly HashSet<string> s_private = new(StringComparer.OrdinalIgnoreCase)
    {
        "file", "local-url", "localfile", "local_file", "bdsk-file-1", "bdsk-file-2", "bdsk-file-3", "pdf-path", "mendeley-groups", "mendeley-tags", "groups", "annote", "annotation", "review", "comment", "ranking", "readstatus", "priority",
    };

    /// <inheritdoc/>
    public void Extract(Document document, ICollection<Fact> facts)
    {
        if (document.Role is not FileRole.Bibliography) return;
        foreach (Node entry in document.Tree.Root.Children)
        {
            if (entry.Kind is not NodeKind.BibEntry) continue;
            foreach (Node field in entry.Children)
            {
                if (field.Kind is not NodeKind.BibField || field.Name is null || field.Content.IsEmpty) continue;
                bool isOwner = s_owner.Contains(field.Name);
                if (!isOwner && !s_private.Contains(field.Name)) continue;
                string value = document.Source.Slice(field.Content).Trim().Trim("{}[]:").Trim().ToString();
                if (value.Length == 0 || (isOwner && TraceExtractor.IsAnybody(value))) continue;
                facts.Add(new PrivateField(field.Name, value, isOwner, document.PlaceOf(field.Span, Channel.BibliographyField)));
            }
        }
    }
}
