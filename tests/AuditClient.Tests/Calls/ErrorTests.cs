using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using RpcStatus = Google.Rpc.Status;

namespace AuditClient.Tests.Calls;

public sealed class ErrorTests
{
    /// <summary>Every reason of the contract and what callers catch it as. A reason that is missing here fails a test.</summary>
    private static readonly Dictionary<ErrorReason, System.Type> Expected = new()
    {
        [ErrorReason.InvalidFields] = typeof(InvalidRequestException),
        [ErrorReason.InvalidPageToken] = typeof(InvalidRequestException),
        [ErrorReason.OverLimit] = typeof(InvalidRequestException),
        [ErrorReason.VolumesNotAvailable] = typeof(InvalidRequestException),
        [ErrorReason.UnknownForce] = typeof(NotFoundException),
        [ErrorReason.UnknownIncident] = typeof(NotFoundException),
        [ErrorReason.UnknownAudit] = typeof(NotFoundException),
        [ErrorReason.UnknownSampleItem] = typeof(NotFoundException),
        [ErrorReason.RequestIdReused] = typeof(RequestIdReusedException),
        [ErrorReason.AuditExists] = typeof(CrimeAuditException),
        [ErrorReason.VolumesExist] = typeof(CrimeAuditException),
        [ErrorReason.AuditState] = typeof(AuditStateException),
        [ErrorReason.AlreadyReviewed] = typeof(AuditStateException),
        [ErrorReason.NoEstimate] = typeof(AuditStateException),
        [ErrorReason.ResponseWindowClosed] = typeof(AuditStateException),
        [ErrorReason.AuditUnsettled] = typeof(AuditStateException),
        [ErrorReason.NotAssigned] = typeof(PermissionException),
        [ErrorReason.CredentialMissing] = typeof(PermissionException),
        [ErrorReason.RoleMissing] = typeof(PermissionException),
        [ErrorReason.ForceNotPermitted] = typeof(PermissionException),
        [ErrorReason.QueueFull] = typeof(ServiceUnavailableException),
        [ErrorReason.StorageUnavailable] = typeof(ServiceUnavailableException),
        [ErrorReason.ServerStopping] = typeof(ServiceUnavailableException),
        [ErrorReason.InternalFault] = typeof(CrimeAuditException),
        [ErrorReason.StorageFull] = typeof(ServiceUnavailableException),
        [ErrorReason.TooManyWatches] = typeof(ServiceUnavailableException),
        [ErrorReason.RateLimited] = typeof(ServiceUnavailableException),
        [ErrorReason.TooManyStreams] = typeof(ServiceUnavailableException),
        [ErrorReason.InvalidResumeToken] = typeof(InvalidRequestException),
        [ErrorReason.EntryRedacted] = typeof(AuditStateException),
        [ErrorReason.EntryInAudit] = typeof(AuditStateException),
        [ErrorReason.UnknownEntry] = typeof(NotFoundException),
        [ErrorReason.TreeSizeBeyondLog] = typeof(InvalidRequestException),
        [ErrorReason.LedgerDamaged] = typeof(CrimeAuditException),
    };

    public static TheoryData<ErrorReason> Reasons => [.. System.Enum.GetValues<ErrorReason>().Where(reason => reason != ErrorReason.Unspecified)];

    [Theory]
    [MemberData(nameof(Reasons))]
    public async Task Every_reason_of_the_contract_arrives_as_its_exception(ErrorReason reason)
    {
        TimeSpan? retryAfter = reason is ErrorReason.QueueFull or ErrorReason.StorageFull or ErrorReason.TooManyWatches
            or ErrorReason.RateLimited or ErrorReason.TooManyStreams ? TimeSpan.FromHours(1) : null;

        CrimeAuditException thrown = await FailAsync(Statuses.Of(reason, retryAfter));

        Assert.IsType(Expected[reason], thrown);
        Assert.Equal(reason, thrown.Reason);
        Assert.Equal($"because of {reason}", thrown.Message);
        Assert.Equal(Statuses.Of(reason).Code, (int)thrown.StatusCode);
        Assert.NotEqual(RetryAdvice.Unspecified, thrown.Advice);
        Assert.Equal(retryAfter, thrown.RetryAfter);
    }

