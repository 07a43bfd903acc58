using AuditServer.Errors;
using AuditServer.Sequencing;

namespace AuditServer.Incidents;

/// <summary>Updates that one call submits together.</summary>
internal sealed class UpdateWork(IReadOnlyList<AcceptedUpdate> updates) : Work(updates.Count)
{
    private readonly TaskCompletionSource<UpdateOutcome[]> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<AcceptedUpdate> Updates => updates;

    /// <summary>One refusal refuses all of them.</summary>
    public bool AllOrNothing { get; init; }

    /// <summary>The caller wants the incidents' states after the turn.</summary>
    public bool WantStates { get; init; }

    /// <summary>Filled in the turn, in the order of the updates.</summary>
    public UpdateOutcome[] Outcomes { get; } = new UpdateOutcome[updates.Count];

    /// <summary>Completes when the outcomes are durable; faults when nothing of the call could be written.</summary>
    public Task<UpdateOutcome[]> Done => done.Task;

    public override void Succeed() => done.TrySetResult(Outcomes);

    public override void Fail(Exception exception) => done.TrySetException(exception);

    /// <summary>Refuses the whole call, naming every update that is in the way.</summary>
    public void RefuseAll(Fault fault)
    {
        for (int i = 0; i < Outcomes.Length; i++)
        {
            Outcomes[i] = new UpdateOutcome { Refusal = fault };
        }
    }
}
