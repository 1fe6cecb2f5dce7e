import Cast
import Foundation
import Portal
import Staffing
import Tenancy
import Testing

/// Approves and invoices a test company's hours, through the same commands and forms as people do.
extension TestCompany {
    /// Approves every waiting sheet as the approver of the whole client.
    func approveAll(at slug: String) async throws {
        let tenant = try await house.tenant(slug)
        let state = await tenant.state
        for sheet in state.timesheets.values.filter(\.isWaiting) { try await approve(sheet.id, at: slug) }
    }

    func approve(_ id: TimesheetID, at slug: String) async throws {
        let tenant = try await house.tenant(slug)
        let sheet = try #require(await tenant.state.timesheets[id])
        try await tenant.perform(
            .approve(id, seen: sheet.fingerprint.short), for: try await approver(at: slug))
    }

    func approver(at slug: String) async throws -> Caller {
        let address = try #require(EmailAddress("approver-all@\(slug).example"))
        let contact = try #require(await house.tenant(slug).state.contact(email: address))
        return Caller(viewer: .contact(contact), request: 1)
    }

    var press: InvoicePress {
        InvoicePress(
            agencyName: "Meridian Staffing", fonts: house.services.fonts, run: house.services.runBlocking)
    }

    /// Approves and invoices everything.
    @discardableResult
    func invoiceAll(at slug: String) async throws -> [Invoice] {
        try await approveAll(at: slug)
        let outcome = try await InvoiceRun.issue(
            through: Self.week, in: try await house.tenant(slug), for: .system, with: press)
        #expect(outcome.failure == nil && outcome.leftOut.isEmpty && outcome.remaining == 0)
        return outcome.issued
    }
}

extension Invoice {
    var path: String { "/invoices/" + id.pathText }
}

/// The programs that judge the files: package qpdf and package poppler-utils.
enum PDFJudge: String, CaseIterable {
    case qpdf, pdftotext

    /// Says which programs are missing; the tests that need them are then disabled.
    static let areThere: Bool = {
        let missing = allCases.filter { !FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)") }
        for tool in missing { print("Invoice tests: \(tool) is missing (packages qpdf, poppler-utils)") }
        return missing.isEmpty
    }()

    /// Runs the program on a file; `FILE` among the arguments stands for it.
    func run(_ arguments: [String], on pdf: [UInt8]) throws -> (status: Int32, output: String) {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).pdf")
        try Data(pdf).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/\(rawValue)")
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
