using Digits;

namespace MetricLearning;

/// <summary>
/// A small affine distortion of an image, as handwriting varies: turned, stretched, slanted and shifted. The numbers say where in the
/// original, relative to its centre, the pixel at (x, y) of the distorted image comes from.
/// </summary>
readonly record struct Distortion(float XByX, float XByY, float YByX, float YByY, float XShift, float YShift)
{
    const float LargestTurn = 15 * MathF.PI / 180;
    const float LargestStretch = 0.1f;
    const float LargestSlant = 0.1f;
    const float LargestShift = 0.7f;
    const float Centre = (DigitData.Side - 1) / 2f;

    public static Distortion Draw(Random random)
    {
        (float sine, float cosine) = MathF.SinCos(Uniform(LargestTurn));
        float width = 1 + Uniform(LargestStretch);
        float height = 1 + Uniform(LargestStretch);
        return new Distortion(
            cosine * width,
            Uniform(LargestSlant) - sine * height,
            sine * width,
            cosine * height,
            Uniform(LargestShift),
            Uniform(LargestShift));

        float Uniform(float largest) => largest * (2 * random.NextSingle() - 1);
    }

    public void Apply(ReadOnlySpan<float> image, Span<float> distorted)
    {
        for (int y = 0; y < DigitData.Side; y++)
        {
            for (int x = 0; x < DigitData.Side; x++)
            {
                float right = x - Centre;
                float down = y - Centre;
                distorted[y * DigitData.Side + x] = Interpolate(
                    image,
                    Centre + XByX * right + XByY * down + XShift,
                    Centre + YByX * right + YByY * down + YShift);
            }
        }
    }

    // Bilinear; the paper around the image is blank.
    static float Interpolate(ReadOnlySpan<float> image, float x, float y)
    {
        int left = (int)MathF.Floor(x);
        int top = (int)MathF.Floor(y);
        float upper = float.Lerp(Pixel(image, left, top), Pixel(image, left + 1, top), x - left);
        float lower = float.Lerp(Pixel(image, left, top + 1), Pixel(image, left + 1, top + 1), x - left);
        return float.Lerp(upper, lower, y - top);
    }

    static float Pixel(ReadOnlySpan<float> image, int x, int y) =>
        x is >= 0 and < DigitData.Side && y is >= 0 and < DigitData.Side ? image[y * DigitData.Side + x] : 0;
}
