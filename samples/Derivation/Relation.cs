namespace Derivation;

/// <summary>What the README says of some losses, all divided by γ, and by how much the generated kernels miss it.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Excess">By how much it fails where it fails most; not above 0 where it holds to the last bit.</param>
sealed record Relation(string Statement, double Excess)
{
    /// <summary>The numbers are below 4, and a float rounds those by up to 1.2e-7; four such roundings are plenty.</summary>
    public const double Tolerance = 5e-7;

    /// <summary>False for NaN, too.</summary>
    public bool Passed => Excess <= Tolerance;
}
