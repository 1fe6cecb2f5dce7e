/// A record with an identifier of its own kind.
public protocol Identified {
    var id: Identifier<Self> { get }
}

/// Records that are found by their identifier. None is ever taken away: what a client had, it keeps.
public struct RecordTable<Record: Identified> {
    /// Everything, in the order in which it came.
    public private(set) var values = RecordList<Record>()
    @usableFromInline var index = PlaceIndex()

    public init() {}

    /// Takes a list as it is, unless two of its records have one identifier: then the last one counts.
    package init(_ records: RecordList<Record>) {
        self.init()
        values = records
        index.reserve(records.count) { records[$0].id.rawValue }
        for place in records.indices {
            guard self.place(of: records[place].id) < 0 else {
                self = RecordTable(oneByOne: records)
                return
            }
            index.insert(place) { records[$0].id.rawValue }
        }
    }

    private init(oneByOne records: RecordList<Record>) {
        for record in records { insert(record) }
    }

    @inlinable public var count: Int { values.count }
    @inlinable public var isEmpty: Bool { values.isEmpty }

    package var keys: some Collection<Identifier<Record>> { values.lazy.map(\.id) }

    @inlinable public subscript(id: Identifier<Record>) -> Record? {
        let place = place(of: id)
        return place < 0 ? nil : values[place]
    }

    /// Adds a record, or puts it in the place of the one that has its identifier.
    package mutating func insert(_ record: Record) {
        let place = place(of: record.id)
        if place >= 0 { return values.change(place) { $0 = record } }
        values.append(record)
        let values = values
        index.insert(count - 1) { values[$0].id.rawValue }
    }

    /// Changes the record of that identifier, where there is one.
    package mutating func change(_ id: Identifier<Record>, _ body: (inout Record) -> Void) {
        let place = place(of: id)
        if place >= 0 { values.change(place, body) }
    }

    /// Where the record stands, or -1.
    @inlinable func place(of id: Identifier<Record>) -> Int {
        index.place(id.rawValue) { values[$0].id == id }
    }
}

extension RecordTable: Sendable where Record: Sendable {}
extension RecordTable: Equatable where Record: Equatable {
    public static func == (left: Self, right: Self) -> Bool { left.values == right.values }
}
