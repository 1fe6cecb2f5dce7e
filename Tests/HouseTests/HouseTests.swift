import Foundation
import Testing

/// The rules of the house that a compiler does not check.
@Suite("House rules")
struct HouseTests {
    private let files = SourceFile.all()

    @Test("files and lines stay short")
    func sizes() {
        for file in files {
            #expect(file.lines.count <= 300, "\(file.path) has \(file.lines.count) lines")
            for (number, line) in file.numberedLines where line.count > 110 {
                Issue.record("\(file.path):\(number) is \(line.count) columns wide")
            }
        }
    }

    @Test("functions fit on a screen")
    func functions() {
        for file in files {
            for function in file.functions where function.length > 50 {
                Issue.record("\(file.path):\(function.line) is \(function.length) lines long")
            }
        }
    }

    @Test("a module imports only what it is allowed", arguments: Module.graph)
    func imports(module: Module) {
        for file in files where file.module == module.name {
            let strangers = file.imports.subtracting(module.imports)
            #expect(strangers.isEmpty, "\(file.path) imports \(strangers.sorted())")
        }
    }

    @Test("a lock is one that the thread sanitizer sees")
    func locks() {
        for file in files where file.module != "Locking" {
            for (number, line) in file.numberedLines where line.contains(/\bMutex\b/) {
                Issue.record("\(file.path):\(number) uses Mutex; Locking has Lock")
            }
        }
    }

    @Test("a lock holds a function only inside a structure")
    func lockedFunctions() {
        for file in files {
            for (number, line) in file.numberedLines where line.contains(/\bLock<\(.*->/) {
                Issue.record("\(file.path):\(number) has a bare function in a lock; see Lock")
            }
        }
    }

    @Test(
        "nothing is promised to the compiler in vain",
        arguments: ["@unchecked", "nonisolated(unsafe)", "try!", "TODO"])
    func bannedWords(word: String) {
        for file in files {
            for (number, line) in file.numberedLines where line.contains(word) {
                Issue.record("\(file.path):\(number) says \(word)")
            }
        }
    }
}

extension HouseTests {
    /// What leaves the executors that it was given cannot be replayed by the simulation. The command line starts
    /// and ends the process, so it may.
    @Test("work runs where it is told to")
    func scheduling() {
        for file in files where file.module != "CountersignCommand" {
            for (number, line) in file.numberedLines
            where line.contains(#/\bTask(\.detached)?( @\w+)?\s*(\{|\(\))|\bTask\.(detached|sleep)/#) {
                Issue.record("\(file.path):\(number) starts or delays a task on no executor of ours")
            }
        }
    }
}

struct Module: Sendable, CustomTestStringConvertible {
    let name: String
    let imports: Set<String>
    var testDescription: String { name }

    /// Platform modules each layer may use, beside its declared neighbours.
    static let graph: [Module] = [
        Module(name: "Locking", imports: ["Synchronization"]),
        Module(name: "Unix", imports: ["CLinux", "Glibc", "Locking"]),
        Module(name: "Reactor", imports: ["Glibc", "Synchronization", "Unix", "Locking"]),
        Module(name: "Crypto", imports: ["COpenSSL", "Synchronization"]),
        Module(name: "TLS", imports: ["COpenSSL", "Locking"]),
        Module(name: "HTTP", imports: []),
        Module(name: "Markup", imports: []),
        Module(name: "Formats", imports: []),
        Module(name: "Journal", imports: ["Unix", "Crypto", "Synchronization", "Locking"]),
        Module(name: "Mail", imports: ["Crypto", "Formats", "TLS", "Unix", "Locking"]),
        Module(name: "Telemetry", imports: ["Synchronization", "Locking"]),
        Module(name: "Staffing", imports: []),
        Module(name: "TimeRules", imports: ["Staffing", "Formats"]),
        Module(name: "Tenancy", imports: ["Staffing", "Journal", "Telemetry", "Locking"]),
        Module(name: "WebAuthn", imports: ["Crypto", "Formats"]),
        Module(
            name: "Access", imports: ["Staffing", "Crypto", "WebAuthn", "Journal", "Formats", "Locking"]),
        Module(
            name: "Gateway",
            imports: ["Unix", "Reactor", "TLS", "HTTP", "Telemetry", "Locking"]),
        Module(
            name: "Portal",
            imports: [
                "Staffing", "TimeRules", "Tenancy", "Access", "WebAuthn", "Journal", "Mail", "Crypto",
                "HTTP", "Markup", "Formats",
                "Locking",
            ]),
    ]
}

struct SourceFile: Sendable {
    let path: String
    let lines: [Substring]

    var module: String { String(path.split(separator: "/")[1]) }
    var numberedLines: some Sequence<(Int, Substring)> { zip(1..., lines) }

    var imports: Set<String> {
        Set(
            lines.compactMap {
                $0.firstMatch(of: /^(?:package |public |@testable )?import (\w+)/).map { String($0.1) }
            })
    }

    var functions: [(line: Int, length: Int)] {
        lines.indices.compactMap { start in
            guard let match = lines[start].firstMatch(of: /^( *)[^\/]*\b(?:func|init)\b.*$/) else {
                return nil
            }
            // A function on one line has no closing line of its own.
            if lines[start].hasSuffix("}") { return nil }
            let closing = match.1 + "}"
            guard let end = lines[start...].firstIndex(where: { $0 == closing }) else { return nil }
            return (start + 1, end - start + 1)
        }
    }

    static func all() -> [SourceFile] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
        let walker = FileManager.default.enumerator(
            at: root.appending(path: "Sources"), includingPropertiesForKeys: nil)
        return (walker?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }.compactMap {
            url in
            guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
            let path = url.path().dropFirst(root.path().count)
            return SourceFile(
                path: String(path), lines: text.split(separator: "\n", omittingEmptySubsequences: false))
        }
    }
}
