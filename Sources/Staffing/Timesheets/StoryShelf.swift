/// The stories of a client's sheets, some in one stretch of bytes, each behind its length.
///
/// As in `RecordList` a copy shares every piece until one of them changes it.
package struct StoryShelf: Hashable, Sendable {
    package private(set) var pieces: [Piece] = []
    package private(set) var count = 0

    static let pieceSize = 48
    /// Most stories are so short that their length is one byte.
    private static let longestInByte = 0x7f

    package struct Piece: Hashable, Sendable {
        /// From which the first moment of each story is counted.
        package let base: Moment
        package fileprivate(set) var bytes: [UInt8]

        package init(base: Moment, bytes: [UInt8]) {
            self.base = base
            self.bytes = bytes
        }
    }

    init() {}

    /// What a snapshot kept; nothing where it is not exactly so many stories.
    init?(_ pieces: [Piece], count: Int) {
        guard pieces.count == (count + Self.pieceSize - 1) / Self.pieceSize else { return nil }
        for (place, piece) in pieces.enumerated() {
            var reader = PackedReader(piece.bytes, in: piece.bytes.indices)
            for _ in 0..<min(Self.pieceSize, count - place * Self.pieceSize) {
                guard reader.readStretch() != nil else { return nil }
            }
            guard reader.isAtEnd else { return nil }
        }
        self.pieces = pieces
        self.count = count
    }

    subscript(place: Int) -> SheetStory {
        let piece = pieces[place / Self.pieceSize]
        let range = piece.stretch(place % Self.pieceSize).story
        return SheetStory(bytes: piece.bytes, range: range, base: piece.base)
    }

    /// All of them, which is much faster than one after the other by their places.
    func forEach(_ body: (Int, SheetStory) -> Void) {
        var place = 0
        for piece in pieces {
            var reader = PackedReader(piece.bytes, in: piece.bytes.indices)
            while let range = reader.readStretch() {
                body(place, SheetStory(bytes: piece.bytes, range: range, base: piece.base))
                place += 1
            }
        }
    }

    /// The moment from which the next new story counts.
    func base(ofNextAt moment: Moment) -> Moment {
        count % Self.pieceSize == 0 ? moment : pieces[pieces.count - 1].base
    }

    mutating func append(_ story: [UInt8], at moment: Moment) {
        if count % Self.pieceSize == 0 { pieces.append(Piece(base: moment, bytes: [])) }
        pieces[pieces.count - 1].bytes.append(contentsOf: Self.length(story.count))
        pieces[pieces.count - 1].bytes.append(contentsOf: story)
        count += 1
    }

    mutating func replace(_ place: Int, with story: [UInt8]) {
        let piece = place / Self.pieceSize
        let (head, old) = pieces[piece].stretch(place % Self.pieceSize)
        pieces[piece].bytes.replaceSubrange(
            head..<old.upperBound, with: Self.length(story.count) + story)
    }

    /// Adds to the end of a story.
    mutating func extend(_ place: Int, with deed: [UInt8]) {
        let piece = place / Self.pieceSize
        let (head, old) = pieces[piece].stretch(place % Self.pieceSize)
        pieces[piece].bytes.insert(contentsOf: deed, at: old.upperBound)
        let length = old.count + deed.count
        if length <= Self.longestInByte {
            pieces[piece].bytes[head] = UInt8(length)
        } else {
            pieces[piece].bytes.replaceSubrange(head..<old.lowerBound, with: Self.length(length))
        }
    }

    private static func length(_ count: Int) -> [UInt8] {
        var writer = PackedWriter()
        writer.write(UInt64(count))
        return writer.bytes
    }
}

extension StoryShelf.Piece {
    /// Where a story's length begins, and the story itself.
    fileprivate func stretch(_ place: Int) -> (head: Int, story: Range<Int>) {
        var reader = PackedReader(bytes, in: bytes.indices)
        var head = 0
        var story = 0..<0
        for _ in 0...place {
            head = reader.position
            story = reader.readStretch() ?? head..<head
        }
        return (head, story)
    }
}
