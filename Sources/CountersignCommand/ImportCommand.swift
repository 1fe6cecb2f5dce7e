import Formats
import Journal
import Portal
import Staffing
import Tenancy
import Unix

/// `countersign import`: reads files of the agency's other systems.
enum ImportCommand {
    static let grammar = Arguments.Grammar.common.adding(
        values: ["tenant", "mapping", "refused", "week"], flags: ["dry-run"], operands: 2...2)
    private static let largestFile = 16 << 20

    static func run(_ arguments: Arguments) async throws(Complaint) {
        let settings = try ServerSettings(arguments)
        let source = arguments.operands[1]
        switch arguments.operands[0] {
        case "timesheets":
            let job = Job(
                file: try read(source), mapping: try read(arguments.required("mapping")),
                slug: try arguments.required("tenant"), week: try week(arguments.required("week")),
                isDryRun: arguments.has("dry-run"), refusedPath: arguments["refused"])
            try await withInstallation(settings) { (installation) async throws(Complaint) in
                try await importTimesheets(job, installation)
            }
        case "setup":
            try await withInstallation(settings) { (installation) async throws(Complaint) in
                try await installation.takeOver { (name) throws(Complaint) in try read(source + "/" + name) }
            }
            Console.tell("The agency's files are taken over. The same files again change nothing.")
        default: throw .usage("import takes timesheets or setup.", next: "countersign import --help")
        }
    }

    private struct Job: Sendable {
        let file: [UInt8]
        let mapping: [UInt8]
        let slug: String
        let week: Day
        let isDryRun: Bool
        let refusedPath: String?
    }

    private static func importTimesheets(_ job: Job, _ installation: Installation) async throws(Complaint) {
        let tenant = try await installation.tenant(job.slug)
        let report: IntakeReport
        do throws(IntakeRefusal) {
            report = try await IntakeRun.importTimesheets(
                file: job.file, mapping: job.mapping, week: job.week, into: tenant, as: .system,
                dryRun: job.isDryRun, zones: installation.services.zones)
        } catch {
            throw Complaint(
                "Nothing was imported.", why: error.explanation,
                next: "Mend the file or its mapping and try again.")
        }
        for line in report.lines(English()) { Console.print(line) }
        guard let path = job.refusedPath else { return }
        do throws(Errno) { try WholeFile.write(report.refusedCSV(English()), to: path) } catch {
            throw Complaint(
                "The refused rows were not written to \(path).", why: error.description,
                next: "Name another file with --refused.")
        }
    }

    private static func read(_ path: String) throws(Complaint) -> [UInt8] {
        do throws(Errno) { return try WholeFile.read(path, atMost: largestFile) } catch {
            throw Complaint("\(path) cannot be read.", why: error.description, next: "Check the path.")
        }
    }

    private static func week(_ text: String) throws(Complaint) -> Day {
        guard let date = CivilDate(iso: text) else {
            throw .usage("--week is the first day of the workweek, such as 2026-11-09.")
        }
        return Day(number: date.days)
    }
}

extension Installation {
    /// Performs what the agency's five files ask for; `read` gives each by its name.
    func takeOver(_ read: (String) throws(Complaint) -> [UInt8]) async throws(Complaint) {
        let files: AgencyFiles
        do {
            files = try AgencyFiles(read)
        } catch let refusal as AgencyFileRefusal {
            throw Complaint(
                "Line \(refusal.line) of \(refusal.file) cannot be taken.", why: English().explain(refusal),
                next: "Mend that line and run the import again; what was taken before stays.")
        } catch let complaint as Complaint {
            throw complaint
        } catch {
            throw Complaint("The agency's files cannot be read.", why: "\(error)")
        }
        do throws(AgencyImportRefusal) {
            try await AgencyImport(agency: services.agency, tenants: services.tenants, as: .system).perform(
                files)
        } catch {
            switch error {
            case .file(let refusal):
                throw Complaint(
                    "Line \(refusal.line) of \(refusal.file) cannot be taken.",
                    why: English().explain(refusal), next: "Mend that line and run the import again.")
            case .notRecorded(let failure): throw folder.complaint(failure)
            }
        }
    }
}

extension IntakeRefusal {
    /// In the words that the pages use.
    var explanation: String {
        switch self {
        case .mapping(let refusal): English().explain(refusal)
        case .file(let refusal): English().explain(refusal)
        case .notRecorded(let failure): failure.explanation
        }
    }
}

extension IntakeReport {
    /// A line for each row that was refused or that somebody should look at, then the whole in numbers.
    func lines(_ say: any AgencySentences) -> [String] {
        var lines: [String] = []
        for row in intake.lines {
            switch row.verdict {
            case .accepted(let flags):
                for flag in flags { lines.append("line \(row.line): taken; \(say.explain(flag))") }
            case .refused(let refusal): lines.append("line \(row.line): refused; \(say.explain(refusal))")
            case .ignored(let reason): lines.append("line \(row.line): passed over; \(say.explain(reason))")
            }
        }
        let counts = counts
        lines.append(
            "\(isDryRun ? "would take" : "took") \(counts.accepted) of \(counts.rows) rows, refused "
                + "\(counts.refused), passed over \(counts.ignored)")
        lines.append(
            "sheets: \(counts.newSheets) new, \(counts.changedSheets) changed, \(counts.unchangedSheets) "
                + "unchanged, \(counts.refusedSheets) refused, \(counts.missingSheets) missing")
        return lines
    }
}
