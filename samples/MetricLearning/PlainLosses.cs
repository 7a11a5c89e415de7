namespace MetricLearning;

/// <summary>The two losses as a reader of the papers would write them, in double: a row at a time, each gradient from its formula.</summary>
static class PlainLosses
{
    /// <summary>Y. Sun et al. (2020), "Circle Loss", arXiv 2002.10857, with γ and m of <see cref="Losses"/>.</summary>
    public static double Circle(ReadOnlySpan<float> similarities, ReadOnlySpan<int> labels, Span<double> gradient)
    {
        // The kernel's margin is a float; the nearest one is not the same number.
        const double Margin = (float)Losses.CircleMargin;
        const double Gamma = Losses.CircleGamma;
        double loss = 0;
        int rows = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            double positives = 0;
            double negatives = 0;
            Span<double> slopes = gradient.Slice(row * labels.Length, labels.Length);
            for (int i = 0; i < labels.Length; i++)
            {
                if (i == row)
                    continue;
                double score = similarities[row * labels.Length + i];
                if (labels[i] == labels[row])
                {
                    double weight = Math.Max(1 + Margin - score, 0);
                    double exp = Math.Exp(-Gamma * weight * (score - (1 - Margin)));
                    positives += exp;
                    slopes[i] = -Gamma * weight * exp;
                }
                else
                {
                    double weight = Math.Max(score + Margin, 0);
                    double exp = Math.Exp(Gamma * weight * (score - Margin));
                    negatives += exp;
                    slopes[i] = Gamma * weight * exp;
                }
            }

            if (positives == 0 || negatives == 0)
            {
                slopes.Clear();
                continue;
            }

            rows++;
            loss += Math.Log(1 + positives * negatives);
            double factor = 1 / (1 + positives * negatives);
            for (int i = 0; i < labels.Length; i++)
                slopes[i] *= i == row ? 0 : labels[i] == labels[row] ? factor * negatives : factor * positives;
        }

        for (int i = 0; i < gradient.Length; i++)
            gradient[i] /= rows;
        return loss / rows;
    }

    /// <summary>H. Wang et al. (2018), "CosFace", arXiv 1801.09414, with γ and m of <see cref="Losses"/>.</summary>
    public static double CosFace(ReadOnlySpan<float> scores, ReadOnlySpan<int> labels, Span<double> gradient)
    {
        const double Margin = (float)Losses.CosFaceMargin;
        const double Gamma = Losses.CosFaceGamma;
        int classes = scores.Length / labels.Length;
        double loss = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            int target = row * classes + labels[row];
            double sum = 0;
            for (int i = row * classes; i < (row + 1) * classes; i++)
            {
                if (i == target)
                    continue;
                gradient[i] = Math.Exp(Gamma * (scores[i] - (scores[target] - Margin)));
                sum += gradient[i];
            }

            loss += Math.Log(1 + sum) / labels.Length;
            gradient[target] = -sum;
            for (int i = row * classes; i < (row + 1) * classes; i++)
                gradient[i] *= Gamma / (1 + sum) / labels.Length;
        }

        return loss;
    }
}
