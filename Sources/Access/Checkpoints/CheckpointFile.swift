package import Crypto
package import Journal
package import Staffing

/// The checkpoints of one hour (by UTC), one note behind the other. The first names every chain that the
/// server knows of, the others those that have changed since: so the newest files alone say how far each had
/// come.
struct CheckpointFile: Sendable {
    let name: String
    private(set) var text: String

    static let suffix = ".checkpoints"
    static let largest = 256 << 20

    init(at moment: Moment) {
        name = Self.name(at: moment)
        text = ""
    }

    init(name: String, text: String) {
        self.name = name
        self.text = text
    }

    /// Such as `2026-11-21T13.checkpoints`; the order of the names is that of the hours.
    static func name(at moment: Moment) -> String { moment.iso.prefix(13) + suffix }

    var isEmpty: Bool { text.isEmpty }
    var bytes: [UInt8] { Array(text.utf8) }

    mutating func append(_ note: String) { text += (text.isEmpty ? "" : "\n") + note }

    /// Texts and signatures stand in turn, an empty line behind each. Nil for each note that the key did not
    /// sign.
    func checkpoints(by key: VerifyingKey) -> [Checkpoint?] {
        var parts: [[Substring]] = [[]]
        for line in text[...].parts(between: "\n") {
            if line.isEmpty { parts.append([]) } else { parts[parts.count - 1].append(line) }
        }
        if parts.last == [] { parts.removeLast() }
        return stride(from: 0, to: parts.count, by: 2).map { place in
            guard place + 1 < parts.count, parts[place + 1].count == 1 else { return nil }
            let text = parts[place].map { $0 + "\n" }.joined()
            return Checkpoint(text: text, signature: String(parts[place + 1][0]), by: key)
        }
    }
}

/// All checkpoints in a folder, as far as the installation's key signed them.
package struct CheckpointRecords: Sendable {
    package private(set) var checkpoints: [Checkpoint] = []
    /// Files and places in them that hold no checkpoint of this installation.
    package private(set) var faults: [String] = []

    package init() {}

    /// The newest `newest` files of a folder, or all. A folder that is not there holds none. Blocks.
    package init(in folder: String, of disk: any Disk, by key: VerifyingKey, newest: Int = .max) {
        let names = ((try? disk.list(folder)) ?? []).filter { $0.hasSuffix(CheckpointFile.suffix) }.sorted()
        for name in names.suffix(newest) {
            let bytes = try? disk.open(folder == "." ? name : "\(folder)/\(name)", for: .read)
                .readAll(atMost: CheckpointFile.largest)
            guard let bytes, let text = String(validating: bytes, as: UTF8.self) else {
                faults.append("\(name) cannot be read")
                continue
            }
            take(CheckpointFile(name: name, text: text), key)
        }
    }

    private mutating func take(_ file: CheckpointFile, _ key: VerifyingKey) {
        for (place, checkpoint) in file.checkpoints(by: key).enumerated() {
            if let checkpoint {
                checkpoints.append(checkpoint)
            } else {
                faults.append("checkpoint \(place + 1) of \(file.name) is not one that this key signed")
            }
        }
    }

    package mutating func add(_ other: CheckpointRecords) {
        checkpoints += other.checkpoints
        faults += other.faults
    }

    package var newest: Moment? { checkpoints.map(\.at).max() }

    /// Everything that was signed for about one store.
    package func marks(of store: String) -> [StoreMark] {
        Array(Set(checkpoints.compactMap { $0.marks[store] }))
    }

    package var stores: Set<String> { Set(checkpoints.flatMap(\.marks.keys)) }

    /// How far each had come at last.
    var latest: [String: StoreMark] {
        var latest: [String: StoreMark] = [:]
        for checkpoint in checkpoints {
            latest.merge(checkpoint.marks) { $0.sequence > $1.sequence ? $0 : $1 }
        }
        return latest
    }
}
