namespace LossGen.Benchmarks.Measurement;

/// <summary>What the exp of <see cref="ExpFloor"/> needs of a vector, so that it is written once for every width.</summary>
internal interface IFloatVector<TSelf>
    where TSelf : struct, IFloatVector<TSelf>
{
    static abstract int Count { get; }

    static abstract TSelf Load(ref float numbers, nuint index);

    /// <summary>The value in every lane.</summary>
    static abstract TSelf Create(float value);

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf left, TSelf right);

    static abstract TSelf Max(TSelf left, TSelf right);

    static abstract TSelf MultiplyAdd(TSelf left, TSelf right, TSelf addend);

    /// <summary><paramref name="value"/> times 2ⁿ, where the lowest bits of <paramref name="exponent"/> are n with an exponent's bias.</summary>
    static abstract TSelf Scale(TSelf value, TSelf exponent);

    static abstract float Sum(TSelf vector);
}
