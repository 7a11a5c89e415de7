using System.Numerics.Tensors;

namespace Digits;

/// <summary>A dense layer: outputs = inputs · weightsᵀ + bias.</summary>
sealed class Layer
{
    const float WeightDecay = 5e-4f;

    readonly Parameter weights;
    readonly Parameter bias;
    readonly Matrix outputBuffer;
    readonly Matrix inputGradientBuffer;

    public Layer(int inputs, int outputs, int capacity, Random random)
    {
        weights = new Parameter(outputs, inputs, WeightDecay);
        bias = new Parameter(1, outputs, decay: 0);
        outputBuffer = new Matrix(capacity, outputs);
        inputGradientBuffer = new Matrix(capacity, inputs);

        // He et al. (2015): with this variance ReLU neither shrinks nor inflates the signal from layer to layer.
        float bound = MathF.Sqrt(6f / inputs);
        foreach (ref float weight in weights.Values.Values)
            weight = bound * (2 * random.NextSingle() - 1);
    }

    /// <summary>What the last Forward was given.</summary>
    public Matrix Inputs { get; private set; }

    public int ParameterCount => weights.Values.Values.Length + bias.Values.Values.Length;

    public Matrix Forward(Matrix inputs)
    {
        Inputs = inputs;
        Matrix outputs = outputBuffer.Slice(0, inputs.Rows);
        Matrix.MultiplyByTransposed(inputs, weights.Values, outputs);
        for (int row = 0; row < outputs.Rows; row++)
            TensorPrimitives.Add(outputs.Row(row), bias.Values.Values, outputs.Row(row));
        return outputs;
    }

    /// <summary>Computes the gradients of weights and bias from the gradient of the outputs.</summary>
    public void Backward(Matrix gradient)
    {
        Matrix.MultiplyTransposedBy(gradient, Inputs, weights.Gradient);
        Span<float> biasGradient = bias.Gradient.Values;
        biasGradient.Clear();
        for (int row = 0; row < gradient.Rows; row++)
            TensorPrimitives.Add(biasGradient, gradient.Row(row), biasGradient);
    }

    public Matrix InputGradient(Matrix gradient)
    {
        Matrix inputGradient = inputGradientBuffer.Slice(0, gradient.Rows);
        Matrix.Multiply(gradient, weights.Values, inputGradient);
        return inputGradient;
    }

    public void Step(float learningRate)
    {
        weights.Step(learningRate);
        bias.Step(learningRate);
    }
}
