namespace Derivation;

/// <summary>
/// Losses as one score of a row moves: their values, and their derivatives by that negative and, times −1, by the lowest positive. All are divided by
/// the γ of their loss.
/// </summary>
/// <param name="FileName">The name of its file.</param>
/// <param name="Gap">The title of the axis across.</param>
/// <param name="Titles">The titles of value, derivative by the negative and derivative by the positive.</param>
/// <param name="Curves">The losses.</param>
sealed record Figure(string FileName, string Gap, (string Value, string ByNegative, string ByPositive) Titles, Curve[] Curves);
