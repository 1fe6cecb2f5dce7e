import Access
import Crypto
import Formats
import Portal
import Unix

/// `countersign receipt`: checks a receipt of a decision, and gives out the key for it.
enum ReceiptCommand {
    static let grammar = Arguments.Grammar.common.adding(values: ["key"], flags: ["json"], operands: 1...2)

    private static let largestKey = 4_096

    static func run(_ arguments: Arguments) throws(Complaint) {
        switch (arguments.operands[0], arguments.operands.count) {
        case ("verify", 2): try verify(arguments.operands[1], arguments)
        case ("key", 1): Console.print(String(try ownKey(arguments).pem.dropLast()))
        default: throw .usage("There are “receipt verify FILE” and “receipt key”.")
        }
    }

    private static func verify(_ path: String, _ arguments: Arguments) throws(Complaint) {
        let receipt = try Self.receipt(in: path)
        let key = try Self.key(for: arguments)
        // Nothing that it says is looked at before its signature.
        guard receipt.signed.isSigned(by: key) else {
            throw Complaint(
                "NOT AS SIGNED: \(path) does not carry a signature by this key over what it says.",
                why: "It was changed after it was signed, or another installation signed it.",
                next: "Do not rely on it; ask for the receipt anew from the portal itself.")
        }
        let content: JSONValue
        do throws(ReceiptFile.Unreadable) { content = try receipt.content() } catch {
            throw unreadable(path, error)
        }
        if arguments.has("json") {
            return Console.print(String(decoding: receipt.signed.payload, as: UTF8.self))
        }
        Console.print("as signed, by key \(key.thumbprint)")
        for line in ReceiptLines(content).all { Console.print(line) }
    }

    private static func receipt(in path: String) throws(Complaint) -> ReceiptFile {
        let bytes = try read(path, atMost: ReceiptFile.mostBytes)
        do throws(ReceiptFile.Unreadable) { return try ReceiptFile(file: bytes) } catch {
            throw unreadable(path, error)
        }
    }

    private static func unreadable(_ path: String, _ trouble: ReceiptFile.Unreadable) -> Complaint {
        Complaint(
            "\(path) is no signed receipt.", why: trouble.explanation,
            next: "Give the file that the portal offers as “Signed file (JSON)”.")
    }

    private static func key(for arguments: Arguments) throws(Complaint) -> VerifyingKey {
        if let path = arguments["key"] { return try key(in: path) }
        return try ownKey(arguments)
    }

    private static func key(in path: String) throws(Complaint) -> VerifyingKey {
        let text = String(validating: try read(path, atMost: largestKey), as: UTF8.self) ?? ""
        guard let key = VerifyingKey(pem: text) else {
            throw Complaint(
                "\(path) is no public key of Ed25519.", why: "It does not begin and end as such a file does.",
                next: "“countersign receipt key” prints the right one, and the portal offers it.")
        }
        return key
    }

    private static func ownKey(_ arguments: Arguments) throws(Complaint) -> VerifyingKey {
        let settings = try ServerSettings(arguments)
        let folder = DataFolder(path: settings.data)
        guard folder.isPrepared, let key = try folder.knownKey() else {
            throw Complaint(
                "There is no installation with a key in \(settings.data).",
                next: "Name its folder with --data, or the public key with --key.")
        }
        return key.verifying
    }

    private static func read(_ path: String, atMost limit: Int) throws(Complaint) -> [UInt8] {
        do throws(Errno) { return try WholeFile.read(path, atMost: limit) } catch {
            throw Complaint("\(path) cannot be read.", why: "\(error).", next: "Check the name of the file.")
        }
    }
}

extension ReceiptFile.Unreadable {
    fileprivate var explanation: String {
        switch self {
        case .notJSON(let refusal): refusal.explanation
        case .noSignature: "Its members payload, protected and signature are not those of a signed file."
        case .noReceipt: "It is signed, but as something else than a receipt of Countersign."
        }
    }
}

/// A receipt in a few lines for people.
struct ReceiptLines {
    let all: [String]

    init(_ receipt: JSONValue) {
        let sheet = receipt["timesheet"]
        func text(_ value: JSONValue?) -> String { value?.string ?? "?" }
        func hours(_ value: JSONValue?) -> String {
            HoursStyle.hundredths.text(minutes: value?.integer ?? 0, language: .englishUS) + " h"
        }
        func entry(_ value: JSONValue) -> String {
            let more = ["reason", "words"].compactMap { value[$0]?.string }.map { ", “\($0)”" }.joined()
            return "\(text(value["at"]))  \(text(value["what"])) by \(text(value["by"]))\(more)"
        }
        var lines = [
            "agency     \(text(receipt["agency"]))", "client     \(text(receipt["client"]?["name"]))",
            "worker     \(text(sheet?["worker"])), \(text(sheet?["job"]))",
            "worksite   \(text(sheet?["worksite"]?["name"]))", "week from  \(text(sheet?["week"]))",
        ]
        for day in sheet?["days"]?.array ?? [] {
            lines.append("  \(text(day["day"]))  \(hours(day["total"]))")
        }
        lines.append("total      \(hours(sheet?["minutes"]?["total"]))")
        lines += (receipt["history"]?.array ?? []).map(entry)
        lines.append("decision   " + (receipt["decision"].map(entry) ?? "?"))
        all = lines
    }
}
