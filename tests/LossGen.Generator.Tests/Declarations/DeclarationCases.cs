namespace LossGen.Generator.Tests.Declarations;

/// <summary>The shapes of code that a loss method can stand in.</summary>
internal static class DeclarationCases
{
    private const string Loss = "[SoftmaxCrossEntropy(Classes = 10)] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);";
    private const string OwnLoss = "[SoftmaxCrossEntropy] public partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);";

    private static readonly string LongName = new('a', 1000);

    /// <summary>The code by what is special about it.</summary>
    public static Dictionary<string, string> All { get; } = new()
    {
        ["block namespace"] = $"namespace My.Losses {{ static partial class Losses {{ {Loss} }} }}",
        ["nested namespaces"] = $"namespace My {{ namespace Losses {{ static partial class Losses {{ {Loss} }} }} }}",
        ["file-scoped namespace"] = $"namespace My.Losses; static partial class Losses {{ {Loss} }}",
        ["no namespace"] = $"static partial class Losses {{ {Loss} }}",
        ["nested type"] = $"public partial class Outer {{ private protected partial struct Middle {{ internal static partial class Inner {{ {Loss} }} }} }}",
        ["generic types in a type in a namespace"] =
            "namespace My.Losses; partial class Outer<TKey, @class> where TKey : notnull, IComparable<TKey> where @class : struct"
            + $" {{ partial class Other {{ partial record Inner<T>(T Value) where T : Base {{ {Loss} }} }} class Base; }}",
        ["generic type that takes ref structs"] = $"partial class Losses<T> where T : unmanaged, allows ref struct {{ {Loss} }}",
        ["static class"] = $"public static partial class Losses {{ {Loss} }}",
        ["abstract class"] = $"public abstract partial class Losses {{ {Loss} }}",
        ["class with a primary constructor"] = $"public sealed partial class Losses(int number) {{ public int Number => number; {OwnLoss} }}",
        ["class with a name in lower case"] = $"#pragma warning disable CS8981\npublic static partial class losses {{ {Loss} }}",
        ["struct"] = $"public partial struct Losses {{ {OwnLoss} }}",
        ["readonly struct"] = $"public readonly partial struct Losses {{ {OwnLoss} }}",
        ["ref struct"] = $"public ref partial struct Losses {{ {OwnLoss} }}",
        ["readonly ref struct"] = $"public readonly ref partial struct Losses {{ {OwnLoss} }}",
        ["record"] = $"public partial record Losses(int Number) {{ {OwnLoss} }}",
        ["record class"] = $"public sealed partial record class Losses {{ {OwnLoss} }}",
        ["record struct"] = $"public partial record struct Losses(int Number) {{ {OwnLoss} }}",
        ["interface with a static member"] = $"public partial interface ILosses {{ {Loss} }}",
        ["interface with a member of its own"] = $"public partial interface ILosses {{ {OwnLoss} }}",
        ["interface with variance"] = $"public partial interface ILosses<in TIn, out TOut, T> where T : class {{ {Loss} }}",
        ["readonly method"] = $"public partial struct Losses {{ {OwnLoss.Replace("public", "public readonly", StringComparison.Ordinal)} }}",
        ["virtual and overridden"] =
            $"public partial class Losses {{ {OwnLoss.Replace("public", "public virtual", StringComparison.Ordinal)} }}"
            + $" public partial class Others : Losses {{ {OwnLoss.Replace("public", "public sealed override", StringComparison.Ordinal)} }}",
        ["hiding"] =
            $"public partial class Losses {{ {OwnLoss} }}"
            + $" public partial class Others : Losses {{ {OwnLoss.Replace("public", "public new", StringComparison.Ordinal)} }}",
        ["every accessibility"] =
            "public partial class Losses { "
            + string.Concat(((string[])["public", "internal", "protected", "private", "protected internal", "private protected"]).Select((access, i) =>
                $"[SoftmaxCrossEntropy] {access} static partial float Loss{i}(ReadOnlySpan<float> logits, int label, Span<float> gradient); "))
            + "}",
        ["overloads"] = """
            static partial class Losses
            {
                [SoftmaxCrossEntropy] public static partial float Loss(ReadOnlySpan<float> logits, int label);
                [SoftmaxCrossEntropy] public static partial float Loss(ReadOnlySpan<float> logits, in int label);
                [SoftmaxCrossEntropy] public static partial float Loss(ReadOnlySpan<float> logits, long label);
                [SoftmaxCrossEntropy] public static partial double Loss(ReadOnlySpan<double> logits, int label);
                [SoftmaxCrossEntropy] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels);
                [SoftmaxCrossEntropy] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<long> labels);
                [SoftmaxCrossEntropy] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<long> labels, Span<float> gradient);
            }
            """,
        ["names that differ in case only"] = """
            static partial class Losses
            {
                [SoftmaxCrossEntropy(Classes = 10)] public static partial float Loss(ReadOnlySpan<float> logits, int label);
                [SoftmaxCrossEntropy(Classes = 100)] public static partial float LOSS(ReadOnlySpan<float> logits, int label);
            }

            static partial class LOSSES
            {
                [SoftmaxCrossEntropy(Classes = 10)] public static partial float Loss(ReadOnlySpan<float> logits, int label);
            }
            """,
        ["types that differ in arity only"] = $"static partial class Losses {{ {Loss} }} static partial class Losses<T> {{ {Loss} }} static partial class Losses_1 {{ {Loss} }}",
        ["two methods of one name in two types"] = $"namespace One {{ static partial class Losses {{ {Loss} }} }} namespace Other {{ static partial class Losses {{ {Loss} }} }}",
        ["keywords as names"] =
            "namespace @class.@namespace; static partial class @event"
            + " { [SoftmaxCrossEntropy] public static partial float @return(ReadOnlySpan<float> @logits, int @label); }",
        ["contextual keywords as names"] =
            "namespace record.partial; partial class @file<@var, @field>"
            + " { [SoftmaxCrossEntropy] public static partial float await(ReadOnlySpan<float> logits, int label);"
            + " [SoftmaxCrossEntropy] public static partial float @where(ReadOnlySpan<float> logits, int label); }",
        ["names that are not ASCII"] =
            "namespace Потери; static partial class Äquivalent { [SoftmaxCrossEntropy] public static partial float Größe(ReadOnlySpan<float> logits, int label); }",
        ["names with escapes"] =
            "static partial class L\\u006fsses { [SoftmaxCrossEntropy] public static partial float L\\u006fss(ReadOnlySpan<float> l\\u006fgits, int label); }",
        ["a very long name"] =
            $"static partial class Losses {{ [SoftmaxCrossEntropy] public static partial float {LongName}(ReadOnlySpan<float> logits, int label); }}",
        ["parameters in every way that they can be passed"] = """
            static partial class Losses
            {
                [SoftmaxCrossEntropy] public static partial float In(in ReadOnlySpan<float> logits, in ReadOnlySpan<int> labels, in Span<float> gradient);
                [SoftmaxCrossEntropy] public static partial float Scoped(scoped ReadOnlySpan<float> logits, scoped ReadOnlySpan<int> labels, scoped Span<float> gradient);
                [SoftmaxCrossEntropy] public static partial float ScopedIn(scoped in ReadOnlySpan<float> logits, in int label);
                [SoftmaxCrossEntropy] public static partial float Params(int label, params ReadOnlySpan<float> logits);
                [SoftmaxCrossEntropy] public static partial float This(this ReadOnlySpan<float> logits, long label);
            }
            """,
        ["no return value, and so no accessibility"] =
            "partial class Losses { [SoftmaxCrossEntropy] partial void Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient); }",
        ["every parameter of a classification"] =
            "static partial class Losses { [SoftmaxCrossEntropy] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<long> labels, "
            + "ReadOnlySpan<float> classWeights, Span<float> gradient, Span<float> losses, ReadOnlySpan<float> upstream); }",
        ["every parameter of pairs"] =
            "static partial class Losses { [UnifiedLoss(Positives = 4, Negatives = 64)] public static partial double Loss("
            + "ReadOnlySpan<double> positives, ReadOnlySpan<double> negatives, "
            + "Span<double> positiveGradient, Span<double> negativeGradient, Span<double> losses, in double upstream); }",
        ["every parameter of a matrix"] =
            "static partial class Losses { [CircleLoss] public static partial float Loss(ReadOnlySpan<float> similarities, ReadOnlySpan<long> labels, "
            + "ReadOnlySpan<long> columnLabels, Span<float> gradient, Span<float> losses, ReadOnlySpan<float> upstream); }",
        ["parameters in any order and case"] =
            "partial class Losses { [SoftmaxCrossEntropy] public static partial float Loss(Span<float> GRADIENT, ReadOnlySpan<int> Labels, ReadOnlySpan<float> LOGITS); }",
        ["default values"] = """
            partial class Losses
            {
                [SoftmaxCrossEntropy]
                public static partial float Loss(ReadOnlySpan<float> scores = default, long label = 3);

            #pragma warning disable LOSSGEN039
                [SoftmaxCrossEntropy]
                public static partial float Loss(ReadOnlySpan<float> scores, ReadOnlySpan<long> labels, [System.Runtime.InteropServices.Optional] Span<float> gradient);
            #pragma warning restore LOSSGEN039

                public static float Default() => Loss(label: 1);
            }
            """,
        ["protected in a sealed type"] = """
            sealed partial class Losses
            {
            #pragma warning disable CS0628
                [SoftmaxCrossEntropy]
                protected partial float Loss(ReadOnlySpan<float> scores, int label);
            #pragma warning restore CS0628
            }
            """,
        ["aliases for types"] =
            "using Real = System.Single; using Scores = System.ReadOnlySpan<float>;\n"
            + "static partial class Losses { [SoftmaxCrossEntropy] public static partial Real Loss(Scores logits, System.Int32 label); }",
        ["qualified attribute"] =
            "static partial class Losses { [method: global::LossGen.SoftmaxCrossEntropyAttribute()] [SoftmaxCrossEntropyOther] "
            + "public static partial float Loss(ReadOnlySpan<float> logits, int label); } class SoftmaxCrossEntropyOtherAttribute : Attribute;",
        ["attribute under another name"] =
            "using Loss = LossGen.SoftmaxCrossEntropyAttribute;\n"
            + "static partial class Losses { [Loss(Classes = 10)] public static partial float Softmax(ReadOnlySpan<float> logits, int label); } // [SoftmaxCrossEntropy",
        ["constants in the attribute"] =
            "static partial class Losses { const int C = 5; [SoftmaxCrossEntropy(Classes = 2 * C, Gamma = 2, Margin = 0.1f, Reduction = Reduction.Sum)] "
            + "public static partial float Loss(ReadOnlySpan<float> logits, int label); }",
        ["types of the user's with the names that generated code uses"] =
            "namespace My { class System; class Vector128; class Vector256; class Vector512; class MathF; class Lanes256; class SingleLane; class VectorMath;"
            + " class Unsafe; class MemoryMarshal; class CompensatedSum; class KernelArguments; class BitConverter; class LossKernel; class LossGen;"
            + $" static partial class Losses {{ {Loss} }} }}",
        ["namespaces of the user's with the names that generated code uses"] =
            "namespace My.LossGen { class Generated; } namespace My.System { class Single; } namespace My.Losses.CompilerServices { class Lanes256; }"
            + $" namespace My.Losses {{ static partial class Kernels {{ {Loss} }} }}",
        ["global types of the user's with the names that generated code uses"] =
            "class Vector128; class Vector256; class Vector512; class MathF; class Lanes256; class SingleLane; class VectorMath; class Unsafe;"
            + $" class MemoryMarshal; class CompensatedSum; class KernelArguments; class BitConverter; class LossKernel; static partial class Losses {{ {Loss} }}",
        ["members of the user's with the names that generated code uses"] =
            $"static partial class Losses {{ {Loss} const int Run = 0, upstream = Run, LossGen = upstream; static int System => LossGen; class LossKernel; }}",
        ["nullable disabled"] = $"#nullable disable\nstatic partial class Losses {{ {Loss} }}",
        ["two parts of a type"] = $"static partial class Losses {{ {Loss} }} static partial class Losses {{ const int Number = 1; }}",
        ["documentation that is not well formed"] =
            "/// <summary>\nstatic partial class Losses { /// <summary> a < b\n" + Loss + " }",
        ["obsolete method"] = $"static partial class Losses {{ [Obsolete(\"old\")] {Loss} }}",
    };
}
