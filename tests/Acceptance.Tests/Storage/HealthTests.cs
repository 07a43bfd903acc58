using Acceptance.Tests.Failures;
using Acceptance.Tests.Support;
using static Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Acceptance.Tests.Storage;

/// <summary>Health as load balancers ask for it over gRPC, without a credential.</summary>
public abstract class HealthTests<TService>(TService service) : FaultyServiceTests<TService>(service)
    where TService : ServiceUnderTest, new()
{
    [Fact]
    public async Task A_service_whose_database_answers_is_serving_and_says_so_to_anybody() => Assert.Equal(Serving, await Service.HealthAsync());

    [Theory]
    [InlineData(FaultPoint.Open)]
    [InlineData(FaultPoint.Read)]
    public async Task While_the_database_is_gone_the_service_is_not_serving_and_afterwards_it_is(FaultPoint point)
    {
        await using TService faulty = await FaultyServiceAsync();
        faulty.Faults!.Fail(point, _ => true, faulty.Failures.Gone);
        Assert.Equal(NotServing, await faulty.HealthAsync());
        Assert.Equal(1, faulty.Faults.Hits);

        faulty.Faults.Mend();
        Assert.Equal(Serving, await faulty.HealthAsync());
    }
}
