using Digits;

namespace MetricLearning;

/// <summary>The digits split by class: an embedding is learned from the seen ones and judged on the others, which it has never met.</summary>
sealed record ClassSplit(string SeenDigits, DigitSet Seen, string UnseenDigits, DigitSet Unseen)
{
    /// <summary>How many of the ten digits are seen.</summary>
    public const int SeenClasses = DigitData.Classes / 2;

    /// <summary>The lower digits seen, or the upper ones.</summary>
    public static ClassSplit Of(DigitSet all, bool lowerSeen)
    {
        DigitSet lower = Select(all, digit => digit < SeenClasses);
        DigitSet upper = Select(all, digit => digit >= SeenClasses);
        return lowerSeen ? new ClassSplit("0–4", lower, "5–9", upper) : new ClassSplit("5–9", upper, "0–4", lower);
    }

    static DigitSet Select(DigitSet all, Func<int, bool> belongs)
    {
        int[] indices = [.. Enumerable.Range(0, all.Count).Where(i => belongs(all.Labels.Span[i]))];
        Matrix images = new(indices.Length, DigitData.Pixels);
        int[] labels = new int[indices.Length];
        for (int i = 0; i < indices.Length; i++)
        {
            all.Images.Row(indices[i]).CopyTo(images.Row(i));
            labels[i] = all.Labels.Span[indices[i]];
        }

        return new DigitSet(images, labels);
    }
}
