namespace LossGen.Generator.Formula;

/// <summary>A bound on the terms of a side that the largest of a simpler value of its elements tells: no term is above the bound there.</summary>
/// <param name="Over">That value.</param>
/// <param name="Value">The bound, written over it: never negative, and the largest term where it is above 0.</param>
/// <param name="Slack">By how much the largest term may be less where the bound is 0.</param>
internal sealed record TermBound(Expression Over, Expression Value, double Slack);
