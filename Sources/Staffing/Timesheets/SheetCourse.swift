/// Where a sheet's story has led: its hours and how they stand, without the names of anybody.
struct SheetCourse {
    let worked: WorkedDays
    private(set) var status = Status.submitted
    private(set) var edits = 0
    /// The place of the invoice that has it.
    private(set) var invoice: Int?
    let deeds: SheetDeeds

    enum Status: Hashable {
        case submitted
        case begun(signature: Int, at: Moment, over: ApprovalLimit)
        case approved(signature: Int, at: Moment)
        case rejected(RejectionReason)
    }

    /// Bytes that are no story make a sheet without hours; `SheetTable` lets none in.
    init(_ story: SheetStory, in week: Day) {
        let read = story.read(in: week)
        worked = read?.days ?? WorkedDays([], in: week)
        deeds = read?.deeds ?? SheetDeeds(reader: PackedReader([], in: 0..<0), moment: 0)
        for deed in deeds { take(deed) }
    }

    /// When it was approved, or approved by the first of two.
    var approvedAt: Moment? {
        switch status {
        case .approved(_, let moment), .begun(_, let moment, _): moment
        case .submitted, .rejected: nil
        }
    }

    private mutating func take(_ deed: SheetDeed) {
        switch deed.what {
        case .received, .commented: break
        case .changed:
            edits += 1
            status = .submitted
        case .approved: status = .approved(signature: deed.signature, at: deed.at)
        case .approvedFirst(let limit):
            status = .begun(signature: deed.signature, at: deed.at, over: limit)
        case .approvalWithdrawn: status = .submitted
        case .rejected(let reason, _): status = .rejected(reason)
        case .invoiced(let place): invoice = place
        }
    }
}

extension SheetStory {
    /// The bytes behind the hours.
    func deeds(in week: Day) -> Range<Int> {
        read(in: week).map { $0.deeds.position..<range.upperBound } ?? range.upperBound..<range.upperBound
    }

    /// The moment of the last deed, from which the next is counted.
    func end(in week: Day) -> Int64 {
        guard var deeds = read(in: week)?.deeds else { return base.microseconds }
        while deeds.next() != nil {}
        return deeds.moment
    }

    /// Whether everything in it can be read, and lies in the bounds of what the rules let in.
    func isSound(in week: Day, signatures: Int, invoices: Int) -> Bool {
        guard let (days, begin) = read(in: week), days.areSound else { return false }
        var deeds = begin
        while let deed = deeds.next() {
            guard deed.signature < signatures else { return false }
            switch deed.what {
            case .received, .changed, .approved, .approvedFirst, .approvalWithdrawn: break
            case .rejected(_, let words), .commented(let words):
                guard (try? UTF8Span(validating: bytes.span.extracting(words))) != nil else { return false }
            case .invoiced(let place): guard place < invoices else { return false }
            }
        }
        return !deeds.isBroken
    }
}
