package import Crypto
internal import Synchronization

/// Files that a tenant keeps, named after what is in them. Written and durable before the event that names
/// them.
///
/// Whoever uses it holds the store of that name open: an opening store clears away what was left unfinished.
package struct Documents: Sendable {
    private let disk: any Disk
    private let layout: StoreLayout

    /// Whose they are.
    var store: String { layout.name }

    /// The largest document, in bytes.
    package static let largest = 64 << 20

    /// Numbers the files that are being written, so that two writers of one document do not meet.
    private static let counter = Atomic<UInt64>(0)

    package init(disk: any Disk, store name: String) {
        self.disk = disk
        layout = StoreLayout(name: name)
    }

    /// Makes a document durable and returns its name. Blocks; writing the same bytes again changes nothing.
    package func write(_ bytes: [UInt8]) throws(StoreFailure) -> SHA256Digest {
        guard bytes.count <= Self.largest else { throw .tooLarge(bytes: bytes.count, limit: Self.largest) }
        let digest = Journal.digest(of: bytes)
        let place = Place(digest, layout)
        if (try? read(digest)) == nil { try create(bytes, at: place) }
        // Also for a document that was there: its writer may not have come this far.
        try concerning(place.file) { () throws(DiskFailure) in
            try disk.syncDirectory(layout.documents)
            try disk.syncDirectory(place.directory)
        }
        return digest
    }

    /// Reads a document and makes sure that it is what was written. Blocks.
    package func read(_ digest: SHA256Digest) throws(StoreFailure) -> [UInt8] {
        let name = Place(digest, layout).file
        let bytes: [UInt8]
        do throws(DiskFailure) {
            bytes = try disk.open(name, for: .read).readAll(atMost: Self.largest)
        } catch .missing {
            throw .missingDocument(digest)
        } catch {
            throw StoreFailure(error, on: name)
        }
        guard Journal.digest(of: bytes) == digest else { throw .damagedDocument(digest) }
        return bytes
    }

    /// Opens a document, having made sure that all of it is what was written. Blocks.
    package func open(_ digest: SHA256Digest) throws(StoreFailure) -> Document {
        let name = Place(digest, layout).file
        do throws(DiskFailure) {
            let file = try disk.open(name, for: .read)
            if let document = try Document(digest, in: file) { return document }
        } catch .missing {
            throw .missingDocument(digest)
        } catch {
            throw StoreFailure(error, on: name)
        }
        throw .damagedDocument(digest)
    }

    /// Takes a document away for good; one that is not there is no failure. Blocks.
    package func remove(_ digest: SHA256Digest) throws(StoreFailure) {
        let place = Place(digest, layout)
        do throws(DiskFailure) {
            try disk.remove(place.file)
            try disk.syncDirectory(place.directory)
        } catch .missing {
            return
        } catch {
            throw StoreFailure(error, on: place.file)
        }
    }

    private func create(_ bytes: [UInt8], at place: Place) throws(StoreFailure) {
        let number = Self.counter.wrappingAdd(1, ordering: .relaxed).newValue
        let temporary = "\(layout.incoming)/\(number)\(StoreLayout.temporarySuffix)"
        try concerning(place.file) { () throws(DiskFailure) in
            do throws(DiskFailure) {
                try disk.makeDirectory(place.directory)
            } catch .exists {}
            try disk.replace(place.file, in: place.directory, with: bytes, through: temporary)
        }
    }

    private struct Place {
        let directory: String
        let file: String

        init(_ digest: SHA256Digest, _ layout: StoreLayout) {
            let hex = digest.hex
            directory = "\(layout.documents)/\(hex.prefix(2))"
            file = "\(directory)/\(hex)"
        }
    }
}
