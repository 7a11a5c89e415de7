using System.Reflection;
using System.Reflection.Emit;

namespace LossGen.Kernels.Tests.Pairs;

/// <summary>Calls a method with those of the arguments that it has.</summary>
/// <returns>What the method returns, or 0 if it returns nothing.</returns>
internal delegate T PairCaller<T>(scoped in PairCall<T> call);

/// <summary>
/// Makes a caller for a method with any roles in any order. Spans cannot be boxed, so reflection cannot call with them, and there are too many
/// signatures for a delegate type each.
/// </summary>
internal static class PairCallers
{
    public static PairCaller<T> Of<T>(MethodInfo method)
    {
        var caller = new DynamicMethod(method.Name, typeof(T), [typeof(PairCall<T>).MakeByRefType()], typeof(PairCallers).Module, skipVisibility: true);
        var code = caller.GetILGenerator();
        foreach (var parameter in method.GetParameters())
        {
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Ldfld, FieldOf<T>(parameter));
        }

        code.Emit(OpCodes.Call, method);
        if (method.ReturnType == typeof(void))
        {
            code.Emit(OpCodes.Ldloc, code.DeclareLocal(typeof(T)));
        }

        code.Emit(OpCodes.Ret);
        return caller.CreateDelegate<PairCaller<T>>();
    }

    /// <summary>The field has the role's name; of two types that a role can have the less usual one is in a field of its own.</summary>
    private static FieldInfo FieldOf<T>(ParameterInfo parameter)
    {
        var role = char.ToUpperInvariant(parameter.Name![0]) + parameter.Name[1..];
        var name = parameter.ParameterType == typeof(ReadOnlySpan<long>) ? $"Long{role}"
            : role == nameof(PairCall<T>.Upstream) && parameter.ParameterType != typeof(T) ? nameof(PairCall<T>.Upstreams)
            : role;
        return typeof(PairCall<T>).GetField(name) is { } field && field.FieldType == parameter.ParameterType
            ? field
            : throw new NotSupportedException($"No test knows the role of {parameter} in {parameter.Member}.");
    }
}
