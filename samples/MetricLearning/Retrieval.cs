using Digits;

namespace MetricLearning;

/// <summary>How well the images of a digit find each other: each is the query once, and all others are ranked by their cosine with it.</summary>
/// <param name="RecallAt1">The share of queries whose nearest image shows the same digit.</param>
/// <param name="RecallAt5">The share of queries with an image of the same digit among the nearest five.</param>
/// <param name="MeanAveragePrecisionAtR">
/// With R other images of the query's digit: the precisions of the first i answers, added up over those i up to R where answer i is right,
/// over R; then the mean of that over the queries. 1 if every query has all R first. K. Musgrave, S. Belongie and S.-N. Lim (2020),
/// "A Metric Learning Reality Check", arXiv 2003.08505, section 3.2.
/// </param>
readonly record struct Retrieval(double RecallAt1, double RecallAt5, double MeanAveragePrecisionAtR)
{
    const int Nearest = 5;

    /// <param name="units">One row of length 1 an image.</param>
    /// <param name="labels">The digits shown.</param>
    public static Retrieval Evaluate(Matrix units, ReadOnlySpan<int> labels)
    {
        Matrix similarities = new(units.Rows, units.Rows);
        Matrix.MultiplyByTransposed(units, units, similarities);
        float[] distances = new float[units.Rows];
        int[] answers = new int[units.Rows];
        double first = 0;
        double firstFive = 0;
        double precision = 0;
        for (int query = 0; query < units.Rows; query++)
        {
            for (int i = 0; i < answers.Length; i++)
            {
                answers[i] = labels[i];
                distances[i] = -similarities.Row(query)[i];
            }

            // Last, and so never an answer.
            distances[query] = float.PositiveInfinity;
            Array.Sort(distances, answers);

            int label = labels[query];
            first += answers[0] == label ? 1 : 0;
            firstFive += answers.AsSpan(0, Nearest).Contains(label) ? 1 : 0;
            precision += AveragePrecision(answers, label, relevant: labels.Count(label) - 1);
        }

        return new Retrieval(first / units.Rows, firstFive / units.Rows, precision / units.Rows);
    }

    static double AveragePrecision(ReadOnlySpan<int> answers, int label, int relevant)
    {
        int found = 0;
        double sum = 0;
        for (int i = 0; i < relevant; i++)
            if (answers[i] == label)
                sum += (double)++found / (i + 1);
        return sum / relevant;
    }
}
