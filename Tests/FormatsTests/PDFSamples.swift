import Formats
import Foundation
import Testing

/// The fonts of the repository.
enum PDFSamples {
    static let fonts: PDFFonts? = {
        guard let regular = font("Regular"), let bold = font("Bold") else { return nil }
        return PDFFonts(regular: regular, bold: bold)
    }()

    static func bytes(_ face: String) throws -> [UInt8] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
        return [UInt8](
            try Data(contentsOf: root.appending(path: "Resources/fonts/LiberationSans-\(face).ttf")))
    }

    private static func font(_ face: String) -> TrueTypeFont? {
        (try? bytes(face)).flatMap { try? TrueTypeFont($0) }
    }

    static func information(_ title: String) -> PDFInformation {
        PDFInformation(
            title: title, author: "Northwind Staffing", language: "en-US",
            created: PDFDate(year: 2026, month: 1, day: 31, hour: 9, minute: 30, offsetMinutes: -300))
    }

    /// A document of one page with the texts below each other.
    static func page(_ texts: [String], face: PDFFace = .regular) throws -> [UInt8] {
        var flow = PDFFlow(
            PDFDocument(paper: .letter, information: information("Sample"), fonts: try #require(fonts)))
        for text in texts { flow.text(text, PDFStyle(11, face)) }
        return try flow.finished()
    }
}

/// The programs that judge the files: package qpdf and package poppler-utils.
enum PDFTool: String, CaseIterable {
    case qpdf, pdftotext, pdfinfo, pdffonts, pdftoppm, pdfdetach

    var path: String { "/usr/bin/\(rawValue)" }

    /// Says once which programs are missing; the tests that need them are then disabled.
    static let allThere: Bool = {
        let missing = allCases.filter { !FileManager.default.isExecutableFile(atPath: $0.path) }
        for tool in missing { print("PDF tests: \(tool.path) is missing (packages qpdf, poppler-utils)") }
        return missing.isEmpty
    }()

    /// Runs the program on a file; `FILE` among the arguments stands for it.
    func run(_ arguments: [String], on pdf: [UInt8]) throws -> (status: Int32, output: String) {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).pdf")
        try Data(pdf).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments.map { $0 == "FILE" ? file.path() : $0 }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}
