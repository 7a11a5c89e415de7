namespace LossGen.Kernels.Tests.Reference;

public class BigRealTests
{
    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(-0.1)]
    [InlineData(1e-300)]
    [InlineData(double.Epsilon)]
    [InlineData(-2.2250738585072009e-308)]
    [InlineData(2.2250738585072014e-308)]
    [InlineData(double.MaxValue)]
    [InlineData(float.MaxValue)]
    [InlineData(float.Epsilon)]
    public void A_double_survives_the_way_there_and_back(double value)
    {
        Assert.Equal(value, (double)(BigReal)value);
    }

    [Fact]
    public void Random_doubles_survive_the_way_there_and_back()
    {
        var random = new Random(1);
        for (var i = 0; i < 10_000; i++)
        {
            var value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (double.IsFinite(value))
            {
                Assert.Equal(value, (double)(BigReal)value);
            }
        }
    }

    [Fact]
    public void Operations_on_doubles_round_to_what_the_processor_computes()
    {
        var random = new Random(2);
        for (var i = 0; i < 10_000; i++)
        {
            var (x, y) = (Next(), Next());
            Assert.Equal(x + y, (double)((BigReal)x + y));
            Assert.Equal(x - y, (double)((BigReal)x - y));
            Assert.Equal(x * y, (double)((BigReal)x * y));
            Assert.Equal(x / y, (double)((BigReal)x / y));
            Assert.Equal(x.CompareTo(y), ((BigReal)x).CompareTo(y));
        }

        double Next() => Math.ScaleB(random.NextDouble() - 0.5, random.Next(-500, 500) / (1 + (random.Next() % 20)));
    }

    [Fact]
    public void Halves_of_a_last_place_round_to_even()
    {
        var half = BigReal.PowerOfTwo(-53);
        Assert.Equal(1.0, (double)(1.0 + half));
        Assert.Equal(Math.BitIncrement(Math.BitIncrement(1.0)), (double)(Math.BitIncrement(1.0) + half));
        Assert.Equal(Math.BitIncrement(1.0), (double)(1.0 + half + BigReal.PowerOfTwo(-190)));
        Assert.Equal(0.0, (double)BigReal.PowerOfTwo(-1075));
        Assert.Equal(double.Epsilon, (double)(BigReal.PowerOfTwo(-1075) + BigReal.PowerOfTwo(-1200)));
        Assert.Equal(double.PositiveInfinity, (double)(double.MaxValue + BigReal.PowerOfTwo(970)));
        Assert.Equal(double.MaxValue, (double)(double.MaxValue + BigReal.PowerOfTwo(969)));
        Assert.Equal(0.0, (double)BigReal.PowerOfTwo(-1_000_000));
        Assert.Equal(double.NegativeInfinity, (double)-BigReal.PowerOfTwo(1_000_000));
    }

    [Fact]
    public void Numbers_far_apart_are_ordered_and_keep_the_larger()
    {
        var tiny = BigReal.PowerOfTwo(-1_000_000_000);
        Assert.True(tiny > BigReal.Zero);
        Assert.True(-tiny < tiny);
        Assert.True(1.0 + tiny <= 1.0);
        Assert.True((tiny + 1.0 - 1.0).IsZero);
    }

    [Theory]
    [InlineData(0.0, "1")]
    [InlineData(1.0, "2.718281828459045235360287471352662497757247093699960")]
    [InlineData(-20.0, "2.061153622438557827965940380155820976375807275599104e-9")]
    [InlineData(0.7, "2.013752707470476432195964519184246838532090514047044")]
    [InlineData(88.75, "349651397926039770314346986279568026927.4824594051409")]
    [InlineData(700.0, "1.014232054735004509455329595231267615204679572243073e304")]
    [InlineData(8.673617379884035e-19, "1.000000000000000000867361737988403547582120432959085")]
    [InlineData(-1e6, "3.296831478088558578968907969107724208561401506658370e-434295")]
    public void The_exponential_has_fifty_digits(double x, string expected)
    {
        DecimalText.AssertEqual(expected, BigReal.Exp(x), 50);
    }

    [Fact]
    public void The_exponential_beyond_all_exponents_is_zero_or_refused()
    {
        Assert.True(BigReal.Exp(-1e38).IsZero);
        Assert.False(BigReal.Exp(-1e15).IsZero);
        Assert.Throws<OverflowException>(() => BigReal.Exp(1e38));
    }

    [Theory]
    [InlineData(2.0, "0.6931471805599453094172321214581765680755001343602553")]
    [InlineData(10.0, "2.302585092994045684017991454684364207601101488628773")]
    [InlineData(0.1, "-2.302585092994045628506840223426538727163473593876383")]
    [InlineData(1.5, "0.4054651081081643819780131154643491365719904234624942")]
    [InlineData(1 + 2.220446049250313e-16, "2.220446049250312834328230454615487925982331807901115e-16")]
    [InlineData(1 - 1.1102230246251565e-16, "-1.110223024625156602053389888482372171809732720065290e-16")]
    [InlineData(double.Epsilon, "-744.4400719213812623141072984460816341130871443029141")]
    [InlineData(double.MaxValue, "709.7827128933839967322233899106571455039731487366642")]
    public void The_logarithm_has_forty_five_digits_near_one_too(double x, string expected)
    {
        DecimalText.AssertEqual(expected, BigReal.Log(x), 45);
    }

    [Theory]
    [InlineData(1.0, "0.6931471805599453094172321214581765680755001343602553")]
    [InlineData(4.547473508864641e-13, "4.547473508863607213809504341371570958304670749692470e-13")]
    [InlineData(1.8189894035458565e-12, "1.818989403544202114604974075827282583249629277806133e-12")]
    [InlineData(-0.5e-20, "-4.999999999999999725778857271047858257276391966958868e-21")]
    [InlineData(1e-300, "1.000000000000000025059091835208759685696146807703705e-300")]
    public void The_logarithm_of_one_plus_keeps_the_digits_of_small_arguments(double x, string expected)
    {
        DecimalText.AssertEqual(expected, BigReal.Log1p(x), 45);
    }

    [Fact]
    public void The_logarithm_undoes_the_exponential()
    {
        for (var x = -100.0; x <= 100; x += 0.37)
        {
            var error = BigReal.Abs(BigReal.Log(BigReal.Exp(x)) - x);
            Assert.True(error < BigReal.PowerOfTwo(-185), $"x = {x}, error {error}");
        }
    }

    [Fact]
    public void What_has_no_value_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => (BigReal)double.NaN);
        Assert.Throws<ArgumentOutOfRangeException>(() => (BigReal)double.PositiveInfinity);
        Assert.Throws<ArgumentOutOfRangeException>(() => BigReal.Log(0.0));
        Assert.Throws<DivideByZeroException>(() => BigReal.One / BigReal.Zero);
    }

    [Fact]
    public void It_prints_what_a_double_cannot_hold_as_a_power_of_two()
    {
        Assert.Equal("0.10000000000000001", ((BigReal)0.1).ToString());
        Assert.Equal("0", BigReal.Zero.ToString());
        Assert.Equal("-2^-5000", (-BigReal.PowerOfTwo(-5000)).ToString());
    }
}
