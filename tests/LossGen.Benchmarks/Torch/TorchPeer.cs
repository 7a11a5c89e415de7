using System.Runtime.InteropServices;
using LossGen.Benchmarks.Shapes;
using TorchSharp;
using static TorchSharp.torch;

namespace LossGen.Benchmarks.Peers;

/// <summary>
/// The losses as a user of TorchSharp computes them, on one thread: the loss's own function where there is one, its automatic differentiation,
/// and the loss read back. The scores are in libtorch's memory before the clock starts.
/// </summary>
internal static class TorchPeer
{
    public static bool IsBuiltIn => true;

    /// <summary>Why there is no TorchSharp; null if there is.</summary>
    public static string? Missing { get; } = WhyMissing();

    public static string Version => $"TorchSharp {Output.Machine.VersionOf(typeof(torch).Assembly)} with libtorch {torch.__version__}";

    public static Contestant? CrossEntropy(ClassificationBatch batch) =>
        Classification(batch, static (logits, labels) => nn.functional.cross_entropy(logits, labels));

    /// <summary>libtorch divides by the number of classes.</summary>
    public static Contestant? HingeSum(ClassificationBatch batch)
    {
        Contestant? hinge = Classification(batch, static (logits, labels) => nn.functional.multi_margin_loss(logits, labels));
        return hinge is null ? null : hinge with { Unit = batch.Classes };
    }

    /// <summary>libtorch has no such function.</summary>
    public static Contestant? HingeMax(ClassificationBatch batch) => Classification(batch, static (logits, labels) =>
    {
        Tensor columns = labels.unsqueeze(1);
        Tensor isLabel = nn.functional.one_hot(labels, logits.shape[1]).to(ScalarType.Bool);
        Tensor best = logits.masked_fill(isLabel, float.NegativeInfinity).amax([1]);
        return (best - logits.gather(1, columns).squeeze(1) + 1).relu().mean();
    });

    /// <summary>Composed as in the paper's own code: each side's log-sum-exp, and softplus of their sum.</summary>
    public static Contestant? Circle(PairBatch batch) => Missing is not null ? null : Differentiated(
        [TensorOf(batch.Positives, batch.Rows), TensorOf(batch.Negatives, batch.Rows)],
        static scores =>
        {
            (Tensor positives, Tensor negatives) = (scores[0], scores[1]);
            Tensor positiveWeights = (1 + Losses.CircleMargin - positives.detach()).relu();
            Tensor negativeWeights = (negatives.detach() + Losses.CircleMargin).relu();
            Tensor positiveLogits = -Losses.CircleGamma * positiveWeights * (positives - (1 - Losses.CircleMargin));
            Tensor negativeLogits = Losses.CircleGamma * negativeWeights * (negatives - Losses.CircleMargin);
            return nn.functional.softplus(positiveLogits.logsumexp(1) + negativeLogits.logsumexp(1)).mean();
        });

    private static Contestant? Classification(ClassificationBatch batch, Func<Tensor, Tensor, Tensor> loss)
    {
        if (Missing is not null)
        {
            return null;
        }

        Tensor labels = tensor(batch.Labels, dtype: ScalarType.Int64);
        return Differentiated([TensorOf(batch.Logits, batch.Rows)], scores => loss(scores[0], labels));
    }

    private static Contestant Differentiated(Tensor[] scores, Func<Tensor[], Tensor> loss)
    {
        return new Contestant("TorchSharp", () => Run(static _ => { }), Gradient);

        float Run(Action<IList<Tensor>> look)
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor value = loss(scores);
            look(autograd.grad([value], scores));
            return value.item<float>();
        }

        float[] Gradient()
        {
            float[] gradient = [];
            Run(parts => gradient = [.. parts.SelectMany(static part => part.data<float>())]);
            return gradient;
        }
    }

    private static Tensor TensorOf(AlignedFloats numbers, int rows) =>
        tensor(numbers.Span.ToArray(), rows, numbers.Span.Length / rows, requires_grad: true);

    private static string? WhyMissing()
    {
        try
        {
            // TorchSharp's own message is a page long and lacks the loader's reason, which is the last line of this one.
            NativeLibrary.Load(Path.Combine(AppContext.BaseDirectory, "runtimes/linux-x64/native/libLibTorchSharp.so"));
        }
        catch (DllNotFoundException exception)
        {
            return exception.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
        }

        FreedMemory.Keep();
        set_num_threads(1);
        return null;
    }
}
