namespace LossGen.Generator.Specification;

internal static class ScalarTypeFacts
{
    public static string Keyword(this ScalarType scalar) => scalar == ScalarType.Single ? "float" : "double";

    public static double LargestFinite(this ScalarType scalar) => scalar == ScalarType.Single ? float.MaxValue : double.MaxValue;

    public static double SmallestNormal(this ScalarType scalar) => scalar == ScalarType.Single ? 1.17549435E-38f : 2.2250738585072014E-308;
}
