namespace LossGen.Generator.Specification;

internal static class ScalarTypeFacts
{
    public static string Keyword(this ScalarType scalar) => scalar == ScalarType.Single ? "float" : "double";

    public static int Bytes(this ScalarType scalar) => scalar == ScalarType.Single ? sizeof(float) : sizeof(double);

    public static double LargestFinite(this ScalarType scalar) => scalar == ScalarType.Single ? float.MaxValue : double.MaxValue;

    /// <summary>The distance from 1 to the next larger number.</summary>
    public static double Epsilon(this ScalarType scalar) => scalar == ScalarType.Single ? 1.1920929E-07f : 2.220446049250313E-16;

    public static double SmallestNormal(this ScalarType scalar) => scalar == ScalarType.Single ? 1.17549435E-38f : 2.2250738585072014E-308;
}
