/// A body that stays where it is kept and is read piece by piece, as fast as the client takes it. What is
/// read has been checked: damage is told, never sent. An object, because the answer that holds it is handed
/// on many times.
package protocol StoredBody: AnyObject, Sendable {
    /// In bytes.
    var size: Int { get }

    /// Appends the beginning of a range, at least a byte of it, if nobody has to wait for a disk. Called on
    /// a loop's thread.
    func readAtOnce(_ range: Range<Int>, into buffer: inout [UInt8]) -> StoredPiece

    /// Reads the beginning of a range wherever that may take its time, and then calls `done`, from any
    /// thread; with nil if it cannot be read.
    func fetch(_ range: Range<Int>, _ done: @escaping @Sendable ([UInt8]?) -> Void)
}

/// What came of reading a piece.
package enum StoredPiece: Hashable, Sendable {
    /// So many bytes were appended.
    case read(Int)
    /// Nothing was: it is not in memory, `fetch` it.
    case mustBeFetched
    /// Nothing was, and nothing will be.
    case unreadable
}

/// As much of a stored body as an answer sends.
package struct StoredPart: Sendable {
    package let body: any StoredBody
    /// What has not been read yet.
    package private(set) var range: Range<Int>

    package init(_ body: any StoredBody) { self.init(body, 0..<body.size) }

    init(_ body: any StoredBody, _ range: Range<Int>) {
        self.body = body
        self.range = range
    }

    package mutating func advance(by count: Int) {
        range = min(range.lowerBound + count, range.upperBound)..<range.upperBound
    }
}
