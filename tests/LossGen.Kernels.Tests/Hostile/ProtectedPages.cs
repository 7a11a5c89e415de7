using System.ComponentModel;
using System.Runtime.InteropServices;

namespace LossGen.Kernels.Tests.Hostile;

/// <summary>Whole pages of memory whose access the operating system checks: Windows by VirtualAlloc, all others by mmap.</summary>
internal static unsafe partial class ProtectedPages
{
    public static byte* ReserveInaccessible(nuint bytes)
    {
        var address = OperatingSystem.IsWindows()
            ? Windows.VirtualAlloc(null, bytes, Windows.Commit | Windows.Reserve, Windows.NoAccess)
            : Unix.MapMemory(null, bytes, Unix.NoAccess, Unix.PrivateAnonymous, -1, 0);
        return address is null || address == Unix.MapFailed ? throw new Win32Exception() : (byte*)address;
    }

    public static void MakeAccessible(byte* address, nuint bytes)
    {
        var done = OperatingSystem.IsWindows()
            ? Windows.VirtualProtect(address, bytes, Windows.ReadWrite, out _)
            : Unix.ProtectMemory(address, bytes, Unix.ReadWrite) == 0;
        if (!done)
        {
            throw new Win32Exception();
        }
    }

    private static partial class Windows
    {
        public const uint Commit = 0x1000;
        public const uint Reserve = 0x2000;
        public const uint NoAccess = 0x01;
        public const uint ReadWrite = 0x04;

        [LibraryImport("kernel32", SetLastError = true)]
        public static partial void* VirtualAlloc(void* address, nuint size, uint allocationType, uint protection);

        [LibraryImport("kernel32", SetLastError = true)]
        [return: MarshalAs(UnmanagedType.Bool)]
        public static partial bool VirtualProtect(void* address, nuint size, uint protection, out uint oldProtection);
    }

    private static partial class Unix
    {
        public const int NoAccess = 0;
        public const int ReadWrite = 1 | 2;

        public static readonly void* MapFailed = (void*)-1;

        /// <summary>MAP_PRIVATE, with MAP_ANONYMOUS, whose value differs between Linux and the systems that descend from BSD.</summary>
        public static readonly int PrivateAnonymous = 0x02 | (OperatingSystem.IsLinux() ? 0x20 : 0x1000);

        [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
        public static partial void* MapMemory(void* address, nuint length, int protection, int flags, int file, nint offset);

        [LibraryImport("libc", EntryPoint = "mprotect", SetLastError = true)]
        public static partial int ProtectMemory(void* address, nuint length, int protection);
    }
}
