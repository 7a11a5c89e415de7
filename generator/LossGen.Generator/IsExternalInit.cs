namespace System.Runtime.CompilerServices;

/// <summary>
/// What the compiler asks for where a record or an <c>init</c> accessor is declared, and netstandard2.0 lacks. It stands here, the only one of its
/// kind, since PolySharp supplies such types in an order of chance, by which the assembly differed from build to build.
/// </summary>
internal static class IsExternalInit;
