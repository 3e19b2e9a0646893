using PostLint.Engine;
using PostLint.Facts;
using PostLint.Findings;
using PostLint.Tests.Engine;

namespace PostLint.Tests.NRules;

/// <summary>
/// Random rules and facts, made of the same clauses that patterns make: joins by key, by sentence, by lines; denials, groups, conclusions
/// that others need; some of them throw.
/// </summary>
internal static class RandomRules
{
    private static readonly WeightTable s_table = WeightTable.Read(
        "test.txt",
        "hypothesis = h\nprior = 1\nnote = none\nwarning = none\nerror = none\nc1 | 2 | 0 | test | one\nc2 | 3 | 0 | test | "
            + "two\nc5 | -1 | 0 | test | five"
    );

    private static readonly Type[] s_kinds = [typeof(Red), typeof(Green), typeof(Blue), typeof(Sum), typeof(Seen)];

    /// <summary>Some rules; null where they need each other.</summary>
    public static RuleSet? Set(Random random)
    {
        try
        {
            return new(Enumerable.Range(0, random.Next(2, 9)).Select(n => Rule(random, n)).ToArray());
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Some facts: equal twins and given facts of concluded kinds among them.</summary>
    public static Fact[] Facts(Random random)
    {
        var facts = new List<Fact>();
        for (int i = random.Next(0, 22); i > 0; i--)
        {
            facts.Add(
                random.Next(4) switch
                {
                    0 => new Red(0, random.Next(7), Place(random)),
                    1 => new Green(0, random.Next(7), Place(random)),
                    2 => new Blue(0, random.Next(7), Place(random)),
                    _ => new Sum(random.Next(7), new("n")),
                }
            );
        }
        if (facts.Count > 3)
            facts.Add(facts[0] with { });
        return [.. facts];
    }

    private static Place Place(Random random)
    {
        int line = random.Next(1, 8),
            column = random.Next(3);
        return new(random.Next(2) == 0 ? "x" : "y", (line * 10) + column, 1, line, line / 2, ((line * 3) + column) % 5);
    }

    private static TestRule Rule(Random random, int n)
    {
        int slots = 1;
        OpenPattern pattern = First(random);
        for (int i = random.Next(0, 4); i > 0; i--)
        {
            ClauseKind kind = random.Next(6) switch
            {
                0 or 1 => ClauseKind.And,
                2 => ClauseKind.Unless,
                3 => ClauseKind.With,
                4 => ClauseKind.Gather,
                _ => ClauseKind.Where,
            };
            if (slots == 4 && kind is ClauseKind.And or ClauseKind.Gather)
                continue;
            Clause clause = kind is ClauseKind.Where ? Clause.Where(slots, Test(random, slots)) : Clauses(random, kind, slots);
            pattern = new Pattern<Red>(pattern, clause);
            if (kind is ClauseKind.And or ClauseKind.Gather)
                slots++;
        }
        int modulus = random.Next(2, 6),
            concluded = random.Next(5),
            wrong = random.Next(90),
            count = slots;
        if (concluded < 3)
        {
            bool isSum = random.Next(2) == 0;
            return new(
                $"conclude/rule-{n}",
                new(
                    pattern,
                    row =>
                        Unless(Value(row, count) == wrong, isSum)
                            ? new Sum(Value(row, count) % modulus, new("n"))
                            : new Seen(Value(row, count) % modulus, new("n")),
                    isSum ? typeof(Sum) : typeof(Seen)
                )
            );
        }
        return new(
            $"report/rule-{n}",
            new(pattern, row =>
                Value(row, count) % 11 == wrong
                    ? null
                    : TestRule.At(
                        row[0] as Fact ?? ((IReadOnlyList<Fact>)row[0]!)[0],
                        $"{Unless(Value(row, count) == wrong, Value(row, count) % modulus)}"
                    )
            )
        );
    }

    private static Pattern<Red> First(Random random)
    {
        Func<object?[], bool>? test = random.Next(2) == 0 ? Test(random, 1) : null;
        if (random.Next(5) != 0)
            return new(null, Of(Kind(random), ClauseKind.And, 0, test, null));
        int modulus = random.Next(2, 4);
        int wrong = random.Next(60);
        return new(
            null,
            Of(
                Kind(random),
                ClauseKind.Each,
                0,
                test,
                new Join(_ => Key.None, fact => Unless(Number(fact) == wrong, Number(fact) % modulus))
            )
        );
    }

    private static Clause Clauses(Random random, ClauseKind kind, int slots)
    {
        Join? join = null;
        switch (random.Next(4))
        {
            case 0:
                int modulus = random.Next(2, 5),
                    of = random.Next(slots);
                int wrong = random.Next(60); // few rows and facts have so high a number
                join = new(row => Number(row[of]) % modulus, fact => Unless(Number(fact) == wrong, Number(fact) % modulus));
                if (random.Next(12) == 0)
                    join = join with { Left = row => Unless(Number(row[of]) == wrong % 7, Number(row[of]) % modulus) };
                break;
            case 1:
                join = Join.On(
                    random.Next(3) switch
                    {
                        0 => Within.Sentence,
                        1 => Within.Block,
                        _ => Within.Lines(random.Next(3)),
                    }
                );
                break;
        }
        Type asked = Kind(random);
        Func<object?[], bool>? test = random.Next(3) > 0 ? Test(random, slots + 1) : null;
        return kind is ClauseKind.Gather && asked == typeof(Green)
            ? Clause.Weigh<Green>(slots, () => s_table, test, join)
            : Of(asked, kind, slots, test, join);
    }

    private static Clause Of(Type kind, ClauseKind clause, int slots, Func<object?[], bool>? test, Join? join) =>
        kind switch
        {
            _ when kind == typeof(Red) => Clause.Of<Red>(clause, slots, test, join),
            _ when kind == typeof(Green) => Clause.Of<Green>(clause, slots, test, join),
            _ when kind == typeof(Blue) => Clause.Of<Blue>(clause, slots, test, join),
            _ when kind == typeof(Sum) => Clause.Of<Sum>(clause, slots, test, join),
            _ => Clause.Of<Seen>(clause, slots, test, join),
        };

    private static Type Kind(Random random) => s_kinds[random.Next(10) < 6 ? random.Next(3) : random.Next(3, 5)];

    private static Func<object?[], bool> Test(Random random, int arity)
    {
        int modulus = random.Next(2, 5),
            rest = random.Next(modulus),
            first = random.Next(arity),
            second = random.Next(arity),
            mode = random.Next(4),
            limit = random.Next(1, 6),
            wrong = random.Next(90);
        return row =>
            Unless(Number(row[arity - 1]) == wrong, mode) switch
            {
                0 => (Number(row[first]) + Number(row[second])) % modulus == rest,
                1 => Number(row[first]) <= Number(row[second]),
                2 => Number(row[arity - 1]) < limit,
                _ => Number(row[first]) != limit,
            };
    }

    /// <summary>A value, unless something is wrong.</summary>
    private static T Unless<T>(bool isWrong, T value) => isWrong ? throw new FormatException($"not {value}") : value;

    private static int Value(object?[] row, int count) => row.Take(count).Sum(Number);

    public static int Number(object? of) =>
        of switch
        {
            Red red => red.Value,
            Green green => green.Value,
            Blue blue => blue.Value,
            Sum sum => sum.Value,
            Seen seen => seen.Value,
            WeightOfEvidence weight => weight.Sum,
            IReadOnlyList<Fact> group => group.Count,
            _ => 0,
        };
}
