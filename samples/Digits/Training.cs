using System.Numerics.Tensors;

namespace Digits;

/// <summary>How good a network is on a set: mean loss, and the share of digits whose highest logit is the right one.</summary>
readonly record struct Score(float Loss, float Accuracy);

/// <summary>Both scores after one pass over the training set.</summary>
readonly record struct Epoch(int Number, Score Training, Score Test);

/// <summary>Mini-batch training: forward, generated loss and gradient, backward, step.</summary>
static class Training
{
    public const int Epochs = 40;
    public const int BatchSize = 32;
    const float FirstLearningRate = 0.2f;

    public static List<Epoch> Run(Network network, DigitData data, Random random, Action<Epoch> report)
    {
        DigitSet training = data.Training;
        int[] order = [.. Enumerable.Range(0, training.Count)];
        Matrix imageBuffer = new(BatchSize, training.Images.Columns);
        int[] labelBuffer = new int[BatchSize];
        List<Epoch> epochs = [];

        for (int number = 1; number <= Epochs; number++)
        {
            // Falls to zero along a straight line: large steps first, then small ones that settle.
            float learningRate = FirstLearningRate * (Epochs - number + 1) / Epochs;
            random.Shuffle(order);

            foreach (int[] batch in order.Chunk(BatchSize))
            {
                Matrix images = imageBuffer.Slice(0, batch.Length);
                Span<int> labels = labelBuffer.AsSpan(0, batch.Length);
                for (int i = 0; i < batch.Length; i++)
                {
                    training.Images.Row(batch[i]).CopyTo(images.Row(i));
                    labels[i] = training.Labels.Span[batch[i]];
                }

                Matrix logits = network.Forward(images);
                Losses.CrossEntropy(logits.Values, labels, gradient: logits.Values);
                network.Backward(gradient: logits);
                network.Step(learningRate);
            }

            Epoch epoch = new(number, Evaluate(network, training), Evaluate(network, data.Test));
            epochs.Add(epoch);
            report(epoch);
        }

        return epochs;
    }

    static Score Evaluate(Network network, DigitSet set)
    {
        Matrix logits = network.Forward(set.Images);
        int correct = 0;
        for (int i = 0; i < set.Count; i++)
            if (TensorPrimitives.IndexOfMax(logits.Row(i)) == set.Labels.Span[i])
                correct++;
        return new Score(Losses.CrossEntropy(logits.Values, set.Labels.Span), (float)correct / set.Count);
    }
}
