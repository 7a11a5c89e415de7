using System.Numerics.Tensors;
using Digits;

namespace MetricLearning;

/// <summary>The shape of a convolution: square maps with so many channels, and the square window that moves over them.</summary>
readonly record struct ConvolutionShape(int Side, int Channels, int Window, int Stride, int Padding)
{
    public int OutputSide => (Side + 2 * Padding - Window) / Stride + 1;
}

/// <summary>One dense layer, applied to the window around every position of a map: what it learns at one place holds at all.</summary>
sealed class Convolution
{
    const int Outside = -1;

    readonly ConvolutionShape shape;
    readonly Layer layer;
    readonly Matrix windowBuffer;
    readonly Matrix inputGradientBuffer;

    // The cell of the map that each cell of each window shows.
    readonly int[] sources;

    public Convolution(ConvolutionShape shape, int outputs, int capacity, Random random)
    {
        this.shape = shape;
        int positions = shape.OutputSide * shape.OutputSide;
        int windowCells = shape.Window * shape.Window * shape.Channels;
        layer = new Layer(windowCells, outputs, capacity * positions, random);
        windowBuffer = new Matrix(capacity * positions, windowCells);
        inputGradientBuffer = new Matrix(capacity * MapCells, shape.Channels);
        sources = Sources(shape);
    }

    /// <summary>What the last Forward returned, and what became of it in place.</summary>
    public Matrix Outputs { get; private set; }

    public int ParameterCount => layer.ParameterCount;

    int MapCells => shape.Side * shape.Side;

    int Positions => shape.OutputSide * shape.OutputSide;

    /// <summary>From maps, position by position and there channel by channel, to one row of outputs a position.</summary>
    public Matrix Forward(ReadOnlySpan<float> maps)
    {
        int mapLength = MapCells * shape.Channels;
        int images = maps.Length / mapLength;
        Matrix windows = windowBuffer.Slice(0, images * Positions);

        // Cells outside the map have been 0 from the start and stay so.
        for (int image = 0; image < images; image++)
        {
            ReadOnlySpan<float> map = maps.Slice(image * mapLength, mapLength);
            Span<float> cells = windows.Slice(image * Positions, Positions).Values;
            for (int i = 0; i < sources.Length; i++)
                if (sources[i] != Outside)
                    map.Slice(sources[i] * shape.Channels, shape.Channels).CopyTo(cells.Slice(i * shape.Channels, shape.Channels));
        }

        Outputs = layer.Forward(windows);
        return Outputs;
    }

    /// <summary>Computes the gradients of the weights from the gradient of the outputs.</summary>
    public void Backward(Matrix gradient) => layer.Backward(gradient);

    /// <summary>The gradient of the maps, one row a cell: it gathers from every window that shows the cell.</summary>
    public Matrix InputGradient(Matrix gradient)
    {
        Matrix windows = layer.InputGradient(gradient);
        int images = gradient.Rows / Positions;
        Matrix inputGradient = inputGradientBuffer.Slice(0, images * MapCells);
        inputGradient.Values.Clear();
        for (int image = 0; image < images; image++)
        {
            Span<float> map = inputGradient.Slice(image * MapCells, MapCells).Values;
            ReadOnlySpan<float> cells = windows.Slice(image * Positions, Positions).Values;
            for (int i = 0; i < sources.Length; i++)
            {
                if (sources[i] == Outside)
                    continue;
                Span<float> source = map.Slice(sources[i] * shape.Channels, shape.Channels);
                TensorPrimitives.Add(source, cells.Slice(i * shape.Channels, shape.Channels), source);
            }
        }

        return inputGradient;
    }

    public void Step(float learningRate) => layer.Step(learningRate);

    static int[] Sources(ConvolutionShape shape)
    {
        List<int> sources = [];
        for (int top = -shape.Padding; top + shape.Window <= shape.Side + shape.Padding; top += shape.Stride)
            for (int left = -shape.Padding; left + shape.Window <= shape.Side + shape.Padding; left += shape.Stride)
                for (int y = top; y < top + shape.Window; y++)
                    for (int x = left; x < left + shape.Window; x++)
                        sources.Add(x >= 0 && x < shape.Side && y >= 0 && y < shape.Side ? y * shape.Side + x : Outside);
        return [.. sources];
    }
}
