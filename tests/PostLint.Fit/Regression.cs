namespace PostLint.Fit;

/// <summary>
/// Logistic regression with a penalty on the square of what a weight differs from its prior mean. The score of an account is that of its
/// heaviest mention, its traits and the prior of its domain,
/// so mentions are chosen and weights fitted in turn.
/// </summary>
internal sealed class Regression
{
    private const int Rounds = 8,
        Steps = 12;

    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly double[] _means;

    private Regression(IReadOnlyList<string> clues, IReadOnlyDictionary<string, double> means)
    {
        foreach (string clue in clues)
            _index[clue] = _index.Count;
        Weights = new double[_index.Count + Enum.GetValues<Domain>().Length];
        _means = new double[Weights.Length];
        foreach ((string clue, int at) in _index)
            _means[at] = Weights[at] = means.GetValueOrDefault(clue) * Math.Log(2);
    }

    /// <summary>In nats: clues, then the priors of the domains.</summary>
    public double[] Weights { get; }

    /// <summary>The clues, in the order of their weights.</summary>
    public IEnumerable<string> Clues => _index.Keys;

    /// <summary>A weight in bits; 0 where the clue has none.</summary>
    public double BitsOf(string clue) => _index.TryGetValue(clue, out int at) ? Weights[at] / Math.Log(2) : 0;

    /// <summary>The prior of a domain in bits.</summary>
    public double PriorOf(Domain domain) => Weights[_index.Count + (int)domain] / Math.Log(2);

    /// <summary>Fits weights.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="clues">The clues that may weigh.</param>
    /// <param name="means">What weights are taken to be where the data says nothing, in bits.</param>
    /// <param name="penalty">How strongly.</param>
    /// <param name="importance">How much a case counts.</param>
    public static Regression Fit(
        IReadOnlyList<Case> cases,
        IReadOnlyList<string> clues,
        IReadOnlyDictionary<string, double> means,
        double penalty,
        Func<Case, double> importance
    )
    {
        var model = new Regression(clues, means);
        double[] importances = [.. cases.Select(importance)];
        for (int round = 0; round < Rounds; round++)
        {
            int[][] chosen = [.. cases.Select(model.Chosen)];
            for (int step = 0; step < Steps; step++)
                if (model.Step(cases, chosen, importances, penalty) < 1e-5)
                    break;
        }
        return model;
    }

    /// <summary>The clues of a case in bits, each weight in whole quarters, without a prior.</summary>
    public double Rounded(Case one) =>
        (one.Mentions.Count == 0 ? 0 : one.Mentions.Max(mention => mention.Sum(clue => Study.Rounded(BitsOf(clue)))))
        + one.Traits.Sum(clue => Study.Rounded(BitsOf(clue)));

    /// <summary>What is summed for a case: the clues of its heaviest mention, its traits, its domain's prior.</summary>
    private int[] Chosen(Case one)
    {
        int[] best = [];
        double most = double.NegativeInfinity;
        foreach (string[] mention in one.Mentions)
        {
            int[] known = Known(mention);
            double sum = known.Sum(at => Weights[at]);
            if (sum > most)
                (best, most) = (known, sum);
        }
        return [.. best, .. Known(one.Traits), _index.Count + (int)one.Domain];
    }

    private int[] Known(IEnumerable<string> clues) => [.. clues.Select(clue => _index.GetValueOrDefault(clue, -1)).Where(at => at >= 0)];

    /// <summary>A step of Newton's method; returns how far it went.</summary>
    private double Step(IReadOnlyList<Case> cases, int[][] chosen, double[] importances, double penalty)
    {
        int size = Weights.Length;
        var gradient = new double[size];
        var hessian = new double[size, size];
        for (int at = 0; at < size; at++)
        {
            double strength = at < _index.Count ? penalty : 1e-3;
            gradient[at] = strength * (Weights[at] - _means[at]);
            hessian[at, at] = strength;
        }
        for (int i = 0; i < cases.Count; i++)
        {
            double sum = 0;
            foreach (int at in chosen[i])
                sum += Weights[at];
            double chance = 1 / (1 + Math.Exp(-sum));
            double error = (chance - (cases[i].IsOwn ? 1 : 0)) * importances[i],
                curve = Math.Max(1e-6, chance * (1 - chance)) * importances[i];
            foreach (int at in chosen[i])
            {
                gradient[at] += error;
                foreach (int other in chosen[i])
                    hessian[at, other] += curve;
            }
        }
        double[] step = Solve(hessian, gradient);
        double length = 0;
        for (int at = 0; at < size; at++)
        {
            Weights[at] -= step[at];
            length = Math.Max(length, Math.Abs(step[at]));
        }
        return length;
    }

    /// <summary>Solves by Cholesky's method; the penalty keeps the matrix positive definite.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        int size = right.Length;
        var lower = new double[size, size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = matrix[i, j];
                for (int k = 0; k < j; k++)
                    sum -= lower[i, k] * lower[j, k];
                lower[i, j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / lower[j, j];
            }
        }
        var solved = new double[size];
        for (int i = 0; i < size; i++)
        {
            double sum = right[i];
            for (int k = 0; k < i; k++)
                sum -= lower[i, k] * solved[k];
            solved[i] = sum / lower[i, i];
        }
        for (int i = size - 1; i >= 0; i--)
        {
            double sum = solved[i];
            for (int k = i + 1; k < size; k++)
                sum -= lower[k, i] * solved[k];
            solved[i] = sum / lower[i, i];
        }
        return solved;
    }
}
