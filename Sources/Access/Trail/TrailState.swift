internal import Crypto
internal import Journal
internal import Staffing

/// What the trail knows of itself: its chain, whether a seal is due, and the newest records.
struct TrailState {
    private(set) var chain = TrailChain()
    private(set) var recent: RecentRecords
    /// The day, counted from 1970 by UTC, of the oldest entry without a seal.
    private var unsealedSince: Int64?
    private let limits: TrailLimits

    private static let version: UInt8 = 1
    private static let secondsPerDay: Int64 = 86_400

    init(limits: TrailLimits) {
        self.limits = limits
        recent = RecentRecords(limits: limits)
    }

    mutating func replay(_ payload: [UInt8]) throws(Damaged) {
        evolve(try TrailEvent(stored: payload), stored: payload)
    }

    mutating func evolve(_ event: TrailEvent, stored payload: [UInt8]) {
        chain.add(payload)
        switch event {
        case .accessed(let record):
            recent.add(record)
            note(record.at)
        case .lost(_, let moment): note(moment)
        case .sealed: unsealedSince = nil
        }
    }

    private mutating func note(_ moment: Moment) { unsealedSince = unsealedSince ?? day(of: moment) }

    /// Once the day is over on which something without a seal happened.
    func isSealDue(at now: Moment) -> Bool { unsealedSince.map { $0 < day(of: now) } ?? false }

    private func day(of moment: Moment) -> Int64 {
        let (day, rest) = moment.seconds.quotientAndRemainder(dividingBy: Self.secondsPerDay)
        return rest < 0 ? day - 1 : day
    }

    var snapshot: [UInt8] {
        var writer = RecordWriter()
        writer.write(Self.version)
        writer.write(chain.entries)
        writer.write(chain.link)
        writer.write(unsealedSince == nil ? 0 as UInt8 : 1)
        writer.write(unsealedSince ?? 0)
        writer.write(recent.all)
        return writer.bytes
    }

    /// Leaves the state as it was when it throws.
    mutating func restore(_ snapshot: [UInt8]) throws(Damaged) {
        var reader = RecordReader(snapshot)
        guard try reader.readByte() == Self.version else {
            throw Damaged("a snapshot that this program cannot read")
        }
        var restored = TrailState(limits: limits)
        restored.chain = TrailChain(entries: try reader.readNumber(), link: try reader.readDigest())
        let isUnsealed = try reader.readByte() == 1
        let day = try reader.readSigned()
        restored.unsealedSince = isUnsealed ? day : nil
        for record in try reader.readList(of: AccessRecord.self) { restored.recent.add(record) }
        self = restored
    }
}
