using System.Collections.Frozen;
using AuditServer.Errors;
using CrimeAudit.V1;

namespace AuditServer.Audits.Reviews;

/// <summary>
/// The one table of what may happen to an item when. A fail goes to the force, whose silence accepts; a dispute to another
/// reviewer, and disputed once more to arbitration, which is final; two reviewers who differ go to arbitration at once.
/// </summary>
internal static class ItemTransitions
{
    private const string Prefix = "ITEM_STATE_";

    private static readonly FrozenDictionary<(ItemState From, ItemMove Move), ItemState> Table =
        new Dictionary<(ItemState, ItemMove), ItemState>
        {
            [(ItemState.AwaitingReview, ItemMove.ReviewedFirst)] = ItemState.AwaitingSecondReview,
            [(ItemState.AwaitingReview, ItemMove.Passed)] = ItemState.Settled,
            [(ItemState.AwaitingReview, ItemMove.PassedAndChosen)] = ItemState.AwaitingPassReview,
            [(ItemState.AwaitingReview, ItemMove.Failed)] = ItemState.WithForce,
            [(ItemState.AwaitingReview, ItemMove.FoundUnavailable)] = ItemState.Unavailable,
            [(ItemState.AwaitingSecondReview, ItemMove.Passed)] = ItemState.Settled,
            [(ItemState.AwaitingSecondReview, ItemMove.Failed)] = ItemState.WithForce,
            [(ItemState.AwaitingSecondReview, ItemMove.Differed)] = ItemState.Split,
            [(ItemState.AwaitingPassReview, ItemMove.Passed)] = ItemState.Settled,
            [(ItemState.AwaitingPassReview, ItemMove.Differed)] = ItemState.Split,
            [(ItemState.Split, ItemMove.ArbitratedPass)] = ItemState.Settled,
            [(ItemState.Split, ItemMove.ArbitratedFail)] = ItemState.WithForce,
            [(ItemState.WithForce, ItemMove.Accepted)] = ItemState.Settled,
            [(ItemState.WithForce, ItemMove.Lapsed)] = ItemState.Settled,
            [(ItemState.WithForce, ItemMove.Disputed)] = ItemState.Disputed,
            [(ItemState.Disputed, ItemMove.ReconsideredPass)] = ItemState.Settled,
            [(ItemState.Disputed, ItemMove.ReconsideredFail)] = ItemState.Upheld,
            [(ItemState.Upheld, ItemMove.Accepted)] = ItemState.Settled,
            [(ItemState.Upheld, ItemMove.Lapsed)] = ItemState.Settled,
            [(ItemState.Upheld, ItemMove.Disputed)] = ItemState.InArbitration,
            [(ItemState.InArbitration, ItemMove.ArbitratedPass)] = ItemState.Settled,
            [(ItemState.InArbitration, ItemMove.ArbitratedFail)] = ItemState.Settled,
            [(ItemState.Settled, ItemMove.Reopened)] = ItemState.Reopened,
            [(ItemState.Reopened, ItemMove.ReconsideredPass)] = ItemState.Settled,
            [(ItemState.Reopened, ItemMove.ReconsideredFail)] = ItemState.WithForce,
        }.ToFrozenDictionary();

    /// <summary>The whole table, for the picture of it.</summary>
    public static IReadOnlyDictionary<(ItemState From, ItemMove Move), ItemState> All => Table;

    /// <summary>Where an item stands after something happens to it.</summary>
    /// <exception cref="Fault">AUDIT_STATE: that may not happen now; the fault names the item's state.</exception>
    public static ItemState After(SampleItemRow item, ItemMove move) =>
        Table.TryGetValue((item.State, move), out ItemState next) ? next : throw Refusal(item, move);

    /// <summary>Throws unless something may happen to an item now.</summary>
    /// <exception cref="Fault">AUDIT_STATE.</exception>
    public static void Require(SampleItemRow item, ItemMove move) => After(item, move);

    /// <summary>As <see cref="Require(SampleItemRow, ItemMove)"/>, for one who may not know how the item stands.</summary>
    /// <param name="item">The item.</param>
    /// <param name="move">What is to happen to it.</param>
    /// <param name="shown">The state that a refusal names.</param>
    /// <exception cref="Fault">AUDIT_STATE.</exception>
    public static void Require(SampleItemRow item, ItemMove move, ItemState shown)
    {
        if (!Table.ContainsKey((item.State, move)))
        {
            throw Refusal(item with { State = shown }, move);
        }
    }

    /// <summary>The state as the contract spells it, without its prefix.</summary>
    public static string NameOf(ItemState state) =>
        ReviewsReflection.Descriptor.EnumTypes.Single(e => e.ClrType == typeof(ItemState)).FindValueByNumber((int)state).Name[Prefix.Length..];

    private static Fault Refusal(SampleItemRow item, ItemMove move)
    {
        IEnumerable<string> from = Table.Keys.Where(k => k.Move == move).Select(k => NameOf(k.From)).Order(StringComparer.Ordinal);
        return Faults.ItemState(item.UnitId, NameOf(item.State), $"{What(move)} when {string.Join(" or ", from)}");
    }

    private static string What(ItemMove move) => move switch
    {
        ItemMove.FoundUnavailable => "a report is replaced",
        ItemMove.Accepted or ItemMove.Disputed or ItemMove.Lapsed => "a finding is answered",
        ItemMove.ReconsideredPass or ItemMove.ReconsideredFail => "an item is reconsidered",
        ItemMove.ArbitratedPass or ItemMove.ArbitratedFail => "an item is arbitrated",
        ItemMove.Reopened => "an item is reopened",
        _ => "an item is reviewed",
    };
}
