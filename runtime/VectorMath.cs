namespace LossGen;
#pragma warning disable CS1591
public static class VectorMath { public static float Exp(float x)=>MathF.Exp(x); public static float Log(float x)=>MathF.Log(x); public static double Exp(double x)=>Math.Exp(x); public static double Log(double x)=>Math.Log(x);}
