package import Crypto
internal import Locking

/// The documents that were asked for lately, open, so that the next who asks need not wait for a disk.
package final class DocumentShelf: Sendable {
    private let places = Lock(Places())

    /// Each keeps a descriptor. Who was not asked for longest gives way.
    package static let capacity = 64

    private struct Name: Hashable {
        let store: String
        let digest: SHA256Digest
    }

    private struct Places {
        var documents: [Name: (document: Document, lastUse: UInt64)] = [:]
        var uses: UInt64 = 0

        mutating func find(_ name: Name) -> Document? {
            uses += 1
            documents[name]?.lastUse = uses
            return documents[name]?.document
        }

        /// Returns who has to go, to be closed outside the lock.
        mutating func add(_ document: Document, as name: Name) -> Document? {
            uses += 1
            documents[name] = (document, uses)
            guard documents.count > DocumentShelf.capacity,
                let oldest = documents.min(by: { $0.value.lastUse < $1.value.lastUse })
            else { return nil }
            return documents.removeValue(forKey: oldest.key)?.document
        }

        mutating func remove(_ name: Name) -> Document? { documents.removeValue(forKey: name)?.document }
    }

    package init() {}

    /// The document, if it is here and nobody touched its file meanwhile. Never waits for a disk.
    package func find(_ digest: SHA256Digest, in documents: Documents) -> Document? {
        let name = Name(store: documents.store, digest: digest)
        guard let document = places.withLock({ $0.find(name) }) else { return nil }
        if document.isUntouched { return document }
        remove(digest, in: documents)
        return nil
    }

    /// Opens a document and keeps it open. Blocks.
    package func open(_ digest: SHA256Digest, in documents: Documents) throws(StoreFailure) -> Document {
        let document = try documents.open(digest)
        let name = Name(store: documents.store, digest: digest)
        _ = places.withLock { $0.add(document, as: name) }
        return document
    }

    /// Lets go of a document that can no longer be read; who asks for it next is told what is wrong with it.
    package func remove(_ digest: SHA256Digest, in documents: Documents) {
        let name = Name(store: documents.store, digest: digest)
        _ = places.withLock { $0.remove(name) }
    }
}
