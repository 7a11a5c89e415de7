using CsCheck;
using LossGen.Generator.Formula;

namespace LossGen.Generator.Tests.Formula;

/// <summary>The scores of one row: where a formula is evaluated.</summary>
internal sealed record Row(double[] Negatives, double[] Positives)
{
    /// <summary>Rows of one to six negatives and up to three positives, all moderate.</summary>
    public static Gen<Row> Any { get; } = Gen.Select(
        Gen.Double[-3, 3].Array[1, 6],
        Gen.Double[-3, 3].Array[1, 3],
        (negatives, positives) => new Row(negatives, positives));

    public double Evaluate(Expression expression) => new Evaluator(Negatives, Positives).Of(expression);

    /// <summary>The row with one score moved.</summary>
    public Row Moved(Axes side, int index, double by)
    {
        double[] moved = [.. side == Axes.Negatives ? Negatives : Positives];
        moved[index] += by;
        return side == Axes.Negatives ? this with { Negatives = moved } : this with { Positives = moved };
    }

    public override string ToString() => $"negatives {string.Join(", ", Negatives)}; positives {string.Join(", ", Positives)}";
}
