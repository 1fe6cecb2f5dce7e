package import Journal
package import Staffing

extension Punch: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(start)
        writer.write(end)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        self.init(start: try reader.read(), end: try reader.read())
    }
}

extension WorkedDay: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(day)
        for type in HourType.allCases { writer.write(hours[type]) }
        writer.write(punches)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        let day: Day = try reader.read()
        let range = 0...TimesheetRules.minutesPerDay
        let hours = HoursByType(
            regular: try reader.readInt(in: range), overtime: try reader.readInt(in: range),
            doubleTime: try reader.readInt(in: range))
        self.init(day: day, hours: hours, punches: try reader.readList())
    }
}

extension Timesheet: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(id)
        writer.write(assignment)
        writer.write(worker)
        writer.write(worksite)
        writer.write(week)
        writer.write(days)
        writer.write(status)
        writer.write(fingerprint)
        writer.write(edits)
        writer.write(invoice)
        writer.write(history)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        self.init(
            id: try reader.read(), assignment: try reader.read(), worker: try reader.read(),
            worksite: try reader.read(), week: try reader.read(), days: try reader.readList(),
            status: try reader.read(), fingerprint: try reader.read(),
            edits: try reader.readInt(in: 0...Int(Int32.max)), invoice: try reader.readOptional(),
            history: try reader.readList())
    }
}

extension Timesheet.Status: Storable {
    package func write(to writer: inout RecordWriter) {
        switch self {
        case .submitted: writer.write(1 as UInt8)
        case .approved(let person, let moment):
            writer.write(2 as UInt8)
            writer.write(person)
            writer.write(moment)
        case .rejected(let reason):
            writer.write(3 as UInt8)
            writer.write(reason.rawValue)
        }
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        switch try reader.readByte() {
        case 1: self = .submitted
        case 2: self = .approved(by: try reader.read(), at: try reader.read())
        case 3: self = .rejected(try reader.readCase())
        default: throw Damaged("a timesheet of unknown status")
        }
    }
}

extension TimesheetEntry: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(what)
        writer.write(by)
        writer.write(name)
        writer.write(at)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        self.init(
            what: try reader.read(), by: try reader.read(), name: try reader.readText(), at: try reader.read()
        )
    }
}

extension TimesheetEntry.What: Storable {
    package func write(to writer: inout RecordWriter) {
        switch self {
        case .received: writer.write(1 as UInt8)
        case .changed: writer.write(2 as UInt8)
        case .approved: writer.write(3 as UInt8)
        case .approvalWithdrawn: writer.write(4 as UInt8)
        case .rejected(let reason, let words):
            writer.write(5 as UInt8)
            writer.write(reason.rawValue)
            writer.write(words)
        case .commented(let words):
            writer.write(6 as UInt8)
            writer.write(words)
        case .invoiced(let invoice):
            writer.write(7 as UInt8)
            writer.write(invoice)
        }
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        switch try reader.readByte() {
        case 1: self = .received
        case 2: self = .changed
        case 3: self = .approved
        case 4: self = .approvalWithdrawn
        case 5: self = .rejected(try reader.readCase(), words: try reader.readText())
        case 6: self = .commented(try reader.readText())
        case 7: self = .invoiced(try reader.read())
        default: throw Damaged("an entry of an unknown kind")
        }
    }
}

extension InvoiceLine: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(timesheet)
        writer.write(type.rawValue)
        writer.write(minutes)
        writer.write(rate)
        writer.write(amount)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        let timesheet: TimesheetID = try reader.read()
        guard let type = HourType(rawValue: try reader.readByte()) else { throw Damaged("unknown hour type") }
        self.init(
            timesheet: timesheet, type: type, minutes: try reader.readInt(in: 0...Int(Int32.max)),
            rate: try reader.read(), amount: try reader.read())
    }
}

extension Invoice: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(id)
        writer.write(number)
        writer.write(worksite)
        for day in [week, issued, due] { writer.write(day) }
        writer.write(lines)
        writer.write(total)
        writer.write(file)
        switch status {
        case .open: writer.write(nil as Day?)
        case .paid(let day): writer.write(day as Day?)
        }
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        self.init(
            id: try reader.read(), number: try reader.readText(), worksite: try reader.read(),
            week: try reader.read(), issued: try reader.read(), due: try reader.read(),
            lines: try reader.readList(), total: try reader.read(), file: try reader.read(),
            status: try reader.readOptional(Day.self).map(Status.paid) ?? .open)
    }
}
