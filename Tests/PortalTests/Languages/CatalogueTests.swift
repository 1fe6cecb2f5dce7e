import Foundation
import Testing

/// Reads the catalogues as they are written, because no sentence may be English in both.
@Suite("The French catalogue")
struct CatalogueTests {
    /// The same word in both languages.
    private static let shared: Set<String> = [
        "Clients", "Code", "Signature", "Total", "Type",
    ]

    @Test("has no sentence that reads as the English one")
    func translated() throws {
        let english = try Self.texts("English"), french = try Self.texts("French")
        #expect(french.count > 300)
        for (name, words) in french {
            let same = words.intersection(english[name] ?? []).subtracting(Self.shared)
            #expect(same.isEmpty, "\(name): \(same.sorted())")
        }
    }

    @Test("sets no-break spaces where French has them, and a space before no other mark")
    func spaces() throws {
        for (file, text) in try Self.files("French") where file != "French.swift" {
            for line in text.split(separator: "\n") where !line.contains("///") {
                #expect(!line.contains("« ") && !line.contains(" »"), "\(file): \(line)")
                #expect(!line.contains(/[a-zéèêàç’»)] :[ \\]*$/), "\(file): \(line)")
                #expect(!line.contains(/\p{L} [;!?](["\s]|$)/) || line.contains(" ? "), "\(file): \(line)")
                #expect(!line.contains(/\p{L}'\p{L}/), "a straight apostrophe in \(file): \(line)")
            }
        }
    }

    private static func files(_ language: String) throws -> [(String, String)] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/Portal/Sentences")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return try names.filter { $0.hasPrefix(language) }.map {
            ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
        }
    }

    /// What each name says, wherever it occurs.
    private static func texts(_ language: String) throws -> [String: Set<String>] {
        var found: [String: Set<String>] = [:]
        for (_, text) in try files(language) {
            for match in text.matches(of: /(?:var|let) (\w+)(?:: String)? (?:=|\{)\s*"([^"]+)"/) {
                found[String(match.1), default: []].insert(String(match.2))
            }
        }
        return found
    }
}
