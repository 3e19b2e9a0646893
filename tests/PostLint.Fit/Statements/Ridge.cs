namespace PostLint.Fit.Statements;

/// <summary>
/// Logistic regression with a penalty on the squares of weights. Cyclic coordinate descent within a trust region for each weight, as in
/// A. Genkin, D. D. Lewis, D. Madigan: Large-scale Bayesian logistic regression (Technometrics, 2007).
/// </summary>
internal sealed class Ridge
{
    private const int Passes = 60;
    private const double Enough = 1e-3; // nats; a pass that moves no weight further ends the fit

    /// <summary>Weights in nats, one a clue.</summary>
    public double[] Weights { get; private init; } = [];

    /// <summary>The sum before any clue, in nats.</summary>
    public double Prior { get; private set; }

    /// <summary>Fits weights.</summary>
    /// <param name="rows">The clues of each case.</param>
    /// <param name="isTrue">Which cases are what is sought.</param>
    /// <param name="clues">How many clues there are.</param>
    /// <param name="penalty">Twice the nats of likelihood that a weight of one nat costs.</param>
    public static Ridge Fit(IReadOnlyList<int[]> rows, IReadOnlyList<bool> isTrue, int clues, double penalty)
    {
        var model = new Ridge { Weights = new double[clues] };
        int[][] columns = Columns(rows, clues);
        int[] all = [.. Enumerable.Range(0, rows.Count)];
        double[] margins = new double[rows.Count],
            regions = new double[clues + 1];
        Array.Fill(regions, 1);
        for (int pass = 0; pass < Passes; pass++)
        {
            double moved = Math.Abs(model.Move(-1, all, isTrue, margins, regions, 0));
            for (int clue = 0; clue < clues; clue++)
            {
                if (columns[clue].Length > 0)
                    moved = Math.Max(moved, Math.Abs(model.Move(clue, columns[clue], isTrue, margins, regions, penalty)));
            }
            if (moved < Enough)
                break;
        }
        return model;
    }

    private static int[][] Columns(IReadOnlyList<int[]> rows, int clues)
    {
        var columns = new List<int>[clues];
        for (int clue = 0; clue < clues; clue++)
            columns[clue] = [];
        for (int row = 0; row < rows.Count; row++)
        {
            foreach (int clue in rows[row])
                columns[clue].Add(row);
        }
        return [.. columns.Select(column => column.ToArray())];
    }

    /// <summary>Moves one weight, or the prior for -1; returns how far.</summary>
    private double Move(int clue, int[] rows, IReadOnlyList<bool> isTrue, double[] margins, double[] regions, double penalty)
    {
        double region = regions[clue + 1],
            gradient = 0,
            curve = 1e-6;
        foreach (int row in rows)
        {
            double margin = margins[row],
                far = Math.Abs(margin) - region;
            gradient += (1 / (1 + Math.Exp(-margin))) - (isTrue[row] ? 1 : 0);
            curve += far <= 0 ? 0.25 : 1 / (2 + Math.Exp(far) + Math.Exp(-far));
        }
        double weight = clue < 0 ? Prior : Weights[clue];
        double step = -(gradient + penalty * weight) / (curve + penalty);
        step = Math.Clamp(step, -region, region);
        regions[clue + 1] = Math.Max(2 * Math.Abs(step), region / 2);
        if (clue < 0)
            Prior += step;
        else
            Weights[clue] += step;
        foreach (int row in rows)
            margins[row] += step;
        return step;
    }
}
