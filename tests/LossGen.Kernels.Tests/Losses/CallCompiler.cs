using System.Reflection;
using System.Reflection.Emit;

namespace LossGen.Kernels.Tests.Losses;

/// <summary>Calls a method with those of the arguments that it has.</summary>
/// <returns>What the method returns, or 0 if it returns nothing.</returns>
internal delegate T Caller<T>(scoped in ClassificationCall<T> call);

/// <summary>
/// Makes a caller for a method with any roles in any order. Spans cannot be boxed, so reflection cannot call with them, and there are too many
/// signatures for a delegate type each.
/// </summary>
internal static class CallCompiler
{
    public static Caller<T> Compile<T>(MethodInfo method)
    {
        var caller = new DynamicMethod(
            method.Name, typeof(T), [typeof(ClassificationCall<T>).MakeByRefType()], typeof(CallCompiler).Module, skipVisibility: true);
        var code = caller.GetILGenerator();
        foreach (var parameter in method.GetParameters())
        {
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Ldfld, typeof(ClassificationCall<T>).GetField(FieldOf<T>(parameter))!);
            if (parameter.ParameterType == typeof(int))
            {
                code.Emit(OpCodes.Conv_Ovf_I4);
            }
        }

        code.Emit(OpCodes.Call, method);
        if (method.ReturnType == typeof(void))
        {
            code.Emit(OpCodes.Ldloc, code.DeclareLocal(typeof(T)));
        }

        code.Emit(OpCodes.Ret);
        return caller.CreateDelegate<Caller<T>>();
    }

    private static string FieldOf<T>(ParameterInfo parameter) => parameter.Name switch
    {
        "logits" => nameof(ClassificationCall<T>.Logits),
        "labels" when parameter.ParameterType == typeof(ReadOnlySpan<long>) => nameof(ClassificationCall<T>.LongLabels),
        "labels" => nameof(ClassificationCall<T>.Labels),
        "label" => nameof(ClassificationCall<T>.Label),
        "targets" => nameof(ClassificationCall<T>.Targets),
        "classWeights" => nameof(ClassificationCall<T>.ClassWeights),
        "upstream" when parameter.ParameterType == typeof(T) => nameof(ClassificationCall<T>.Upstream),
        "upstream" => nameof(ClassificationCall<T>.Upstreams),
        "gradient" => nameof(ClassificationCall<T>.Gradient),
        "losses" => nameof(ClassificationCall<T>.Losses),
        _ => throw new NotSupportedException($"No test knows the role of {parameter} in {parameter.Member}."),
    };
}