    [Fact]
    public async Task All_details_are_on_the_exception()
    {
        RpcStatus status = Statuses.Of(ErrorReason.InvalidFields);
        status.Details.Add(Any.Pack(new BadRequest
        {
            FieldViolations =
            {
                new BadRequest.Types.FieldViolation { Field = "update.opened.area", Description = "too long" },
                new BadRequest.Types.FieldViolation { Field = "update.sender.force", Description = "missing" },
            },
        }));
        status.Details.Add(Any.Pack(new ResourceInfo { ResourceType = "force", ResourceName = "nowhere" }));
        status.Details.Add(Any.Pack(new PreconditionFailure
        {
            Violations = { new PreconditionFailure.Types.Violation { Type = "FROZEN", Subject = "a1", Description = "needs DRAWN" } },
        }));

        CrimeAuditException thrown = await FailAsync(status);

        Assert.Equal(
            [new FieldViolation("update.opened.area", "too long"), new FieldViolation("update.sender.force", "missing")], thrown.Violations);
        Assert.Equal(new ErrorResource("force", "nowhere"), thrown.Resource);
        Assert.Equal(new ErrorPrecondition("FROZEN", "a1", "needs DRAWN"), thrown.Precondition);
        Assert.Equal(RetryAdvice.ChangeRequest, thrown.Advice);
    }

    [Theory]
    [InlineData(StatusCode.NotFound, typeof(NotFoundException))]
    [InlineData(StatusCode.Unknown, typeof(CrimeAuditException))]
    public async Task An_answer_without_our_details_keeps_its_code_and_text(StatusCode code, System.Type expected)
    {
        await using FakeServer server = await FakeServer.StartAsync();
        server.Incidents.Submit = (_, _) => throw new RpcException(new Grpc.Core.Status(code, "from a proxy"));

        CrimeAuditException thrown = await FailAsync(server);

        Assert.IsType(expected, thrown);
        Assert.Equal((ErrorReason.Unspecified, code, "from a proxy"), (thrown.Reason, thrown.StatusCode, thrown.Message));
        Assert.Equal(RetryAdvice.Unspecified, thrown.Advice);
    }

    [Fact]
    public async Task A_reason_of_another_domain_or_of_a_later_contract_is_unspecified()
    {
        RpcStatus foreign = new() { Code = (int)StatusCode.InvalidArgument, Message = "m" };
        foreign.Details.Add(Any.Pack(new ErrorInfo { Domain = "elsewhere", Reason = "UNKNOWN_FORCE" }));
        RpcStatus later = foreign.Clone();
        later.Details[0] = Any.Pack(new ErrorInfo { Domain = "crimeaudit", Reason = "NOT_YET_MADE" });

        Assert.Equal(ErrorReason.Unspecified, (await FailAsync(foreign)).Reason);
        Assert.Equal(ErrorReason.Unspecified, Assert.IsType<InvalidRequestException>(await FailAsync(later)).Reason);
    }

    [Fact]
    public async Task Details_that_are_no_messages_do_not_hide_the_status()
    {
        RpcStatus status = Statuses.Of(ErrorReason.UnknownAudit);
        Any torn = Any.Pack(new ResourceInfo());
        torn.Value = ByteString.CopyFrom(0x0A, 0xFF);
        status.Details.Add(torn);

        CrimeAuditException thrown = await FailAsync(status);

        Assert.Equal(ErrorReason.UnknownAudit, thrown.Reason);
        Assert.Null(thrown.Resource);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_unavailable()
    {
        FakeServer gone = await FakeServer.StartAsync();
        await using CrimeAuditClient client = gone.Connect(options => options.MaxAttempts = 1);
        await gone.DisposeAsync();

        ServiceUnavailableException thrown = await Assert.ThrowsAsync<ServiceUnavailableException>(
            () => client.Incidents.SubmitAsync(TestUpdates.Number(1)).Soon());

        Assert.Equal(ErrorReason.Unspecified, thrown.Reason);
    }

    private static async Task<CrimeAuditException> FailAsync(RpcStatus status)
    {
        await using FakeServer server = await FakeServer.StartAsync();
        server.Incidents.Submit = (_, _) => throw status.ToRpcException();
        return await FailAsync(server);
    }

    private static async Task<CrimeAuditException> FailAsync(FakeServer server)
    {
        await using CrimeAuditClient client = server.Connect(options => options.MaxAttempts = 2);
        return await Assert.ThrowsAnyAsync<CrimeAuditException>(() => client.Incidents.SubmitAsync(TestUpdates.Number(1)).Soon());
    }
}
