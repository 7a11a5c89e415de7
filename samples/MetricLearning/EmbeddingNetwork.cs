using System.Numerics.Tensors;
using Digits;

namespace MetricLearning;

/// <summary>Convolutions with ReLU between them; the last one sees the whole image and yields an embedding of length 1.</summary>
sealed class EmbeddingNetwork
{
    /// <summary>The numbers of an embedding.</summary>
    public const int Dimensions = 64;

    const int FirstChannels = 16;
    const int SecondChannels = 64;

    readonly Convolution[] convolutions;
    readonly Normalization normalization;

    /// <param name="capacity">The most images that one call will bring.</param>
    /// <param name="random">Where the first weights come from.</param>
    public EmbeddingNetwork(int capacity, Random random)
    {
        ConvolutionShape first = new(DigitData.Side, Channels: 1, Window: 3, Stride: 1, Padding: 1);
        ConvolutionShape second = new(first.OutputSide, FirstChannels, Window: 4, Stride: 2, Padding: 1);
        ConvolutionShape whole = new(second.OutputSide, SecondChannels, second.OutputSide, Stride: 1, Padding: 0);
        convolutions =
        [
            new Convolution(first, FirstChannels, capacity, random),
            new Convolution(second, SecondChannels, capacity, random),
            new Convolution(whole, Dimensions, capacity, random),
        ];
        normalization = new Normalization(capacity);
    }

    public int ParameterCount => convolutions.Sum(convolution => convolution.ParameterCount);

    /// <summary>The embedding of each image; the next call overwrites it.</summary>
    public Matrix Forward(Matrix images)
    {
        Matrix outputs = images;
        foreach (Convolution convolution in convolutions)
        {
            outputs = convolution.Forward(outputs.Values);
            if (convolution != convolutions[^1])
                TensorPrimitives.Max(outputs.Values, 0, outputs.Values);
        }

        normalization.Forward(outputs);
        return outputs;
    }

    /// <summary>Carries the gradient of the loss from the embeddings of the last Forward back to every weight, and spends it on the way.</summary>
    public void Backward(Matrix gradient)
    {
        normalization.Backward(gradient);
        for (int i = convolutions.Length - 1; i > 0; i--)
        {
            convolutions[i].Backward(gradient);
            ReadOnlySpan<float> hidden = convolutions[i - 1].Outputs.Values;
            Matrix inputGradient = convolutions[i].InputGradient(gradient);
            ReluBackward(hidden, inputGradient.Values);
            gradient = inputGradient;
        }

        convolutions[0].Backward(gradient);
    }

    public void Step(float learningRate)
    {
        foreach (Convolution convolution in convolutions)
            convolution.Step(learningRate);
    }

    static void ReluBackward(ReadOnlySpan<float> hidden, Span<float> gradient)
    {
        for (int i = 0; i < hidden.Length; i++)
            if (hidden[i] == 0)
                gradient[i] = 0;
    }
}
