using LossGen.Benchmarks.Shapes;

namespace LossGen.Benchmarks.Peers;

/// <summary>Stands in for TorchSharp where it is not built in.</summary>
internal static class TorchPeer
{
    public static bool IsBuiltIn => false;

    /// <summary>Why there is no TorchSharp.</summary>
    public static string? Missing => "build with -p:WithTorch=true";

    public static string Version => "";

    public static Contestant? CrossEntropy(ClassificationBatch batch) => null;

    public static Contestant? HingeSum(ClassificationBatch batch) => null;

    public static Contestant? HingeMax(ClassificationBatch batch) => null;

    public static Contestant? Circle(PairBatch batch) => null;
}
