using System.Numerics.Tensors;

namespace Digits;

/// <summary>Dense layers with ReLU between them. Two widths make softmax regression, three a network with one hidden layer.</summary>
sealed class Network
{
    readonly Layer[] layers;

    /// <param name="widths">The number of inputs, the width of each hidden layer, the number of classes.</param>
    /// <param name="capacity">The most rows that one call will bring.</param>
    /// <param name="random">Where the first weights come from.</param>
    public Network(ReadOnlySpan<int> widths, int capacity, Random random)
    {
        layers = new Layer[widths.Length - 1];
        for (int i = 0; i < layers.Length; i++)
            layers[i] = new Layer(widths[i], widths[i + 1], capacity, random);
    }

    public int ParameterCount => layers.Sum(layer => layer.ParameterCount);

    /// <summary>The logits of a batch. The caller may overwrite them, by their gradient for one.</summary>
    public Matrix Forward(Matrix images)
    {
        Matrix activations = images;
        foreach (Layer layer in layers)
        {
            activations = layer.Forward(activations);
            if (layer != layers[^1])
                TensorPrimitives.Max(activations.Values, 0, activations.Values);
        }

        return activations;
    }

    /// <summary>The class with the highest logit, for each image.</summary>
    public int[] Predict(Matrix images)
    {
        Matrix logits = Forward(images);
        int[] classes = new int[logits.Rows];
        for (int i = 0; i < classes.Length; i++)
            classes[i] = TensorPrimitives.IndexOfMax(logits.Row(i));
        return classes;
    }

    /// <summary>Carries the gradient of the loss from the logits of the last Forward back to every weight.</summary>
    public void Backward(Matrix gradient)
    {
        for (int i = layers.Length - 1; i > 0; i--)
        {
            layers[i].Backward(gradient);
            Matrix hidden = layers[i].Inputs;
            gradient = layers[i].InputGradient(gradient);
            ReluBackward(hidden.Values, gradient.Values);
        }

        layers[0].Backward(gradient);
    }

    public void Step(float learningRate)
    {
        foreach (Layer layer in layers)
            layer.Step(learningRate);
    }

    static void ReluBackward(ReadOnlySpan<float> hidden, Span<float> gradient)
    {
        for (int i = 0; i < hidden.Length; i++)
            if (hidden[i] == 0)
                gradient[i] = 0;
    }
}
