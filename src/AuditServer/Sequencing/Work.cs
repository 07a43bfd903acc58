namespace AuditServer.Sequencing;

/// <summary>Something that waits for its turn in the log.</summary>
/// <param name="weight">How many updates it counts for.</param>
internal abstract class Work(int weight)
{
    public int Weight => weight;

    /// <summary>The budget that its room was taken from, and goes back to.</summary>
    public UpdateBudget? Taken { get; set; }

    /// <summary>Gives its room back. Before the caller is told, so that nobody finds the queue full of what is done.</summary>
    public void MakeRoom() => Taken?.Release(weight);

    /// <summary>The turn was committed: what it wrote is durable.</summary>
    public abstract void Succeed();

    /// <summary>Nothing of it was written.</summary>
    public abstract void Fail(Exception exception);
}
