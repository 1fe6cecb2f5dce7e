import CLinux
import Glibc

/// The machine's clocks, read at the doors and passed inwards as values.
package enum SystemClock {
    /// Microseconds since 1970-01-01 00:00 UTC; may jump when somebody sets it.
    package static func wallMicroseconds() -> Int64 { microseconds(of: CLOCK_REALTIME) }

    /// Microseconds since some instant before; never jumps, so deadlines are kept by it.
    package static func steadyMicroseconds() -> Int64 { microseconds(of: CLOCK_MONOTONIC) }

    private static func microseconds(of clock: clockid_t) -> Int64 {
        shim_clock_microseconds(clock)
    }
}
