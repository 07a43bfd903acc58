using AuditCore.Sampling;

namespace AuditCore.Tests.Sampling;

/// <summary>A draw that is told its frame unit by unit, and keeps no more of it than it takes.</summary>
public class TicketDrawTests
{
    private const string TheSeed = "141421356";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_is_drawn_is_the_whole_frame_sorted_by_ticket_and_cut(int seed)
    {
        Random random = new(seed);
        string[] frame = [.. Ids(random, 3_000)];
        DrawnUnit[] sorted = [.. frame.Select(id => new DrawnUnit(id, Ticket.Of(TheSeed, id))).Order()];
        Assert.All([0, 1, 2, 7, 8, 9, 100, 2_999, 3_000, 3_001, int.MaxValue], n =>
        {
            random.Shuffle(frame);
            Assert.Equal(sorted.Take(n), Drawn(frame, n));
        });
    }

    [Fact]
    public void However_many_units_wait_to_be_hashed_together_none_is_lost() => Assert.All(Enumerable.Range(0, 40), count =>
    {
        string[] frame = [.. Ids(new Random(count), count)];
        Assert.Equal(frame.Select(id => new DrawnUnit(id, Ticket.Of(TheSeed, id))).Order(), Drawn(frame, 40));
    });

    [Fact]
    public void A_draw_may_be_looked_at_before_its_frame_is_whole()
    {
        string[] frame = [.. Ids(new Random(5), 100)];
        TicketDraw draw = new(TheSeed, 10);
        for (int told = 0; told < frame.Length; told++)
        {
            Assert.Equal(Draw.Take(TheSeed, frame[..told], 10), draw.InOrder());
            draw.Offer(frame[told]);
        }
    }

    [Fact]
    public void A_unit_that_is_none_is_refused_though_others_wait() => Assert.All(["", "\ud800"], id =>
    {
        TicketDraw draw = new(TheSeed, 10);
        draw.Offer("a");
        draw.Offer(id);
        Assert.ThrowsAny<ArgumentException>(draw.InOrder);
    });

    [Fact]
    public void A_draw_of_less_than_nothing_or_without_a_seed_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TicketDraw(TheSeed, -1));
        Assert.Throws<ArgumentException>(() => new TicketDraw("", 1));
    }

    private static IReadOnlyList<DrawnUnit> Drawn(IEnumerable<string> frame, int n)
    {
        TicketDraw draw = new(TheSeed, n);
        foreach (string id in frame)
            draw.Offer(id);
        return draw.InOrder();
    }

    /// <summary>Ids of one to three blocks, none twice.</summary>
    private static IEnumerable<string> Ids(Random random, int count) =>
        Enumerable.Range(0, count).Select(i => $"kent/storm/{i}-{new string('x', random.Next(150))}");
}
