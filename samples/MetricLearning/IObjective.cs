using Digits;

namespace MetricLearning;

/// <summary>What a training minimises: a loss of embeddings of length 1.</summary>
interface IObjective
{
    string Name { get; }

    /// <summary>Where the learning rate starts; losses of different scales need different ones.</summary>
    float FirstLearningRate { get; }

    /// <summary>Returns the loss of a batch and writes its gradient by the embeddings.</summary>
    float Backward(Matrix embeddings, ReadOnlySpan<int> labels, Matrix gradient);

    /// <summary>Changes what the objective itself has learned from the last batch, if it learns anything.</summary>
    void Step(float learningRate);

    /// <summary>Compares the generated kernel with a plain loop in double, on the scores of a batch.</summary>
    LossCheck Check(Matrix embeddings, ReadOnlySpan<int> labels);
}
