namespace LossGen.Kernels.Tests.Hostile;

/// <summary>One row of scores that a careless kernel gets wrong, and the position of its label.</summary>
internal sealed record HostileRow<T>(string Name, T[] Scores, int Label);
