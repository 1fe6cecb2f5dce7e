import Foundation

/// The public test data that tests read where it lies; none of it belongs to this repository.
enum Corpora {
    /// Named by COUNTERSIGN_CORPORA, or `../shared/corpora` beside the checkout.
    static let root: URL = {
        if let path = ProcessInfo.processInfo.environment["COUNTERSIGN_CORPORA"] {
            return URL(filePath: path, directoryHint: .isDirectory)
        }
        return URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../shared/corpora").standardized
    }()

    static func has(_ name: String) -> Bool {
        let exists = FileManager.default.fileExists(atPath: root.appending(path: name).path())
        if !exists { print("The corpus \(name) is missing: set COUNTERSIGN_CORPORA to run its tests.") }
        return exists
    }

    static func files(_ folder: String, suffix: String) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: root.appending(path: folder), includingPropertiesForKeys: nil
        )
        .filter { $0.lastPathComponent.hasSuffix(suffix) }
        .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    static func bytes(_ url: URL) throws -> [UInt8] { [UInt8](try Data(contentsOf: url)) }
}

/// A generator that gives the same numbers for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
