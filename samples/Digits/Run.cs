namespace Digits;

/// <summary>A network, and how its training went.</summary>
sealed record Run(string Name, int[] Widths, Network Network, List<Epoch> Epochs);
