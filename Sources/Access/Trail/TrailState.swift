internal import Journal

/// What the trail knows of itself: the newest records.
struct TrailState {
    private(set) var recent: RecentRecords
    private let limits: TrailLimits

    private static let version: UInt8 = 3

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
        let all = recent.all
        writer.write(UInt64(all.count))
        for record in all {
            writer.write(record)
            writer.write(record.occasion)
        }
        return writer.bytes
    }

    /// Leaves the state as it was when it throws.
    mutating func restore(_ snapshot: [UInt8]) throws(Damaged) {
        var reader = RecordReader(snapshot)
        guard try reader.readByte() == Self.version else {
            throw Damaged("a snapshot that this program cannot read")
        }
        var restored = TrailState(limits: limits)
        for _ in 0..<(try reader.readCount()) {
            let record = try AccessRecord(from: &reader)
            restored.recent.add(record.on(try reader.readOccasion()))
        }
        self = restored
    }
}
