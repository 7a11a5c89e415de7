namespace Derivation;

/// <summary>The loss of a row, and its derivatives by each score.</summary>
sealed record Evaluation(double Loss, double[] ByPositives, double[] ByNegatives);
