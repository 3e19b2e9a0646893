using PostLint.Triage;

namespace PostLint.Cli;

/// <summary>Tells columns of a manifest that may hold a person: they are for the chair's eyes, and stand in nothing that is made to be shared.</summary>
internal static class PrivateColumns
{
    private static readonly string[] s_words = ["author", "name", "mail", "contact", "person", "signature", "writer", "reader", "profile", "account", "user", "login", "owner", "affiliation", "institution", "homepage", "orcid", "reviewer", "bibtex", "domain", "conflict"];

    /// <summary>Whether a column may: by its name, or because some cell holds an address or a profile.</summary>
    public static bool Holds(string column, IReadOnlyList<TriageItem> items) =>
        s_words.Any(word => column.Contains(word, StringComparison.OrdinalIgnoreCase)) || items.Any(item => item.Fields.TryGetValue(column, out string? cell) && (cell.Contains('@', StringComparison.Ordinal) || cell.StartsWith('~')));
}
