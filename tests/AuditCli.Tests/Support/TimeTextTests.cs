using System.Globalization;
using AuditCli.Support;
using Google.Protobuf.WellKnownTypes;

namespace AuditCli.Tests.Support;

public sealed class TimeTextTests
{
    // The clocks go back at 01:00 UTC on 27 October 2019: half past one comes twice.
    [Theory]
    [InlineData("2019-06-03T09:00:05Z", "2019-06-03 10:00:05 BST")]
    [InlineData("2019-02-01T23:30:00Z", "2019-02-01 23:30:00 GMT")]
    [InlineData("2019-06-03T23:30:00Z", "2019-06-04 00:30:00 BST")]
    [InlineData("2019-10-27T00:30:00Z", "2019-10-27 01:30:00 BST")]
    [InlineData("2019-10-27T01:30:00Z", "2019-10-27 01:30:00 GMT")]
    public void Times_are_those_of_london_and_say_which(string time, string text)
    {
        Timestamp stamp = Timestamp.FromDateTimeOffset(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture));
        Assert.Equal(text, TimeText.Second(stamp));
        Assert.Equal($"{text[..16]} {text[^3..]}", TimeText.Minute(stamp));
        Assert.Equal(text[11..], TimeText.OfDay(stamp));
    }
}
