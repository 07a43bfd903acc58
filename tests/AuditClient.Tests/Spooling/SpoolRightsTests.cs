using System.Runtime.Versioning;

namespace AuditClient.Tests.Spooling;

[UnsupportedOSPlatform("windows")]
public sealed class SpoolRightsTests
{
    [Fact]
    public async Task Every_file_is_its_owners_alone_even_in_a_folder_that_others_may_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files inherit the rights of their folder there.");
        using SpoolFolder folder = new();
        Directory.CreateDirectory(folder.Path);
        File.SetUnixFileMode(folder.Path, (UnixFileMode)0b111_101_101);

        await SpoolTesting.LeaveAsync(folder.Options(), 1, 1);

        Dictionary<string, UnixFileMode> modes = Directory.GetFiles(folder.Path).ToDictionary(file => Path.GetFileName(file), File.GetUnixFileMode);
        Assert.Equal(["0000000000000000001.spool", "acknowledged", "lock"], modes.Keys.Order(StringComparer.Ordinal));
        Assert.All(modes.Values, mode => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode));
    }
}
