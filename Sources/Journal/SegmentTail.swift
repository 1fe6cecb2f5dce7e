/// The segment that is being written, and how much room is claimed in it.
struct SegmentTail: Sendable {
    private(set) var file: any DiskFile
    private(set) var salt: UInt32
    /// The first entry of this segment.
    private(set) var first: UInt64
    /// Where the next frame goes.
    var end: Int
    private var reservedEnd: Int
    private var spare: Spare?
    private var name: String

    init(file: any DiskFile, name: String, header: SegmentHeader, end: Int, reservedEnd: Int) {
        self.file = file
        self.name = name
        first = header.first
        salt = header.salt
        self.end = end
        self.reservedEnd = reservedEnd
    }

    /// Sees to it that so many bytes can be written without the disk being found full.
    mutating func makeRoom(for bytes: Int, _ limits: StoreLimits) throws(StoreFailure) {
        let needed = end + bytes
        if needed <= reservedEnd { return }
        let generous = needed + step(limits)
        if (try? file.reserve(through: generous)) != nil {
            reservedEnd = generous
            return
        }
        try concerning(name) { () throws(DiskFailure) in try file.reserve(through: needed) }
        reservedEnd = needed
    }

    /// Goes on in the spare file if this segment is long enough and the spare has the room; otherwise this
    /// segment simply grows longer, because room in it has been promised already.
    mutating func beginSegment(
        _ header: SegmentHeader, _ layout: StoreLayout, room: Int, _ limits: StoreLimits
    )
        -> Batch.NewSegment?
    {
        guard end >= limits.segmentBytes, let spare else { return nil }
        let needed = Sector.size + room
        if needed > spare.reservedEnd, (try? spare.file.reserve(through: needed)) == nil { return nil }
        self.spare = nil
        file = spare.file
        name = layout.segment(header.first)
        first = header.first
        salt = header.salt
        end = Sector.size
        reservedEnd = max(needed, spare.reservedEnd)
        return Batch.NewSegment(
            header: header.encoded, temporary: spare.name, name: name, directory: layout.journal)
    }

    func needsSpare(_ limits: StoreLimits) -> Bool { end >= limits.segmentBytes && spare == nil }

    /// How far an I/O thread should claim room, when less than half a step is left behind what waits.
    func reservation(ahead queued: Int, _ limits: StoreLimits) -> Int? {
        let used = end + queued
        return reservedEnd - used < step(limits) / 2 ? used + step(limits) : nil
    }

    mutating func learn(_ outcome: BatchOutcome) {
        if let claimed = outcome.reservedEnd { reservedEnd = max(reservedEnd, claimed) }
        if let made = outcome.spare { spare = made }
    }

    private func step(_ limits: StoreLimits) -> Int {
        min(max(Sector.roundUp(end), limits.firstReserveBytes), limits.largestReserveBytes)
    }
}
