using System.Numerics.Tensors;

namespace Digits;

/// <summary>Numbers that training changes, by stochastic gradient descent with momentum and weight decay.</summary>
sealed class Parameter(int rows, int columns, float decay)
{
    const float Momentum = 0.9f;

    readonly float[] velocity = new float[rows * columns];

    public Matrix Values { get; } = new(rows, columns);

    public Matrix Gradient { get; } = new(rows, columns);

    public void Step(float learningRate)
    {
        TensorPrimitives.MultiplyAdd(Values.Values, decay, Gradient.Values, Gradient.Values);
        TensorPrimitives.MultiplyAdd(velocity, Momentum, Gradient.Values, velocity);
        TensorPrimitives.MultiplyAdd(velocity, -learningRate, Values.Values, Values.Values);
    }
}
