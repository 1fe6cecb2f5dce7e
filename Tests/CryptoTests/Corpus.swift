import Foundation
import Testing

/// The published test vectors, which are not part of this repository.
struct Corpus {
    let folder: URL

    /// `COUNTERSIGN_CORPORA`, or `shared/corpora` beside the checkout.
    static let found: Corpus? = {
        let checkout = URL(filePath: #filePath).appending(path: "../../..").standardized
        let named = ProcessInfo.processInfo.environment["COUNTERSIGN_CORPORA"].map { URL(filePath: $0) }
        let folder = named ?? checkout.appending(path: "../shared/corpora").standardized
        guard FileManager.default.fileExists(atPath: folder.appending(path: "wycheproof").path()) else {
            print("No published vectors at \(folder.path()): set COUNTERSIGN_CORPORA to run them.")
            return nil
        }
        return Corpus(folder: folder)
    }()

    static var isMissing: Bool { found == nil }

    func vectors<Group: Decodable>(_ file: String, of _: Group.Type) throws -> [Group] {
        let data = try Data(contentsOf: folder.appending(path: "wycheproof/\(file)"))
        return try JSONDecoder().decode(VectorFile<Group>.self, from: data).testGroups
    }
}

private struct VectorFile<Group: Decodable>: Decodable {
    let testGroups: [Group]
}

/// Codes of messages (HMAC), as the published files have them.
struct CodeGroup: Decodable {
    let tagSize: Int
    let tests: [Vector]

    struct Vector: Decodable {
        let tcId: Int
        let key: String
        let msg: String
        let tag: String
        let result: String
    }
}

/// Signatures under one key, whose form is each file's own.
struct SignatureGroup<Key: Decodable>: Decodable {
    let publicKey: Key
    let tests: [Vector]

    struct Vector: Decodable {
        let tcId: Int
        let msg: String
        let sig: String
        let result: String
    }
}
