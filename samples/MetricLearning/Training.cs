using Digits;

namespace MetricLearning;

/// <summary>Training: draw a batch, embed it, generated loss and gradient, backward, step.</summary>
static class Training
{
    public const int Steps = 2000;

    public static void Run(EmbeddingNetwork network, IObjective objective, GlyphSampler sampler, Action step)
    {
        Matrix images = new(GlyphSampler.BatchSize, DigitData.Pixels);
        int[] labels = new int[GlyphSampler.BatchSize];
        Matrix gradient = new(GlyphSampler.BatchSize, EmbeddingNetwork.Dimensions);
        for (int number = 0; number < Steps; number++)
        {
            // Falls to zero along a straight line: large steps first, then small ones that settle.
            float learningRate = objective.FirstLearningRate * (Steps - number) / Steps;
            sampler.Draw(images, labels);
            objective.Backward(network.Forward(images), labels, gradient);
            network.Backward(gradient);
            objective.Step(learningRate);
            network.Step(learningRate);
            step();
        }
    }
}
