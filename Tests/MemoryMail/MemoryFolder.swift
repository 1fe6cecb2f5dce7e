import Locking
import Mail
package import Unix

/// A folder in memory that can stop taking anything.
package final class MemoryFolder: MailFolder {
    private let state = Lock(State())

    private struct State {
        var files: [String: [UInt8]] = [:]
        var isFull = false
    }

    package init(_ files: [String: [UInt8]] = [:]) { state.withLock { $0.files = files } }

    package var files: [String: [UInt8]] { state.withLock { $0.files } }

    package func fill(_ isFull: Bool = true) { state.withLock { $0.isFull = isFull } }

    package func names() throws(Errno) -> [String] { state.withLock { Array($0.files.keys) } }

    package func read(_ name: String) throws(Errno) -> [UInt8] {
        guard let bytes = files[name] else { throw .missing }
        return bytes
    }

    package func write(_ bytes: [UInt8], to name: String) throws(Errno) {
        let isFull = state.withLock { state in
            if !state.isFull { state.files[name] = bytes }
            return state.isFull
        }
        if isFull { throw .noSpace }
    }

    package func remove(_ name: String) throws(Errno) { state.withLock { $0.files[name] = nil } }
}
