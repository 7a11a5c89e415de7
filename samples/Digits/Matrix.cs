using System.Numerics.Tensors;

namespace Digits;

/// <summary>A row-major matrix, or the view of some rows of one. The three products are all that a dense layer needs.</summary>
readonly struct Matrix(Memory<float> memory, int rows, int columns)
{
    public Matrix(int rows, int columns) : this(new float[rows * columns], rows, columns) { }

    public int Rows => rows;

    public int Columns => columns;

    public Span<float> Values => memory.Span;

    public Span<float> Row(int row) => memory.Span.Slice(row * columns, columns);

    public Matrix Slice(int start, int count) => new(memory.Slice(start * columns, count * columns), count, columns);

    /// <summary>product = left · rightᵀ. Both are read along their rows: every element is one dot product.</summary>
    public static void MultiplyByTransposed(Matrix left, Matrix right, Matrix product)
    {
        for (int i = 0; i < left.Rows; i++)
        {
            Span<float> row = product.Row(i);
            for (int j = 0; j < row.Length; j++)
                row[j] = TensorPrimitives.Dot<float>(left.Row(i), right.Row(j));
        }
    }

    /// <summary>product = left · right. Every row is a weighted sum of the rows of right.</summary>
    public static void Multiply(Matrix left, Matrix right, Matrix product)
    {
        product.Values.Clear();
        for (int i = 0; i < left.Rows; i++)
            for (int k = 0; k < left.Columns; k++)
                TensorPrimitives.MultiplyAdd(right.Row(k), left.Row(i)[k], product.Row(i), product.Row(i));
    }

    /// <summary>product = leftᵀ · right. A sum of outer products, one for each row of the two.</summary>
    public static void MultiplyTransposedBy(Matrix left, Matrix right, Matrix product)
    {
        product.Values.Clear();
        for (int k = 0; k < left.Rows; k++)
            for (int i = 0; i < left.Columns; i++)
                TensorPrimitives.MultiplyAdd(right.Row(k), left.Row(k)[i], product.Row(i), product.Row(i));
    }
}
