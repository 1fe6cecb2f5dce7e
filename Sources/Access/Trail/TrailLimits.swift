/// The numbers that bound the access trail.
package struct TrailLimits: Hashable, Sendable {
    /// Records that may wait for the next drain; more are lost, counted, and the loss is recorded.
    package var inbox = 8_192
    /// So many waiting call for a drain at once.
    package var drainAt = 512
    /// The newest records kept in memory: of each realm, ordinary pages and all else apart, and of all.
    package var recentPerRealm = 5_000
    package var recent = 100_000
    /// A snapshot is written after this many entries, and when the process ends.
    package var snapshotEvery: UInt64 = 50_000

    package init() {}

    package static let standard = TrailLimits()
}
