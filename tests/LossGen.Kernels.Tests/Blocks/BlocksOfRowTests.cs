using LossGen.CompilerServices;

namespace LossGen.Kernels.Tests.Blocks;

public class BlocksOfRowTests
{
    private const nuint Size = 8;

    [Fact]
    public void Whole_blocks_end_within_the_row()
    {
        for (nuint first = 0; first <= 40; first += Size)
        {
            for (var end = first; end <= 40; end++)
            {
                Assert.Equal(EndOf(first, end, label: -1), BlocksOfRow.EndOfWhole(first, end, Size));
            }
        }
    }

    [Fact]
    public void Blocks_without_a_label_end_with_the_one_before_it()
    {
        for (nuint first = 0; first <= 40; first += Size)
        {
            for (var end = first; end <= 40; end++)
            {
                for (nint label = 0; label < 44; label++)
                {
                    Assert.Equal(EndOf(first, end, label), BlocksOfRow.EndWithout(label, first, end, Size));
                }
            }
        }
    }

    private static nuint EndOf(nuint first, nuint end, nint label)
    {
        while (first + Size <= end && !((nint)first <= label && label < (nint)(first + Size)))
        {
            first += Size;
        }

        return first;
    }
}
