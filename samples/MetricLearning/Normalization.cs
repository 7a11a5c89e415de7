using System.Numerics.Tensors;
using Digits;

namespace MetricLearning;

/// <summary>Scales rows to length 1, so that their products are cosines, and carries gradients back through that.</summary>
sealed class Normalization(int capacity)
{
    readonly float[] lengths = new float[capacity];

    Matrix units;

    /// <summary>Scales the rows in place.</summary>
    public void Forward(Matrix rows)
    {
        for (int row = 0; row < rows.Rows; row++)
        {
            lengths[row] = TensorPrimitives.Norm<float>(rows.Row(row));
            TensorPrimitives.Divide(rows.Row(row), lengths[row], rows.Row(row));
        }

        units = rows;
    }

    /// <summary>
    /// Turns the gradient of the unit rows of the last Forward, in place, into that of the rows: what points along a row cannot change
    /// its unit row, and the longer a row is the less the rest does.
    /// </summary>
    public void Backward(Matrix gradient)
    {
        for (int row = 0; row < gradient.Rows; row++)
        {
            Span<float> values = gradient.Row(row);
            float along = TensorPrimitives.Dot<float>(values, units.Row(row));
            TensorPrimitives.MultiplyAdd(units.Row(row), -along, values, values);
            TensorPrimitives.Divide(values, lengths[row], values);
        }
    }
}
