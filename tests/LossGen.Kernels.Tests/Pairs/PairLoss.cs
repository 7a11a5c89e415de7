namespace LossGen.Kernels.Tests.Pairs;

/// <summary>What is made of the violations of all pairs of a row.</summary>
public enum PairLoss
{
    HingeOverSum,
    HingeOverMax,
    HingeOverLogSumExp,
    Unified,
    Circle,
}
