package import Journal
package import Staffing

extension Client: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(name)
        writer.write(currency.rawValue)
        writer.write(language.rawValue)
        writer.write(timeZone)
        writer.write(workweekStart.rawValue)
        writer.write(invoicePrefix)
        writer.write(paymentTermsDays)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        let name = try reader.readText()
        let currency: Currency = try reader.readCase()
        let language: Language = try reader.readCase()
        let timeZone = try reader.readText()
        guard let start = Weekday(rawValue: try reader.readInt()) else {
            throw Damaged("a workweek that starts on no weekday")
        }
        self.init(
            name: name, currency: currency, language: language, timeZone: timeZone, workweekStart: start,
            invoicePrefix: try reader.readText(),
            paymentTermsDays: try reader.readInt(in: 0...Int(Int32.max)))
    }
}

extension Worksite: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(id)
        for text in [code, name, address, timeZone, jurisdiction] { writer.write(text) }
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        self.init(
            id: try reader.read(), code: try reader.readText(), name: try reader.readText(),
            address: try reader.readText(), timeZone: try reader.readText(),
            jurisdiction: try reader.readText())
    }
}

extension Contact: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(id)
        writer.write(name)
        writer.write(email)
        writer.write(language.rawValue)
        writer.write(standing.rawValue)
        writer.write(grants)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        let id: ContactID = try reader.read()
        let name = try reader.readText()
        let email: EmailAddress = try reader.read()
        let language: Language = try reader.readCase()
        self.init(
            id: id, name: name, email: email, language: language, standing: try reader.readStanding(),
            grants: try reader.readList())
    }
}

extension RecordReader {
    mutating func readStanding() throws(Damaged) -> Contact.Standing {
        guard let standing = Contact.Standing(rawValue: try readByte()) else {
            throw Damaged("a contact of unknown standing")
        }
        return standing
    }
}

extension HandedGrant: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(receiver)
        writer.write(grant)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        self.init(receiver: try reader.read(), grant: try reader.read())
    }
}

extension Departure: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(contact)
        writer.write(at)
        writer.write(standing.rawValue)
        writer.write(grants)
        writer.write(handedOver)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        self.init(
            contact: try reader.read(), at: try reader.read(), standing: try reader.readStanding(),
            grants: try reader.readList(), handedOver: try reader.readList())
    }
}

extension StaffMember: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(id)
        writer.write(name)
        writer.write(email)
        writer.write(roles)
        writer.write(isActive ? 1 as UInt8 : 0)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        let id: StaffID = try reader.read()
        let name = try reader.readText()
        let email: EmailAddress = try reader.read()
        let roles = try reader.readRoles()
        self.init(id: id, name: name, email: email, roles: roles, isActive: try reader.readByte() == 1)
    }
}

extension RecordWriter {
    mutating func write(_ roles: Set<Role>) {
        let held = roles.sorted { $0.rawValue < $1.rawValue }
        write(held.count)
        for role in held { write(role.rawValue) }
    }
}

extension RecordReader {
    mutating func readRoles() throws(Damaged) -> Set<Role> {
        var roles: Set<Role> = []
        for _ in 0..<max(0, try readInt()) { roles.insert(try readCase()) }
        return roles
    }
}

extension RoleDefinition: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(role.rawValue)
        writer.write(side.rawValue)
        writer.write(title ?? "")
        let held = permissions.listed
        writer.write(held.count)
        for permission in held { writer.write(permission.rawValue) }
        writer.write(isGivenByClients ? 1 as UInt8 : 0)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        let role: Role = try reader.readCase()
        let side: Side = try reader.readCase()
        let title = try reader.readText()
        var permissions: PermissionSet = []
        for _ in 0..<(try reader.readInt(in: 0...Permission.allCases.count)) {
            permissions.insert(try reader.readCase())
        }
        self.init(
            role, side, title: title.isEmpty ? nil : title, permissions,
            isGivenByClients: try reader.readByte() == 1)
    }
}

extension Worker: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(id)
        writer.write(number)
        writer.write(name)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        self.init(id: try reader.read(), number: try reader.readText(), name: try reader.readText())
    }
}

extension Assignment: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(id)
        writer.write(worker)
        writer.write(worksite)
        writer.write(title)
        writer.write(days)
        writer.write(billRate.forRecords())
        for minutes in schedule.minutes { writer.write(minutes) }
        writer.write(purchaseOrder)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        let id: AssignmentID = try reader.read()
        let worker: WorkerID = try reader.read()
        let worksite: WorksiteID = try reader.read()
        let title = try reader.readText()
        let days: DayRange = try reader.read()
        let rate: HourlyRate = try reader.read()
        var minutes: [Int] = []
        for _ in 0..<7 { minutes.append(try reader.readInt(in: 0...TimesheetRules.minutesPerDay)) }
        self.init(
            id: id, worker: worker, worksite: worksite, title: title, days: days, billRate: rate,
            schedule: WeekSchedule(minutes: minutes), purchaseOrder: try reader.readText())
    }
}
