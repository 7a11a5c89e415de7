using System.Reflection;
using System.Reflection.Emit;

namespace LossGen.Kernels.Tests.Losses;

/// <summary>Calls a method with those of the arguments that it has.</summary>
/// <returns>What the method returns, or 0 if it returns nothing.</returns>
internal delegate T KernelCaller<T>(scoped in KernelCall<T> call);

/// <summary>
/// Makes a caller for a method with any roles in any order. Spans cannot be boxed, so reflection cannot call with them, and there are too many
/// signatures for a delegate type each.
/// </summary>
internal static class KernelCallers
{
    public static KernelCaller<T> Of<T>(MethodInfo method)
    {
        var caller = new DynamicMethod(method.Name, typeof(T), [typeof(KernelCall<T>).MakeByRefType()], typeof(KernelCallers).Module, skipVisibility: true);
        var code = caller.GetILGenerator();
        foreach (var parameter in method.GetParameters())
        {
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Ldfld, FieldOf<T>(parameter));
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
        return caller.CreateDelegate<KernelCaller<T>>();
    }

    private static FieldInfo FieldOf<T>(ParameterInfo parameter)
    {
        var role = char.ToUpperInvariant(parameter.Name![0]) + parameter.Name[1..];
        var name = parameter.ParameterType == typeof(ReadOnlySpan<long>) ? $"Long{role}"
            : role == nameof(KernelCall<T>.Upstream) && parameter.ParameterType != typeof(T) ? nameof(KernelCall<T>.Upstreams)
            : role;
        return typeof(KernelCall<T>).GetField(name) is { } field && (field.FieldType == parameter.ParameterType || role == nameof(KernelCall<T>.Label))
            ? field
            : throw new NotSupportedException($"No test knows the role of {parameter} in {parameter.Member}.");
    }
}
