import Journal
import Staffing
import Tenancy

/// What is kept on disk, read back: the first byte says what it claims to be. Whatever is taken can be written,
/// and is then read as the same; whatever is not is refused, never a trap.
enum RecordFuzz {
    @Sendable static func check(_ bytes: [UInt8]) {
        guard let kind = bytes.first else { return }
        let rest = Array(bytes.dropFirst())
        switch kind % 4 {
        case 0: checkEvent(rest, of: TenantEvent.self)
        case 1: checkEvent(rest, of: AgencyEvent.self)
        case 2: checkTenant(rest)
        default: checkAgency(rest)
        }
    }

    private static func checkEvent<Event: StorableEvent>(_ bytes: [UInt8], of type: Event.Type) {
        var reader = RecordReader(bytes)
        guard let name = try? reader.readName(), let event = try? Event(named: name, from: &reader) else {
            return
        }
        var writer = RecordWriter()
        event.writeFields(to: &writer)
        var second = RecordReader(writer.bytes)
        Fuzz.demand(event.storedName == name.description, "\(name) is stored as \(event.storedName)")
        Fuzz.demand(
            (try? Event(named: name, from: &second)) == event, "\(name) is another event when written")
        Fuzz.demand(second.isAtEnd, "\(name) writes more than it reads")
    }

    /// The state that is made of a snapshot gives the same snapshot again.
    private static func checkTenant(_ bytes: [UInt8]) {
        var reader = RecordReader(bytes)
        guard let records = try? TenantRecords(from: &reader) else { return }
        var second = RecordReader(written(records))
        Fuzz.demand((try? TenantRecords(from: &second)) == records, "other records when written")
        let state = TenantState(records)
        Fuzz.demand(
            written(TenantState(state.records).records) == written(state.records),
            "a snapshot that changes each time")
        look(at: state)
    }

    /// Every sheet can be looked at from all sides, and each stands on one shelf.
    private static func look(at state: TenantState) {
        var listed = 0
        for worksite in Set(state.assignments.values.map(\.worksite)) {
            for shelf in [state.waitingShelf(at: worksite), state.decidedShelf(at: worksite)] {
                listed += shelf.days.reduce(0) { $0 + Array(shelf.sheets(of: $1)).count }
            }
        }
        Fuzz.demand(listed == state.timesheets.count, "a sheet that stands on no shelf, or on two")
        for sheet in state.timesheets.values {
            let parts = [sheet.hours.total, sheet.days.count, sheet.history.count]
            Fuzz.demand(parts.allSatisfy { $0 >= 0 }, "a sheet with less than nothing")
            Fuzz.demand(state.timesheets[sheet.id] == sheet, "a sheet that is not found")
        }
        let tally = state.tally
        let open = tally.waiting + tally.sentBack + tally.toInvoice
        Fuzz.demand(open <= listed && state.uninvoiced.count <= open, "more is open than there is")
    }

    private static func written(_ records: TenantRecords) -> [UInt8] {
        var writer = RecordWriter()
        writer.write(records)
        return writer.bytes
    }

    private static func checkAgency(_ bytes: [UInt8]) {
        guard let state = try? AgencyState(snapshot: bytes) else { return }
        let written = state.snapshot
        Fuzz.demand(
            (try? AgencyState(snapshot: written))?.snapshot == written, "an agency that changes each time")
    }
}
