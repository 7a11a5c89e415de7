using System.Globalization;
using System.IO.Compression;
using System.Reflection;

namespace Digits;

/// <summary>Images, one a row, and the digit that each of them shows.</summary>
readonly record struct DigitSet(Matrix Images, ReadOnlyMemory<int> Labels)
{
    public int Count => Labels.Length;

    public DigitSet Slice(int start, int count) => new(Images.Slice(start, count), Labels.Slice(start, count));
}

/// <summary>
/// The handwritten digits: E. Alpaydin and C. Kaynak (1998), "Optical Recognition of Handwritten Digits",
/// UCI Machine Learning Repository, https://doi.org/10.24432/C50P49, CC BY 4.0.
/// </summary>
sealed class DigitData
{
    public const int Side = 8;
    public const int Pixels = Side * Side;
    public const int Classes = 10;
    const int HeldOut = 360;
    const float White = 16;

    DigitData(DigitSet all)
    {
        All = all;
        Test = all.Slice(0, HeldOut);
        Training = all.Slice(HeldOut, all.Count - HeldOut);
    }

    public DigitSet All { get; }

    public DigitSet Training { get; }

    public DigitSet Test { get; }

    /// <summary>Reads the embedded file, 64 pixels of 0..16 and the label a line, and deals the digits out at random.</summary>
    public static DigitData Load(Random random)
    {
        using Stream resource = Assembly.GetExecutingAssembly().GetManifestResourceStream("digits.csv.gz")!;
        using StreamReader reader = new(new GZipStream(resource, CompressionMode.Decompress));
        string[] lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);

        // The file is in the order of its writers; without a shuffle the held-out digits would come from a few of them.
        random.Shuffle(lines);

        Matrix images = new(lines.Length, Pixels);
        int[] labels = new int[lines.Length];
        for (int i = 0; i < lines.Length; i++)
        {
            string[] fields = lines[i].Split(',');
            Span<float> image = images.Row(i);
            for (int pixel = 0; pixel < image.Length; pixel++)
                image[pixel] = int.Parse(fields[pixel], CultureInfo.InvariantCulture) / White;
            labels[i] = int.Parse(fields[^1], CultureInfo.InvariantCulture);
        }

        return new DigitData(new DigitSet(images, labels));
    }
}
