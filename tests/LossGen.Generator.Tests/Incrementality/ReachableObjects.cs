using System.Reflection;

namespace LossGen.Generator.Tests.Incrementality;

/// <summary>Walks through everything that an object holds on to.</summary>
internal static class ReachableObjects
{
    /// <summary>The object and all that its fields, however private, lead to.</summary>
    public static IEnumerable<object> From(object root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance) { root };
        var ahead = new Queue<object>(seen);
        while (ahead.TryDequeue(out object? current))
        {
            yield return current;
            foreach (object held in HeldBy(current).Where(seen.Add))
            {
                ahead.Enqueue(held);
            }
        }
    }

    private static IEnumerable<object> HeldBy(object holder)
    {
        Type type = holder.GetType();
        return type.IsPrimitive || type.IsEnum || holder is string or Type or Delegate
            ? []
            : holder is Array array
                ? array.Cast<object?>().OfType<object>()
                : FieldsOf(type).Select(field => field.GetValue(holder)).OfType<object>();
    }

    private static IEnumerable<FieldInfo> FieldsOf(Type? type) => type is null
        ? []
        : type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).Concat(FieldsOf(type.BaseType));
}
