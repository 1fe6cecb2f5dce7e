import Foundation

/// A folder for the time of one measure, on the disk that is to be measured.
enum Folder {
    static func make() throws -> String {
        let place = ProcessInfo.processInfo.environment["MEASURE_FOLDER"] ?? NSTemporaryDirectory()
        let url = URL(filePath: place).appending(path: "countersign-measure-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return url.path()
    }

    /// Nothing hangs on whether it can be removed.
    static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }
}
