using Digits;

namespace MetricLearning;

/// <summary>A way to represent the unseen digits, by rows of length 1, and how well it retrieves them.</summary>
sealed record Method(string Name, Matrix Units, Retrieval Retrieval)
{
    public static Method Of(string name, Matrix representations, ReadOnlySpan<int> labels)
    {
        Matrix units = new(representations.Rows, representations.Columns);
        representations.Values.CopyTo(units.Values);
        new Normalization(units.Rows).Forward(units);
        return new Method(name, units, Retrieval.Evaluate(units, labels));
    }
}
