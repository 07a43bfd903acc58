using System.Globalization;
using System.Numerics;
using AuditCore.Sampling;
using CsCheck;

namespace AuditCore.Tests.Sampling;

public class DrawTests
{
    private static readonly Gen<string[]> Frame = Text("abcdé/%0123456789-", 6).HashSet[0, 60].Select(ids => ids.ToArray());

    [Fact]
    public void Taking_more_never_changes_earlier_picks() =>
        Gen.Select(Frame, Text("seed0123", 10), Gen.Int[0, 40], Gen.Int[0, 40]).Sample((frame, seed, n, more) =>
            Assert.Equal(Draw.Take(seed, frame, n), Draw.Take(seed, frame, n + more).Take(n)));

    [Fact]
    public void The_order_of_the_frame_does_not_matter() =>
        Gen.Select(Frame, Gen.Shuffle(Enumerable.Range(0, 60).ToArray()), Gen.Int[0, 40]).Sample((frame, order, n) =>
            Assert.Equal(Draw.Take("seed", frame, n), Draw.Take("seed", order.Where(i => i < frame.Length).Select(i => frame[i]), n)));

    [Fact]
    public void A_draw_is_the_whole_frame_sorted_by_ticket_and_cut() => Gen.Select(Frame, Gen.Int[0, 70]).Sample((frame, n) =>
    {
        IEnumerable<string> slowly = frame.OrderBy(id => Ticket.Of("7", id).Text, StringComparer.Ordinal).Take(n);

        Assert.Equal(slowly, Draw.Take("7", frame, n).Select(d => d.Id));
    });

    [Fact]
    public void Adding_units_to_a_frame_only_pushes_others_out() => Gen.Select(Frame, Frame, Gen.Int[1, 20]).Sample((frame, added, n) =>
    {
        IEnumerable<string> before = Draw.Take("s", frame, n).Select(d => d.Id);
        string[] larger = [.. frame.Union(added)];

        IEnumerable<string> after = Draw.Take("s", larger, n).Select(d => d.Id);

        Assert.Empty(after.Intersect(frame).Except(before));
    });

    [Fact]
    public void A_unit_that_is_in_the_frame_twice_is_refused_and_named()
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => Draw.Take("s", ["b", "a", "c", "a"], 1));

        Assert.Contains("'a'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_that_differ_only_in_case_or_normal_form_are_different_units() =>
        Assert.Equal(4, Draw.Take("s", ["é", "e\u0301", "E", "e"], 9).Count);

    [Fact]
    public void Empty_or_malformed_text_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Draw.Take("", ["a"], 1));
        Assert.Throws<ArgumentException>(() => Draw.Take("s", ["a", ""], 1));
        Assert.ThrowsAny<ArgumentException>(() => Draw.Take("s", ["\ud800"], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Draw.Take("s", ["a"], -1));
    }

    [Fact]
    public void A_long_id_is_hashed_whole()
    {
        string id = new('é', 5000);

        Assert.NotEqual(Ticket.Of("s", id), Ticket.Of("s", id + "é"));
    }

    [Fact]
    public void Tickets_are_the_reversed_decimal_digits_padded_to_64() =>
        Gen.Select(Gen.Byte.Array[32], Gen.Int[0, 32]).Sample((digest, zeros) =>
        {
            Array.Clear(digest, 0, zeros);
            char[] digits = new BigInteger(digest, isUnsigned: true, isBigEndian: true).ToString(CultureInfo.InvariantCulture).ToCharArray();
            Array.Reverse(digits);
            string expected = (digits is ['0'] ? "" : new string(digits)).PadRight(64, '0');

            Assert.Equal(expected, Ticket.FromDigest(digest).Text);
            Assert.Equal(uint.Parse(expected[..9], CultureInfo.InvariantCulture), TicketDigits.Lead(digest));
        }, iter: 2000);

    [Fact]
    public void Digits_of_round_numbers_keep_their_zeros()
    {
        byte[] digest = new byte[32];
        BigInteger.Pow(10, 70).ToByteArray(isUnsigned: true, isBigEndian: true).CopyTo(digest, 32 - 30);

        Assert.Equal(new string('0', 70) + "1", Ticket.FromDigest(digest).Text);
    }

    [Fact]
    public void Equal_digests_keys_are_told_apart_by_text()
    {
        SeenUnits seen = new(0);
        byte[] digest = new byte[32];

        Assert.True(seen.Add("a", digest));
        Assert.True(seen.Add("b", digest));
        Assert.False(seen.Add("a", digest));
        Assert.False(seen.Add("b", digest));
    }

    [Fact]
    public void Equal_tickets_fall_back_to_the_id()
    {
        SmallestUnits smallest = new(2);
        byte[] digest = new byte[32];
        foreach (string id in new[] { "c", "a", "b" })
            smallest.Offer(id, digest);

        Assert.Equal(["a", "b"], smallest.InOrder().Select(d => d.Id));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    public void Culture_changes_no_draw(string culture)
    {
        IReadOnlyList<DrawnUnit> here = Draw.Take("seed", ["I", "ı", "i", "İ", "ñ", "n"], 6);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(here, Draw.Take("seed", ["I", "ı", "i", "İ", "ñ", "n"], 6));
            Assert.Equal("a/b/%25%C4%B1", UnitId.Of("a", "b", "%ı").Text);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static Gen<string> Text(string letters, int longest) => Gen.Char[letters].Array[1, longest].Select(chars => new string(chars));
}
