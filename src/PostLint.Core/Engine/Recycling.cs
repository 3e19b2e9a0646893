namespace PostLint.Engine;

/// <summary>Empties collections for the next run, and lets go of the memory of those that one run made large.</summary>
internal static class Recycling
{
    private const int KeptCapacity = 1 << 16;

    public static void Recycle<T>(this List<T> list)
    {
        list.Clear();
        if (list.Capacity > KeptCapacity)
            list.Capacity = 0;
    }

    public static void Recycle<TKey, TValue>(this Dictionary<TKey, TValue> table)
        where TKey : notnull
    {
        table.Clear();
        if (table.Capacity > KeptCapacity)
            table.TrimExcess();
    }
}
