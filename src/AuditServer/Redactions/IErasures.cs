namespace AuditServer.Redactions;

/// <summary>What the engine has to do after a turn that erased something, so that nothing of it is left in its files.</summary>
internal interface IErasures
{
    /// <summary>Does it, as far as readers let it.</summary>
    /// <returns>Whether it is done; false while somebody reads an older state, which the engine keeps for them.</returns>
    ValueTask<bool> FinishAsync(CancellationToken cancel);
}
