package import Journal
package import Staffing

extension TenantRecords: Storable {
    /// The version of this layout. A snapshot of another version is passed over: the journal rebuilds it.
    private static let layout: UInt64 = 1

    package func write(to writer: inout RecordWriter) {
        writer.write(Self.layout)
        writer.write(client)
        writer.write(worksites)
        writer.write(contacts)
        writer.write(workers)
        writer.write(assignments)
        writer.write(timesheets)
        writer.write(invoices)
    }

    package init(from reader: inout RecordReader) throws(Damaged) {
        guard try reader.readNumber() == Self.layout else { throw Damaged("a snapshot of another layout") }
        self.init(
            client: try reader.read(), worksites: try reader.readList(), contacts: try reader.readList(),
            workers: try reader.readRecords(), assignments: try reader.readRecords(),
            timesheets: try reader.readRecords(), invoices: try reader.readRecords())
        guard reader.isAtEnd else { throw Damaged("a snapshot with more than this program knows") }
    }
}

extension RecordReader {
    fileprivate mutating func readRecords<Record: Storable>() throws(Damaged) -> RecordList<Record> {
        let count = try readCount()
        return try RecordList(count: count) { _ throws(Damaged) in try Record(from: &self) }
    }
}

extension AgencyState {
    package var snapshot: [UInt8] {
        var writer = RecordWriter()
        let events = digest
        writer.write(UInt64(events.count))
        for event in events {
            writer.write(event.storedName)
            event.writeFields(to: &writer)
        }
        return writer.bytes
    }

    package init(snapshot bytes: [UInt8]) throws(Damaged) {
        self.init()
        var reader = RecordReader(bytes)
        for _ in 0..<(try reader.readNumber()) {
            let name = try reader.readName()
            evolve(try AgencyEvent(named: name, from: &reader))
        }
        guard reader.isAtEnd else { throw Damaged("a snapshot with more than this program knows") }
    }
}
