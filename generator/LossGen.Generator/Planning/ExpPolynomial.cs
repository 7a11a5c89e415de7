using LossGen.Generator.Specification;

namespace LossGen.Generator.Planning;

/// <summary>The polynomial in a kernel's exp: on it depends how exact an exp is, and how long.</summary>
internal static class ExpPolynomial
{
    public static int DegreeOf(ScalarType scalar) => scalar == ScalarType.Single ? 6 : 12;
}
