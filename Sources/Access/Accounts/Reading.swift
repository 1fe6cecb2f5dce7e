package import Staffing

/// Both clocks, read together at a door.
///
/// Neither is enough alone: somebody may set the wall clock back, and the steady one stands still while a
/// machine is suspended and begins anew when it starts. What expires goes by whichever says that more
/// time has passed.
package struct Reading: Hashable, Sendable {
    package let moment: Moment
    /// Since some instant before the process began; never jumps.
    package let steadyMicroseconds: Int64

    package init(moment: Moment, steadyMicroseconds: Int64) {
        self.moment = moment
        self.steadyMicroseconds = steadyMicroseconds
    }

    /// Where the steady clock would have stood at a moment that was written down before this process began.
    func recalled(_ past: Moment) -> Reading {
        let ago = max(0, moment.microseconds - past.microseconds)
        return Reading(moment: past, steadyMicroseconds: steadyMicroseconds - ago)
    }

    /// The longer of the two times since an earlier reading.
    func elapsed(since earlier: Reading) -> Int64 {
        max(
            moment.microseconds - earlier.moment.microseconds,
            steadyMicroseconds - earlier.steadyMicroseconds)
    }
}
