/// Records in the order in which they came, in pieces of bounded size.
///
/// A copy shares all pieces, and a change afterwards copies the one that it touches: so a snapshot can be
/// written from a copy while the client goes on, whatever its size. Public and inlinable for speed alone: the
/// compiler carries only that from one module into another.
public struct RecordList<Record> {
    @usableFromInline var pieces: [[Record]] = []
    public private(set) var count = 0

    @usableFromInline static var pieceSize: Int { 64 }

    public init() {}

    /// So many records, each made for its place; every piece is made once, as large as it will be.
    package init<Failure: Error>(count: Int, _ record: (Int) throws(Failure) -> Record) throws(Failure) {
        pieces.reserveCapacity((count + Self.pieceSize - 1) / Self.pieceSize)
        while self.count < count {
            let size = Swift.min(Self.pieceSize, count - self.count)
            var piece: [Record] = []
            piece.reserveCapacity(size)
            for place in self.count..<self.count + size { piece.append(try record(place)) }
            pieces.append(piece)
            self.count += size
        }
    }

    package init(_ records: [Record]) {
        self.init(count: records.count) { records[$0] }
    }

    package mutating func append(_ record: Record) {
        if count % Self.pieceSize == 0 { pieces.append([]) }
        pieces[pieces.count - 1].append(record)
        count += 1
    }

    /// Changes one record where it stands.
    package mutating func change(_ place: Int, _ body: (inout Record) -> Void) {
        body(&pieces[place / Self.pieceSize][place % Self.pieceSize])
    }
}

extension RecordList: RandomAccessCollection {
    @inlinable public var startIndex: Int { 0 }
    @inlinable public var endIndex: Int { count }

    @inlinable public subscript(place: Int) -> Record {
        pieces[place / Self.pieceSize][place % Self.pieceSize]
    }
}

extension RecordList: Sendable where Record: Sendable {}
extension RecordList: Equatable where Record: Equatable {}
extension RecordList: Hashable where Record: Hashable {}
