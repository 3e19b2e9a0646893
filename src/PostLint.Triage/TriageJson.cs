using System.Text.Json.Serialization.Metadata;

namespace PostLint.Triage;

/// <summary>How items and records are written as JSON.</summary>
internal static class TriageJson
{
    /// <summary>An item.</summary>
    public static JsonTypeInfo<TriageItem> Item => TriageContext.Default.TriageItem;

    /// <summary>A record.</summary>
    public static JsonTypeInfo<TriageRecord> Record => TriageContext.Default.TriageRecord;

    /// <summary>What a table shows of a record; read from the record.</summary>
    public static JsonTypeInfo<TriageRow> Row => TriageContext.Default.TriageRow;
}
