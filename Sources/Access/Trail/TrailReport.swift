package import Crypto
package import Journal

/// What reading a whole trail from its first entry found.
package struct TrailReport: Sendable {
    package private(set) var entries: UInt64 = 0
    package private(set) var seals = 0
    /// Records that were never written, by the trail's own account.
    package private(set) var lost: UInt64 = 0
    /// The entry numbers of seals that this key did not sign, or that do not fit what stands before them.
    package private(set) var falseSeals: [UInt64] = []
    package private(set) var newest: Seal?
    /// Why reading ended before the end.
    package private(set) var failure: StoreFailure?
    /// Seals kept elsewhere that this trail contradicts: it was rewritten or cut before them.
    package private(set) var contradicted: [Seal]
    private var chain = TrailChain()

    package var isSound: Bool { falseSeals.isEmpty && contradicted.isEmpty && failure == nil }

    private init(kept: [Seal]) { contradicted = kept }

    /// Reads everything, without snapshots. Takes the store's lock, so the trail must not be open. `kept` are
    /// seals of which copies were kept elsewhere: only they show that the whole trail was made anew.
    package static func verify(_ disk: any Disk, key: VerifyingKey, kept: [Seal] = []) -> TrailReport {
        var report = TrailReport(kept: kept)
        do throws(StoreFailure) {
            let store = try Store(
                opening: disk, name: Trail.storeName, identity: Trail.identity,
                restore: { _ in throw NoSnapshot() },
                replay: { try report.read($0.payload, key) })
            store.close()
        } catch {
            report.failure = error
        }
        return report
    }

    private mutating func read(_ payload: [UInt8], _ key: VerifyingKey) throws(Damaged) {
        switch try TrailEvent(stored: payload) {
        case .accessed: break
        case .lost(let count, _): lost += count
        case .sealed(let seal):
            let fits = seal.entries == chain.entries && seal.link == chain.link
            if !fits || !seal.isSigned(by: key) { falseSeals.append(chain.entries + 1) }
            seals += 1
            newest = seal
        }
        chain.add(payload)
        entries = chain.entries
        contradicted.removeAll { $0.entries == entries && $0.link == chain.link && $0.isSigned(by: key) }
    }

    private struct NoSnapshot: Error {}
}
