using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Specification;

/// <summary>What the properties of an attribute must not say beside each other or beside the parameters of the method.</summary>
internal static class PropertyRules
{
    public static void Check(
        AttributeArguments attribute,
        AttributeValues values,
        LossTable loss,
        Signature signature,
        List<Diagnostic> problems)
    {
        if (loss.Loss == LossKind.PairHinge && values.IsBalanced && values.Over != Over.LogSumExp)
        {
            problems.Add(attribute.Mendable(Descriptors.BalancedWithoutLogSumExp, "Balanced", ["false"], values.Over));
        }

        if (values.Positives is not null)
        {
            Refuse("Positives", Role.Similarities, "the labels tell how many positives a row has");
        }

        if (values.Negatives is not null)
        {
            Refuse("Negatives", Role.Similarities, "the labels tell how many negatives a row has");
        }

        if (values.Margin != 0)
        {
            Refuse("Margin", Role.Targets, "no single class has to lead by it");
        }

        if (values.IgnoreLabel is not null)
        {
            Refuse("IgnoreLabel", Role.Targets, "a row has no label that could be ignored");
        }

        void Refuse(string property, Role role, string reason)
        {
            if (signature.Parameters.FirstOrDefault(parameter => parameter.Role == role) is { } parameter)
            {
                problems.Add(attribute.Problem(Descriptors.PropertyBesideParameter, property, property, parameter.Name, reason));
            }
        }
    }
}
