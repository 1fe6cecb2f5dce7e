internal import Journal

/// What the trail knows of itself: the newest records.
struct TrailState {
    private(set) var recent: RecentRecords
    private let limits: TrailLimits

    private static let version: UInt8 = 2

    init(limits: TrailLimits) {
        self.limits = limits
        recent = RecentRecords(limits: limits)
    }

    mutating func replay(_ payload: [UInt8]) throws(Damaged) {
        if let event = try TrailEvent(stored: payload) { evolve(event) }
    }

    mutating func evolve(_ event: TrailEvent) {
        switch event {
        case .accessed(let record): recent.add(record)
        case .lost: break
        }
    }

    var snapshot: [UInt8] {
        var writer = RecordWriter()
        writer.write(Self.version)
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
        for record in try reader.readList(of: AccessRecord.self) { restored.recent.add(record) }
        self = restored
    }
}
