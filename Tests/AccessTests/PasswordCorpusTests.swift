import Foundation
import Testing

@testable import Access

/// The public lists of passwords that people use, where they are at hand.
@Suite("Passwords of the public lists", .enabled(if: PasswordLists.areThere))
struct PasswordCorpusTests {
    /// What the rules catch without a list. It may rise, and must not fall.
    private static let leastRefused = 81

    @Test("of those that are long enough, the rules refuse at least as many as they did")
    func refused() throws {
        let long = try PasswordLists.entries().filter {
            PasswordRules.length.contains($0.unicodeScalars.count)
        }
        let refused = long.count { password in
            do throws(PasswordRefusal) {
                try PasswordRules.check(password, words: [])
                return false
            } catch {
                return true
            }
        }
        #expect(long.count >= 200)
        #expect(refused >= Self.leastRefused, "\(refused) of \(long.count)")
    }
}

private enum PasswordLists {
    private static let folder: URL = {
        let named = ProcessInfo.processInfo.environment["COUNTERSIGN_CORPORA"].map { URL(filePath: $0) }
        let beside = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../../shared/corpora")
        return (named ?? beside.standardized).appending(path: "common-passwords")
    }()
    private static let files = ["ignis-100K.txt", "zxcvbn-47k.txt"].map { folder.appending(path: $0) }

    static var areThere: Bool {
        let areThere = files.allSatisfy { FileManager.default.fileExists(atPath: $0.path()) }
        if !areThere { print("The corpus common-passwords is not here: set COUNTERSIGN_CORPORA.") }
        return areThere
    }

    static func entries() throws -> Set<String> {
        var all: Set<String> = []
        for file in files {
            let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            all.formUnion(text.split(whereSeparator: \.isNewline).map { $0.lowercased() })
        }
        return all
    }
}
