using LossGen.CompilerServices;

namespace LossGen.Kernels.Tests.Blocks;

public class BlocksOfRowTests
{
    [Theory]
    [InlineData(8)]
    [InlineData(32)]
    public void Whole_blocks_end_within_the_row(int size)
    {
        for (nuint first = 0; first <= 128; first += (nuint)size)
        {
            for (var end = first; end <= 128; end++)
            {
                Assert.Equal(EndOf(first, end, size, label: -1), BlocksOfRow.EndOfWhole(first, end, (nuint)size));
            }
        }
    }

    [Theory]
    [InlineData(8)]
    [InlineData(32)]
    public void Blocks_without_a_label_end_with_the_one_before_it(int size)
    {
        for (nuint first = 0; first <= 128; first += (nuint)size)
        {
            for (var end = first; end <= 128; end++)
            {
                for (nint label = 0; label < 132; label++)
                {
                    Assert.Equal(EndOf(first, end, size, label), BlocksOfRow.EndWithout(label, first, end, (nuint)size));
                }
            }
        }
    }

    private static nuint EndOf(nuint first, nuint end, int size, nint label)
    {
        while (first + (nuint)size <= end && !((nint)first <= label && label < (nint)first + size))
        {
            first += (nuint)size;
        }

        return first;
    }
}
