using LossGen.Benchmarks.Peers;

namespace LossGen.Benchmarks.Shapes;

/// <summary>The shapes that are compared, and how fast they have to be.</summary>
internal static class ShapeCatalogue
{
    /// <summary>A single row, few rows, few classes, and rows that do not fill their vectors.</summary>
    public static readonly Shape[] Tiny =
    [
        Softmax(1, 2, Losses.CrossEntropy2),
        Softmax(1, 3, Losses.CrossEntropy3),
        Softmax(2, 3, Losses.CrossEntropy3),
        Softmax(1, 5, Losses.CrossEntropy5),
        Softmax(1, 10, Losses.CrossEntropy10),
        Softmax(1, 17, Losses.CrossEntropy17),
        Softmax(1, 129, Losses.CrossEntropy129),
        Softmax(1, 1000, Losses.CrossEntropy1000),
        Softmax(16, 10, Losses.CrossEntropy10),
        Softmax(1024, 2, Losses.CrossEntropy2),
        Softmax(1024, 3, Losses.CrossEntropy3),
        Softmax(1024, 5, Losses.CrossEntropy5),
        Softmax(1024, 17, Losses.CrossEntropy17),
        Softmax(256, 129, Losses.CrossEntropy129),
    ];

    /// <summary>Batches as classifiers are trained with.</summary>
    public static readonly Shape[] Middle =
    [
        Softmax(1024, 10, Losses.CrossEntropy10, new Bars(Floor: 2, Floor512: 3, Tensors: 12, Torch: 50)),
        Softmax(256, 100, Losses.CrossEntropy100, new Bars(Floor: 2, Tensors: 3, Torch: 6)),
        Softmax(256, 1000, Losses.CrossEntropy1000, new Bars(Floor: 1.6, Tensors: 2.5, Torch: 5)),
    ];

    /// <summary>As many classes as a vocabulary has words.</summary>
    public static readonly Shape[] Huge =
    [
        Softmax(64, 8192, Losses.CrossEntropy8192, new Bars(Floor: 1.6, Tensors: 2.5, Torch: 5)),
        Softmax(64, 32000, Losses.CrossEntropy32000, new Bars(Floor: 2.2, Tensors: 2, Torch: 5)),
    ];

    public static readonly Shape[] Hinges =
    [
        Classification("hinge max", 256, 100, Losses.HingeMax100, ComposedTensors.HingeMax, PlainLoops.HingeMax, TorchPeer.HingeMax, new Bars(Torch: 20)),
        Classification("hinge sum", 256, 100, Losses.HingeSum100, ComposedTensors.HingeSum, PlainLoops.HingeSum, TorchPeer.HingeSum, new Bars(Torch: 20)),
    ];

    public static readonly Shape Circle = new(
        "circle",
        $"256x({Losses.Positives}+{Losses.Negatives})",
        256 * (Losses.Positives + Losses.Negatives),
        new Bars(Floor: 2.5, Torch: 20),
        () =>
        {
            var batch = new PairBatch(256, Losses.Positives, Losses.Negatives);
            return Lineups.Of(batch, Losses.Circle, new ComposedTensorsCircle().Circle, PlainCircleLoop.Circle, TorchPeer.Circle(batch));
        });

    public static readonly Shape[] All = [.. Tiny, .. Middle, .. Huge, .. Hinges, Circle];

    public static Shape Softmax(int rows, int classes, ClassificationKernel ours, Bars? bars = null) =>
        Classification("softmax", rows, classes, ours, ComposedTensors.CrossEntropy, PlainLoops.CrossEntropy, TorchPeer.CrossEntropy, bars ?? new Bars());

    private static Shape Classification(
        string loss,
        int rows,
        int classes,
        ClassificationKernel ours,
        ClassificationKernel tensors,
        ClassificationKernel loop,
        Func<ClassificationBatch, Contestant?> torch,
        Bars bars) => new(loss, $"{rows}x{classes}", rows * classes, bars, () =>
        {
            var batch = new ClassificationBatch(rows, classes);
            return Lineups.Of(batch, ours, tensors, loop, torch(batch));
        });
}
