/// A record with an identifier of its own kind.
public protocol Identified {
    var id: Identifier<Self> { get }
}

/// Records that are found by their identifier. None is ever taken away: what a client had, it keeps.
///
/// Identifiers are numbers drawn by lot, so a multiplication spreads them well enough, and the table costs
/// four to eleven bytes a record beside the records themselves.
public struct RecordTable<Record: Identified> {
    /// Everything, in the order in which it came.
    public private(set) var values = RecordList<Record>()
    /// One more than a place in `values`, or zero; looked for from where the identifier points to.
    @usableFromInline var places: [UInt32] = []

    public init() {}

    /// Takes a list as it is, unless two of its records have one identifier: then the last one counts.
    package init(_ records: RecordList<Record>) {
        self.init()
        values = records
        grow(for: records.count)
        if values.indices.allSatisfy({ place(of: values[$0].id) == $0 }) { return }
        self = RecordTable()
        for record in records { insert(record) }
    }

    @inlinable public var count: Int { values.count }
    @inlinable public var isEmpty: Bool { values.isEmpty }

    package var keys: some Collection<Identifier<Record>> { values.lazy.map(\.id) }

    @inlinable public subscript(id: Identifier<Record>) -> Record? {
        let place = place(of: id)
        return place < 0 ? nil : values[place]
    }

    /// Makes room for so many more.
    package mutating func reserve(_ more: Int) {
        values.reserve(more)
        grow(for: count + more)
    }

    /// Adds a record, or puts it in the place of the one that has its identifier.
    package mutating func insert(_ record: Record) {
        let place = place(of: record.id)
        if place >= 0 { return values.change(place) { $0 = record } }
        grow(for: count + 1)
        values.append(record)
        point(to: count - 1)
    }

    /// Changes the record of that identifier, where there is one.
    package mutating func change(_ id: Identifier<Record>, _ body: (inout Record) -> Void) {
        let place = place(of: id)
        if place >= 0 { values.change(place, body) }
    }

    /// Where the record stands, or -1.
    @inlinable func place(of id: Identifier<Record>) -> Int {
        guard !places.isEmpty else { return -1 }
        var slot = slot(of: id)
        while places[slot] != 0 {
            let place = Int(places[slot]) - 1
            if values[place].id == id { return place }
            slot = (slot + 1) & (places.count - 1)
        }
        return -1
    }

    /// The upper half of the product depends on every bit of the number.
    @inlinable func slot(of id: Identifier<Record>) -> Int {
        Int(truncatingIfNeeded: (id.rawValue &* 0x9E37_79B9_7F4A_7C15) >> 32) & (places.count - 1)
    }

    /// A quarter stays empty at least, so that a search ends soon.
    private mutating func grow(for count: Int) {
        guard count * 4 > places.count * 3 else { return }
        var size = max(8, places.count)
        while count * 4 > size * 3 { size *= 2 }
        places = [UInt32](repeating: 0, count: size)
        for place in values.indices { point(to: place) }
    }

    private mutating func point(to place: Int) {
        var slot = slot(of: values[place].id)
        while places[slot] != 0 { slot = (slot + 1) & (places.count - 1) }
        places[slot] = UInt32(place) + 1
    }
}

extension RecordTable: Sendable where Record: Sendable {}
