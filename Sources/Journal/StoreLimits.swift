/// The numbers that bound a store. Bytes, unless the name says otherwise.
package struct StoreLimits: Sendable {
    /// Where the next segment begins, as soon as there is room for it. One that is full on a full disk goes
    /// on.
    package var segmentBytes = 8 << 20
    /// Space claimed ahead: at first, and at most at a time. Ten thousand small stores must fit on a disk.
    package var firstReserveBytes = 16 << 10
    package var largestReserveBytes = 1 << 20
    package var payloadBytes = 1 << 20
    /// What one sync makes durable.
    package var batchEvents = 512
    package var batchBytes = 1 << 20
    /// What may wait for the disk.
    package var queuedBytes = 32 << 20
    package var snapshotBytes = 1 << 30
    package var snapshotsKept = 3

    package init() {}

    package static let standard = StoreLimits()
}
