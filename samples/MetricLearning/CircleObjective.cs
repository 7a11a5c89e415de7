using System.Numerics.Tensors;
using Digits;

namespace MetricLearning;

/// <summary>Circle loss on the cosine similarities of a batch with itself. Nothing stands for a class but its images.</summary>
sealed class CircleObjective : IObjective
{
    readonly Matrix similarities = new(GlyphSampler.BatchSize, GlyphSampler.BatchSize);
    readonly Matrix gradientAsColumn = new(GlyphSampler.BatchSize, EmbeddingNetwork.Dimensions);

    public string Name => "circle loss";

    public float FirstLearningRate => 1e-2f;

    public float Backward(Matrix embeddings, ReadOnlySpan<int> labels, Matrix gradient)
    {
        Matrix.MultiplyByTransposed(embeddings, embeddings, similarities);
        float loss = Losses.Circle(similarities.Values, labels, gradient: similarities.Values);

        // Each embedding is a factor of a row of similarities and of a column.
        Matrix.Multiply(similarities, embeddings, gradient);
        Matrix.MultiplyTransposedBy(similarities, embeddings, gradientAsColumn);
        TensorPrimitives.Add(gradient.Values, gradientAsColumn.Values, gradient.Values);
        return loss;
    }

    public void Step(float learningRate) { }

    public LossCheck Check(Matrix embeddings, ReadOnlySpan<int> labels)
    {
        Matrix.MultiplyByTransposed(embeddings, embeddings, similarities);
        return LossCheck.Run(similarities, labels, Losses.Circle, PlainLosses.Circle);
    }
}
