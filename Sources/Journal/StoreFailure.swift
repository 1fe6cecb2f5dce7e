package import Crypto

/// Why a store refuses, in words for whoever runs it.
package enum StoreFailure: Error, Hashable, Sendable {
    /// Another process has the store open.
    case locked(store: String)
    /// The disk is full. Nothing was recorded; the same request may succeed when there is room again.
    case full
    /// More is waiting for the disk than may wait. Nothing was recorded.
    case busy
    case tooLarge(bytes: Int, limit: Int)
    /// Written, perhaps, but never confirmed: it may or may not be there after the store is opened again.
    case outcomeUnknown(because: String)
    /// An earlier write failed, so memory is ahead of the disk: only opening the store again helps.
    case stopped(because: String)
    case unknownFormat(file: String, found: String)
    /// The file belongs to another store.
    case foreign(file: String)
    case damaged(Damage)
    case missingEntries(from: UInt64, through: UInt64)
    /// Each entry is sound, yet somewhere among these is one that is not the one which was signed for.
    case rewritten(from: UInt64, through: UInt64)
    /// An entry or snapshot is sound, but its reader refused what it says.
    case unreadable(sequence: UInt64, because: String)
    case missingDocument(SHA256Digest)
    case damagedDocument(SHA256Digest)
    case disk(file: String, DiskFailure)
}

/// A place in a file that does not hold what was written there.
package struct Damage: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// A checksum does not match.
        case altered
        /// The checksum matches, yet the content cannot stand there.
        case misplaced
        /// Each part is sound, but the chain of hashes is not.
        case brokenChain
    }

    package let file: String
    /// Where in the file, in bytes.
    package let offset: Int
    /// The first entry that cannot be trusted.
    package let sequence: UInt64
    package let kind: Kind

    init(_ kind: Kind, in file: String, at offset: Int, sequence: UInt64) {
        self.kind = kind
        self.file = file
        self.offset = offset
        self.sequence = sequence
    }

    package var explanation: String {
        let what =
            switch kind {
            case .altered: "was altered after it was written"
            case .misplaced: "does not belong there"
            case .brokenChain: "breaks the chain of hashes"
            }
        return "\(file), byte \(offset), entry \(sequence) \(what)"
    }
}

extension StoreFailure {
    package var explanation: String {
        switch self {
        case .locked(let store): "\(store) is open in another process"
        case .full: "the disk is full; nothing was recorded"
        case .busy: "too much is waiting for the disk; nothing was recorded"
        case .tooLarge(let bytes, let limit): "\(bytes) bytes are more than the \(limit) allowed"
        case .outcomeUnknown(let reason): "it is unknown whether this was recorded: \(reason)"
        case .stopped(let reason): "the store has stopped until it is opened again: \(reason)"
        case .unknownFormat(let file, let found):
            "\(file) says \(found), which this version cannot read: a newer version wrote it, or damage"
        case .foreign(let file): "\(file) belongs to another store"
        case .damaged(let damage): damage.explanation
        case .missingEntries(let first, let last): "the entries \(first) to \(last) are missing"
        case .rewritten(let first, let last):
            "among the entries \(first) to \(last) is one that a signed checkpoint contradicts"
        case .unreadable(let sequence, let reason): "entry \(sequence) cannot be read: \(reason)"
        case .missingDocument(let digest): "document \(digest.hex) is missing"
        case .damagedDocument(let digest): "document \(digest.hex) was altered after it was written"
        case .disk(let file, let failure): "\(file): \(failure.explanation)"
        }
    }

    /// The first entry that cannot be trusted, where the failure says one.
    package var firstBad: UInt64? {
        switch self {
        case .damaged(let damage): damage.sequence
        case .missingEntries(let first, _), .rewritten(let first, _): first
        case .unreadable(let sequence, _): sequence
        case .locked, .full, .busy, .tooLarge, .outcomeUnknown, .stopped, .unknownFormat, .foreign,
            .missingDocument, .damagedDocument, .disk:
            nil
        }
    }

    init(_ failure: DiskFailure, on file: String) {
        self =
            switch failure {
            case .full: .full
            case .missing, .exists, .locked, .failed: .disk(file: file, failure)
            }
    }
}

/// Runs calls to the disk that are about one file, and says so when they fail.
func concerning<Result>(_ file: String, _ calls: () throws(DiskFailure) -> Result) throws(StoreFailure)
    -> Result
{
    do throws(DiskFailure) {
        return try calls()
    } catch {
        throw StoreFailure(error, on: file)
    }
}
