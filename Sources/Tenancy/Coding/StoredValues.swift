public import Journal
public import Staffing

extension Identifier: Storable {
    public func write(to writer: inout RecordWriter) { writer.write(rawValue) }
    public init(from reader: inout RecordReader) throws(Damaged) { self.init(try reader.readNumber()) }
}

extension TenantID: Storable {
    package func write(to writer: inout RecordWriter) { writer.write(slug) }
    package init(from reader: inout RecordReader) throws(Damaged) {
        guard let id = TenantID(try reader.readText()) else { throw Damaged("not a tenant's name") }
        self = id
    }
}

extension Moment: Storable {
    package func write(to writer: inout RecordWriter) { writer.write(microseconds) }
    package init(from reader: inout RecordReader) throws(Damaged) {
        self.init(microseconds: try reader.readSigned())
    }
}

extension Day: Storable {
    package func write(to writer: inout RecordWriter) { writer.write(Int(number)) }
    package init(from reader: inout RecordReader) throws(Damaged) {
        let written = Int(Day.written.lowerBound.number)...Int(Day.written.upperBound.number)
        self.init(number: Int32(try reader.readInt(in: written)))
    }
}

extension DayRange: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(from)
        writer.write(through)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        self.init(from: try reader.read(), through: try reader.readOptional())
    }
}

extension HourlyRate: Storable {
    package func write(to writer: inout RecordWriter) { writer.write(minorUnits) }
    package init(from reader: inout RecordReader) throws(Damaged) {
        self.init(minorUnits: try reader.readSigned())
    }
}

extension Money: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(minorUnits)
        writer.write(currency.rawValue)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        self.init(minorUnits: try reader.readSigned(), try reader.readCase())
    }
}

extension Fingerprint: Storable {
    package func write(to writer: inout RecordWriter) {
        for part in [first, second, third, fourth] { writer.write(word: part) }
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        self.init(
            try reader.readWord(), try reader.readWord(), try reader.readWord(), try reader.readWord())
    }
}

extension EmailAddress: Storable {
    package func write(to writer: inout RecordWriter) { writer.write(text) }
    package init(from reader: inout RecordReader) throws(Damaged) {
        let text = try reader.readText()
        // It is written in small letters, and so it is read.
        guard let address = EmailAddress(text), address.text == text else {
            throw Damaged("not a mail address")
        }
        self = address
    }
}

extension Viewer.Person: Storable {
    package func write(to writer: inout RecordWriter) {
        switch self {
        case .nobody: writer.write(0 as UInt8)
        case .system: writer.write(1 as UInt8)
        case .contact(let id):
            writer.write(2 as UInt8)
            writer.write(id)
        case .staff(let id):
            writer.write(3 as UInt8)
            writer.write(id)
        case .worker(let id):
            writer.write(4 as UInt8)
            writer.write(id)
        }
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        switch try reader.readByte() {
        case 0: self = .nobody
        case 1: self = .system
        case 2: self = .contact(try reader.read())
        case 3: self = .staff(try reader.read())
        case 4: self = .worker(try reader.read())
        default: throw Damaged("a person of an unknown kind")
        }
    }
}
