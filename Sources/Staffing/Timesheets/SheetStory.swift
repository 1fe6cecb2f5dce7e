/// What lies packed of one sheet: its hours, then everything that happened to it, each event a few bytes.
struct SheetStory: Sendable {
    let bytes: [UInt8]
    let range: Range<Int>
    /// From which the first event's moment is counted.
    let base: Moment

    /// Reads from the hours on; nothing where these are none.
    func read(in week: Day) -> (days: WorkedDays, deeds: SheetDeeds)? {
        var reader = PackedReader(bytes, in: range)
        guard let days = WorkedDays(from: &reader, in: week) else { return nil }
        return (days, SheetDeeds(reader: reader, moment: base.microseconds))
    }
}

/// One thing that happened to a sheet, with numbers where other lists hold the words.
struct SheetDeed {
    let what: What
    /// The place of whoever did it among the client's signatures.
    let signature: Int
    let at: Moment

    enum What {
        case received, changed, approved, approvalWithdrawn
        case approvedFirst(ApprovalLimit)
        case rejected(RejectionReason, words: Range<Int>)
        case commented(words: Range<Int>)
        /// By the place of the invoice.
        case invoiced(Int)
    }

    /// What it is called in memory: three bits beside the signature.
    enum Kind: UInt64 {
        case received, changed, approved, approvalWithdrawn, rejected, commented, invoiced, approvedFirst
    }
}

/// The deeds of a sheet in their order. Each moment is counted from the one before.
struct SheetDeeds: Sequence, IteratorProtocol, Sendable {
    private var reader: PackedReader
    /// Of the last deed that was read.
    private(set) var moment: Int64
    /// True where bytes are left that are no deed.
    private(set) var isBroken = false

    private static let kindBits: UInt64 = 3

    init(reader: PackedReader, moment: Int64) {
        self.reader = reader
        self.moment = moment
    }

    /// Where the next one begins.
    var position: Int { reader.position }

    /// The words that one of them says.
    func text(_ words: Range<Int>) -> String { String(decoding: reader.bytes[words], as: UTF8.self) }

    mutating func next() -> SheetDeed? {
        if reader.isAtEnd || isBroken { return nil }
        guard let head = reader.readNumber(), let after = reader.readSigned(), let what = readWhat(head),
            let signature = Int(exactly: head >> Self.kindBits)
        else {
            isBroken = true
            return nil
        }
        moment &+= after
        return SheetDeed(what: what, signature: signature, at: Moment(microseconds: moment))
    }

    private mutating func readWhat(_ head: UInt64) -> SheetDeed.What? {
        switch SheetDeed.Kind(rawValue: head & (1 << Self.kindBits - 1)) {
        case .received: return .received
        case .changed: return .changed
        case .approved: return .approved
        case .approvalWithdrawn: return .approvalWithdrawn
        case .approvedFirst: return ApprovalLimit(from: &reader).map { .approvedFirst($0) }
        case .rejected:
            guard let number = reader.readByte(), let reason = RejectionReason(packed: number),
                let words = reader.readStretch()
            else { return nil }
            return .rejected(reason, words: words)
        case .commented: return reader.readStretch().map { .commented(words: $0) }
        case .invoiced: return reader.readNumber().flatMap { Int(exactly: $0) }.map { .invoiced($0) }
        case nil: return nil
        }
    }

    /// The head of a deed that follows after `moment`; what the deed itself says comes behind it.
    static func write(
        _ kind: SheetDeed.Kind, by signature: Int, at moment: Moment, after earlier: Int64,
        to writer: inout PackedWriter
    ) {
        writer.write(UInt64(signature) << kindBits | kind.rawValue)
        writer.write(signed: moment.microseconds &- earlier)
    }
}

extension ApprovalLimit {
    /// Each part is one more than it says, and zero where it limits nothing.
    init?(from reader: inout PackedReader) {
        guard let minutes = reader.readNumber(), let amount = reader.readNumber(),
            minutes <= UInt64(Self.mostMinutes) + 1, amount <= UInt64(Self.mostAmount) + 1
        else { return nil }
        self.init(
            minutes: minutes == 0 ? nil : Int(minutes) - 1, amount: amount == 0 ? nil : Int64(amount) - 1)
    }

    func write(to writer: inout PackedWriter) {
        writer.write(minutes.map { UInt64($0) + 1 } ?? 0)
        writer.write(amount.map { UInt64($0) + 1 } ?? 0)
    }
}

extension RejectionReason {
    init?(packed number: UInt8) {
        guard let reason = Self.allCases.first(where: { $0.packed == number }) else { return nil }
        self = reason
    }

    var packed: UInt8 {
        switch self {
        case .wrongHours: 1
        case .notWorked: 2
        case .wrongWorksite: 3
        case .breakMissing: 4
        case .other: 5
        }
    }
}
