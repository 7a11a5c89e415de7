namespace LossGen.Kernels.Tests.Pairs;

/// <summary>The scores of one row, and what is special about them.</summary>
internal sealed record PairRow<T>(string Name, T[] Positives, T[] Negatives);
