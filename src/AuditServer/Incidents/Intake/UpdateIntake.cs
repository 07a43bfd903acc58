using AuditCore.Reference;
using AuditServer.Errors;
using AuditServer.Security;
using AuditServer.Sequencing;
using CrimeAudit.V1;

namespace AuditServer.Incidents.Intake;

/// <summary>Lets updates in: checks them whole, checks that the caller may speak for their force, and serialises and seals them once.</summary>
internal sealed class UpdateIntake(UpdateCheck check, ISaltSource salts)
{
    private static readonly Google.Protobuf.MessageParser<IncidentUpdate> KnownFieldsOnly = IncidentUpdate.Parser.WithDiscardUnknownFields(true);

    /// <summary>Lets updates in together, or none of them.</summary>
    /// <param name="updates">The updates.</param>
    /// <param name="field">The request's field that holds them, for paths: <c>updates</c>.</param>
    /// <param name="caller">Who sends.</param>
    /// <param name="method">Full RPC name.</param>
    /// <exception cref="Fault">Something is wrong with one of them; all of it is named.</exception>
    public IReadOnlyList<AcceptedUpdate> AcceptAll(IReadOnlyList<IncidentUpdate> updates, string field, Caller caller, string method)
    {
        var violations = new Violations();
        var accepted = new List<AcceptedUpdate>(updates.Count);
        Fault? refusal = null;
        for (int i = 0; i < updates.Count; i++)
        {
            violations.Enter(field, i);
            AcceptedUpdate? update = Look(updates[i], violations, caller, method, ref refusal);
            violations.Leave();
            if (update is not null)
            {
                accepted.Add(update);
            }
        }

        return Refusal(violations, refusal) is { } fault ? throw fault : accepted;
    }

    /// <summary>Lets one update in, or says why not. Does not throw, since a bad item is nothing special in a stream.</summary>
    public (AcceptedUpdate? Update, Fault? Refusal) Accept(IncidentUpdate? update, string field, Caller caller, string method)
    {
        var violations = new Violations();
        violations.Enter(field);
        Fault? refusal = null;
        AcceptedUpdate? accepted = Look(update, violations, caller, method, ref refusal);
        return Refusal(violations, refusal) is { } fault ? (null, fault) : (accepted, null);
    }

    /// <summary>May not speak for the force, before wrong fields, before a force that does not exist.</summary>
    private static Fault? Refusal(Violations violations, Fault? refusal) =>
        refusal?.Reason == ErrorReason.ForceNotPermitted ? refusal
        : violations.Any ? violations.ToFault()
        : refusal;

    private AcceptedUpdate? Look(IncidentUpdate? update, Violations violations, Caller caller, string method, ref Fault? refusal)
    {
        if (update is null)
        {
            violations.Add("", "is missing");
            return null;
        }

        int before = violations.Count;
        check.Check(update, violations);
        Fault? ofForce = LookAtForce(update.Sender?.Force ?? "", violations, caller, method);
        refusal = refusal?.Reason == ErrorReason.ForceNotPermitted ? refusal : ofForce ?? refusal;
        if (violations.Count > before || ofForce is not null)
        {
            return null;
        }

        var accepted = new AcceptedUpdate(update, salts);
        if (KnownFieldsOnly.ParseFrom(accepted.Stored).CalculateSize() != accepted.Stored.Length)
        {
            violations.Add("", "holds fields that this version of the contract does not know; they would be stored without being understood");
        }

        return accepted;
    }

    private static Fault? LookAtForce(string force, Violations violations, Caller caller, string method)
    {
        if (force.Length == 0)
        {
            violations.Add("sender.force", "is missing");
            return null;
        }

        return Forces.Find(force) is null ? Faults.UnknownForce(force)
            : !ForceAccess.Permits(caller, method, force) ? Faults.ForceNotPermitted($"The credential does not speak for force '{force}'.")
            : null;
    }
}
