using Digits;

namespace MetricLearning;

/// <summary>CosFace: softmax cross entropy with a margin, on the cosines of a batch with one learned prototype a class.</summary>
sealed class CosFaceObjective : IObjective
{
    // A prototype is longer than the weights are, which divides its gradient, and rarely meets an image of its glyph: its steps are longer.
    const float PrototypeSpeed = 10;

    readonly Parameter prototypes = new(GlyphSampler.Glyphs, EmbeddingNetwork.Dimensions, decay: 0);
    readonly Matrix units = new(GlyphSampler.Glyphs, EmbeddingNetwork.Dimensions);
    readonly Normalization normalization = new(GlyphSampler.Glyphs);
    readonly Matrix scores = new(GlyphSampler.BatchSize, GlyphSampler.Glyphs);

    public CosFaceObjective(Random random)
    {
        foreach (ref float value in prototypes.Values.Values)
            value = 2 * random.NextSingle() - 1;
    }

    public string Name => "CosFace";

    public float FirstLearningRate => 1e-1f;

    public float Backward(Matrix embeddings, ReadOnlySpan<int> labels, Matrix gradient)
    {
        Score(embeddings);
        float loss = Losses.CosFace(scores.Values, labels, gradient: scores.Values);
        Matrix.Multiply(scores, units, gradient);
        Matrix.MultiplyTransposedBy(scores, embeddings, prototypes.Gradient);
        normalization.Backward(prototypes.Gradient);
        return loss;
    }

    public void Step(float learningRate) => prototypes.Step(PrototypeSpeed * learningRate);

    public LossCheck Check(Matrix embeddings, ReadOnlySpan<int> labels)
    {
        Score(embeddings);
        return LossCheck.Run(scores, labels, Losses.CosFace, PlainLosses.CosFace);
    }

    void Score(Matrix embeddings)
    {
        prototypes.Values.Values.CopyTo(units.Values);
        normalization.Forward(units);
        Matrix.MultiplyByTransposed(embeddings, units, scores);
    }
}
