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

extension PremiumLine: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(day)
        writer.write(type.rawValue)
        writer.write(rule)
        writer.write(minutes)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        let day: Day = try reader.read()
        guard let type = HourType(rawValue: try reader.readByte()) else { throw Damaged("unknown hour type") }
        self.init(
            day: day, type: type, rule: try reader.readText(),
            minutes: try reader.readInt(in: 0...7 * TimesheetRules.minutesPerDay))
    }
}

extension MissedBreak: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(day)
        writer.write(rule)
        writer.write(premiumMinutes)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        self.init(
            day: try reader.read(), rule: try reader.readText(),
            premiumMinutes: try reader.readInt(in: 0...7 * TimesheetRules.minutesPerDay))
    }
}

extension OvertimeRuling: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(pack)
        writer.write(version)
        writer.write(premiums)
        writer.write(missedBreaks)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        self.init(
            pack: try reader.readText(), version: try reader.readText(), premiums: try reader.readList(),
            missedBreaks: try reader.readList())
    }
}

extension Signature: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(by)
        writer.write(name)
        writer.write(onBehalf)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        self.init(
            by: try reader.read(), name: try reader.readText(), onBehalf: try reader.readOptional())
    }
}

/// Each row has the same size, so that ten thousand of them are read in no time.
extension SheetRow: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(word: id.rawValue)
        writer.write(word: fingerprint.short)
        writer.write(word: UInt64(assignment) << 32 | UInt64(UInt32(bitPattern: week.number)))
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        let id = TimesheetID(try reader.readWord())
        let fingerprint = ShortFingerprint(short: try reader.readWord())
        let rest = try reader.readWord()
        let week = Day(number: Int32(truncatingIfNeeded: rest))
        guard Day.written.contains(week) else { throw Damaged("a week that no calendar has") }
        self.init(id: id, fingerprint: fingerprint, assignment: UInt32(rest >> 32), week: week)
    }
}

/// Stories stand in a snapshot as they lie in memory.
extension StoryShelf.Piece: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(base)
        writer.write(bytes: bytes)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        self.init(base: try reader.read(), bytes: try reader.readBytes())
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
