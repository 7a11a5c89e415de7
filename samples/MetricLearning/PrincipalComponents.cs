using System.Numerics.Tensors;
using Digits;

namespace MetricLearning;

/// <summary>The projection on the two directions in which rows vary most.</summary>
static class PrincipalComponents
{
    const int Iterations = 200;

    public static (double X, double Y)[] Project(Matrix rows)
    {
        Matrix centred = new(rows.Rows, rows.Columns);
        float[] mean = new float[rows.Columns];
        for (int row = 0; row < rows.Rows; row++)
            TensorPrimitives.MultiplyAdd(rows.Row(row), 1f / rows.Rows, mean, mean);
        for (int row = 0; row < rows.Rows; row++)
            TensorPrimitives.Subtract(rows.Row(row), mean, centred.Row(row));

        Matrix covariance = new(rows.Columns, rows.Columns);
        Matrix.MultiplyTransposedBy(centred, centred, covariance);
        float[] first = LargestEigenvector(covariance);
        Remove(covariance, first);
        float[] second = LargestEigenvector(covariance);

        (double X, double Y)[] points = new (double X, double Y)[rows.Rows];
        for (int row = 0; row < points.Length; row++)
            points[row] = (TensorPrimitives.Dot<float>(centred.Row(row), first), TensorPrimitives.Dot<float>(centred.Row(row), second));
        return points;
    }

    // Power iteration. It starts from the row of the largest variance, which is not orthogonal to what is sought.
    static float[] LargestEigenvector(Matrix covariance)
    {
        int largest = 0;
        for (int i = 1; i < covariance.Rows; i++)
            if (covariance.Row(i)[i] > covariance.Row(largest)[largest])
                largest = i;

        float[] vector = covariance.Row(largest).ToArray();
        float[] next = new float[vector.Length];
        for (int iteration = 0; iteration < Iterations; iteration++)
        {
            for (int i = 0; i < next.Length; i++)
                next[i] = TensorPrimitives.Dot<float>(covariance.Row(i), vector);
            TensorPrimitives.Divide(next, TensorPrimitives.Norm<float>(next), vector);
        }

        return vector;
    }

    // Takes the variance along a direction away, so that the next eigenvector becomes the largest.
    static void Remove(Matrix covariance, float[] direction)
    {
        float[] image = new float[direction.Length];
        for (int i = 0; i < image.Length; i++)
            image[i] = TensorPrimitives.Dot<float>(covariance.Row(i), direction);
        for (int i = 0; i < image.Length; i++)
            TensorPrimitives.MultiplyAdd(direction, -image[i], covariance.Row(i), covariance.Row(i));
    }
}
