package import Journal
package import Staffing

extension Unit: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(id)
        writer.write(kind.rawValue)
        writer.write(code)
        writer.write(name)
        writer.write(isRetired ? 1 as UInt8 : 0)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        self.init(
            id: try reader.read(), kind: try reader.readCase(), code: try reader.readText(),
            name: try reader.readText(), isRetired: try reader.readFlag())
    }
}

/// Where a grant holds is a byte and perhaps a number. The first grants knew the client and worksites only;
/// theirs read as they always did.
extension Grant: Storable {
    private enum Shape {
        static let tenant: UInt8 = 0
        static let worksite: UInt8 = 1
        static let unit: UInt8 = 2
        /// Beside one of these: a limit stands behind the dates.
        static let limited: UInt8 = 4
    }

    package func write(to writer: inout RecordWriter) {
        writer.write(id)
        writer.write(role.rawValue)
        let limited = limit == nil ? 0 : Shape.limited
        switch node {
        case .tenant: writer.write(Shape.tenant | limited)
        case .worksite(let worksite):
            writer.write(Shape.worksite | limited)
            writer.write(worksite)
        case .unit(let unit):
            writer.write(Shape.unit | limited)
            writer.write(unit)
        }
        writer.write(days)
        if let limit { writer.write(limit) }
    }

    package init(from reader: inout RecordReader) throws(Damaged) {
        let id: GrantID = try reader.read()
        let role: Role = try reader.readCase()
        let shape = try reader.readByte()
        let node: Node
        switch shape & ~Shape.limited {
        case Shape.tenant: node = .tenant
        case Shape.worksite: node = .worksite(try reader.read())
        case Shape.unit: node = .unit(try reader.read())
        default: throw Damaged("a grant at an unknown kind of place")
        }
        let days: DayRange = try reader.read()
        let limit: ApprovalLimit? = shape & Shape.limited == 0 ? nil : try reader.read()
        self.init(id: id, role: role, node: node, days: days, limit: limit)
    }
}

extension ApprovalLimit: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(minutes ?? -1)
        writer.write(amount ?? -1)
    }
    package init(from reader: inout RecordReader) throws(Damaged) {
        let minutes = try reader.readInt(in: -1...Self.mostMinutes)
        let amount = try reader.readSigned()
        guard (-1...Self.mostAmount).contains(amount),
            let limit = ApprovalLimit(
                minutes: minutes < 0 ? nil : minutes, amount: amount < 0 ? nil : amount)
        else { throw Damaged("a limit that limits nothing") }
        self = limit
    }
}

extension RecordReader {
    /// A claim that is true or not, in one spelling each.
    mutating func readFlag() throws(Damaged) -> Bool {
        switch try readByte() {
        case 0: return false
        case 1: return true
        default: throw Damaged("neither true nor false")
        }
    }
}

/// Where an assignment stands besides its worksite. A snapshot keeps it apart: most assignments have none.
struct StoredPlacement: Storable {
    let assignment: AssignmentID
    let department: UnitID?
    let costCenter: UnitID?

    init?(_ assignment: Assignment) {
        guard assignment.department != nil || assignment.costCenter != nil else { return nil }
        self.assignment = assignment.id
        department = assignment.department
        costCenter = assignment.costCenter
    }

    func write(to writer: inout RecordWriter) {
        writer.write(assignment)
        writer.write(department)
        writer.write(costCenter)
    }

    init(from reader: inout RecordReader) throws(Damaged) {
        assignment = try reader.read()
        department = try reader.readOptional()
        costCenter = try reader.readOptional()
    }
}
