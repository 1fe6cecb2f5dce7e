package import Journal
package import Staffing

extension TenantRecords: Storable {
    /// The version of this layout. A snapshot of another version is passed over: the journal rebuilds it.
    /// The first had each sheet whole, with its history in words; the second knew nobody who may come
    /// back, no delegation, no rules of overtime and nothing of the sign-in; the third no departments and
    /// no cost centers.
    private static let layout: UInt64 = 4

    package func write(to writer: inout RecordWriter) {
        writer.write(Self.layout)
        writer.write(client)
        writer.write(signIn.byAgency.rawValue)
        writer.write(signIn.byClient.rawValue)
        writer.write(worksites)
        for worksite in worksites { writer.write(worksite.overtimeRules ?? "") }
        writer.write(units)
        writer.write(contacts)
        writer.write(workers.values)
        writer.write(assignments.values)
        writer.write(assignments.values.compactMap(StoredPlacement.init))
        writer.write(invoices.values)
        writer.write(departures)
        writer.write(delegations)
        writer.write(sheets.signatures)
        writer.write(sheets.rows)
        writer.write(sheets.stories.pieces)
        writer.write(identities)
        writer.write(cutoffs)
        writer.write(expected)
    }

    package init(from reader: inout RecordReader) throws(Damaged) {
        guard try reader.readNumber() == Self.layout else { throw Damaged("a snapshot of another layout") }
        let client: Client = try reader.read()
        var signIn = SignInDemands()
        signIn.set(try reader.readDemand(), by: .staff)
        signIn.set(try reader.readDemand(), by: .client)
        let worksites = try reader.readWorksites()
        let units: [Unit] = try reader.readList()
        let contacts: [Contact] = try reader.readList()
        let workers: RecordTable<Worker> = try reader.readTable()
        var assignments: RecordTable<Assignment> = try reader.readTable()
        let placements: [StoredPlacement] = try reader.readList()
        for placement in placements {
            assignments.change(placement.assignment) {
                $0.move(toDepartment: placement.department, costCenter: placement.costCenter)
            }
        }
        let invoices: RecordTable<Invoice> = try reader.readTable()
        let departures: [Departure] = try reader.readList()
        let delegations: [Delegation] = try reader.readList()
        let signatures: [Signature] = try reader.readList()
        let rows: RecordList<SheetRow> = try reader.readRecords()
        let sheets = SheetTable(
            rows: rows, pieces: try reader.readList(), signatures: signatures,
            assignments: assignments.count, invoices: invoices.count)
        let identities: [Identity] = try reader.readList()
        let cutoffs: CutoffBook = try reader.read()
        let expected: ExpectedBook = try reader.read()
        guard let sheets, reader.isAtEnd else { throw Damaged("sheets that this program cannot read") }
        self.init(
            client: client, signIn: signIn, worksites: worksites, units: units, contacts: contacts,
            workers: workers, assignments: assignments, invoices: invoices, departures: departures,
            delegations: delegations, sheets: sheets, identities: identities, cutoffs: cutoffs,
            expected: expected)
    }
}

extension RecordReader {
    /// The rules come behind, because the event of a worksite does not have them.
    fileprivate mutating func readWorksites() throws(Damaged) -> [Worksite] {
        let worksites: [Worksite] = try readList()
        var ruled: [Worksite] = []
        for worksite in worksites {
            let pack = try readText()
            ruled.append(pack.isEmpty ? worksite : worksite.ruled(by: pack))
        }
        return ruled
    }

    mutating func readDemand() throws(Damaged) -> SignInDemand {
        guard let demand = SignInDemand(rawValue: try readByte()) else {
            throw Damaged("a sign-in that demands what is unknown")
        }
        return demand
    }

    fileprivate mutating func readRecords<Record: Storable>() throws(Damaged) -> RecordList<Record> {
        let count = try readCount()
        return try RecordList(count: count) { _ throws(Damaged) in try Record(from: &self) }
    }

    /// Records stand for each other by their places, so none of them may be there twice.
    fileprivate mutating func readTable<Record: Storable & Identified>() throws(Damaged)
        -> RecordTable<Record>
    {
        let records: RecordList<Record> = try readRecords()
        let table = RecordTable(records)
        guard table.count == records.count else { throw Damaged("two records of one number") }
        return table
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
