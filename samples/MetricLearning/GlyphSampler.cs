using Digits;

namespace MetricLearning;

/// <summary>
/// Draws the training batches. Five classes teach a network to tell five shapes apart and to forget whatever else an image shows, so
/// the five digits are made into more: the upper half of one on the lower half of any, in each of the eight orientations that turning and
/// mirroring give. A glyph is one such class.
/// </summary>
sealed class GlyphSampler
{
    /// <summary>How many glyphs there are.</summary>
    public const int Glyphs = Orientations * ClassSplit.SeenClasses * ClassSplit.SeenClasses;

    /// <summary>How many glyphs a batch shows, unless one is drawn twice.</summary>
    public const int GlyphsPerBatch = 20;

    /// <summary>How many images of a glyph a batch has.</summary>
    public const int ImagesPerGlyph = 3;

    /// <summary>The images of a batch.</summary>
    public const int BatchSize = GlyphsPerBatch * ImagesPerGlyph;

    const int Orientations = 8;

    readonly DigitSet digits;
    readonly int[][] members;
    readonly Random random;
    readonly float[] joined = new float[DigitData.Pixels];
    readonly float[] oriented = new float[DigitData.Pixels];

    public GlyphSampler(DigitSet digits, Random random)
    {
        this.digits = digits;
        this.random = random;
        members =
        [
            .. Enumerable.Range(0, digits.Count).GroupBy(i => digits.Labels.Span[i]).OrderBy(group => group.Key).Select(group => group.ToArray()),
        ];
    }

    /// <summary>Fills a batch: every image shows other originals of its glyph, distorted in its own way.</summary>
    public void Draw(Matrix images, Span<int> labels)
    {
        for (int i = 0; i < BatchSize; i++)
        {
            labels[i] = i % ImagesPerGlyph == 0 ? random.Next(Glyphs) : labels[i - 1];
            (int halves, int orientation) = Math.DivRem(labels[i], Orientations);
            (int upper, int lower) = Math.DivRem(halves, ClassSplit.SeenClasses);
            Join(upper, lower);
            Orient(orientation);
            Distortion.Draw(random).Apply(oriented, images.Row(i));
        }
    }

    void Join(int upper, int lower)
    {
        int half = DigitData.Pixels / 2;
        DrawImage(upper).CopyTo(joined);
        if (lower != upper)
            DrawImage(lower)[half..].CopyTo(joined.AsSpan(half));
    }

    ReadOnlySpan<float> DrawImage(int digit) => digits.Images.Row(members[digit][random.Next(members[digit].Length)]);

    // One bit swaps the axes, one mirrors each of them.
    void Orient(int orientation)
    {
        const int Last = DigitData.Side - 1;
        for (int y = 0; y < DigitData.Side; y++)
        {
            for (int x = 0; x < DigitData.Side; x++)
            {
                (int column, int row) = (orientation & 1) == 0 ? (x, y) : (y, x);
                column = (orientation & 2) == 0 ? column : Last - column;
                row = (orientation & 4) == 0 ? row : Last - row;
                oriented[y * DigitData.Side + x] = joined[row * DigitData.Side + column];
            }
        }
    }
}
