import Staffing
import Testing

@testable import Portal

/// All files of the demo, against what its generator says about each of their lines.
@Suite("Imports of the demo's files")
struct IntakeOracleTests {
    @Test("the oracle has all twenty-four files")
    func oracle() { #expect(ExpectedFile.all.count == 24) }

    @Test("every line gets its verdict, and no other line a remark", arguments: ExpectedFile.all)
    func remarks(file: ExpectedFile) throws {
        let intake = try intake(file)
        let found = try remarks(of: intake, try DemoFiles.state(file.tenant))
        let expected = Set(file.remarks.filter { !$0.isByRules })
        #expect(found.subtracting(expected).isEmpty)
        #expect(expected.subtracting(found).isEmpty)
    }

    @Test("every file comes to its figures", arguments: ExpectedFile.all)
    func figures(file: ExpectedFile) throws {
        let intake = try intake(file)
        let counts = IntakeReport(intake, intake.sheets.map { _ in .new }, isDryRun: true).counts
        let rules = Set(file.remarks.filter(\.isByRules).map(\.number))
        let state = try DemoFiles.state(file.tenant)
        func number(_ id: AssignmentID) throws -> String {
            try #require(state.assignments[id].flatMap { state.workers[$0.worker]?.number })
        }
        var unclean = Set(try intake.missing.map(number))
        for sheet in intake.sheets where sheet.isException { unclean.insert(try number(sheet.assignment)) }
        let sheets = Set(try (intake.sheets.map(\.assignment) + intake.missing).map(number))
        let found = [
            counts.rows, counts.accepted, counts.refused, counts.ignored, sheets.count,
            counts.missingSheets, unclean.union(rules).count, counts.minutes,
        ]
        #expect(found == file.figures)
        #expect(intake.sheets.reduce(0) { $0 + $1.minutes } == counts.minutes)
    }

    @Test("what rules must find afterwards is an exception of its sheet", arguments: ExpectedFile.all)
    func rules(file: ExpectedFile) throws {
        let remarks = file.remarks.filter(\.isByRules)
        guard !remarks.isEmpty else { return }
        var state = try DemoFiles.state(file.tenant)
        try state.take(try intake(file))
        for remark in remarks {
            let worker = try #require(state.worker(number: remark.number))
            let sheet = try #require(
                state.timesheets.values.first { $0.worker == worker.id && $0.week == file.week })
            let assignment = try #require(state.assignments[sheet.assignment])
            let found = TimesheetException.found(in: sheet, of: assignment)
            #expect(
                found.contains {
                    switch $0 {
                    case .overtime, .doubleTime: true
                    default: false
                    }
                })
        }
        let split = state.timesheets.values.filter { $0.ruling?.premiums.isEmpty == false }
        let numbers = Set(split.compactMap { state.workers[$0.worker]?.number })
        #expect(numbers == Set(remarks.map(\.number)), "the rules find nothing else")
        let hungry = state.timesheets.values.filter { $0.ruling?.missedBreaks.isEmpty == false }
        let reasons: Set = ["long-day", "clock-change"]
        let long = Set(file.remarks.filter { reasons.contains($0.code) }.map(\.number))
        #expect(
            hungry.allSatisfy { long.contains(state.workers[$0.worker]?.number ?? "") },
            "only who had one meal in thirteen hours, or whose clock went back before the meal")
    }

    @Test("the same file a second time changes nothing", arguments: ExpectedFile.all)
    func twice(file: ExpectedFile) throws {
        var state = try DemoFiles.state(file.tenant)
        let first = try intake(file)
        try state.take(first)
        let records = state.records
        let again = try Intake(
            try DemoFiles.bytes(file.name), mapping: try DemoFiles.mapping(file.tenant), week: file.week,
            state: state, zones: DemoFiles.zones)
        #expect(again.commands == first.commands)
        try state.take(again)
        #expect(state.records == records)
    }

    @Test("dates that can be read in two ways refuse the whole file, in any layout of the mapping")
    func ambiguous() throws {
        let week = try #require(Day(iso: "2026-10-05"))
        let state = try DemoFiles.state("northwind")
        #expect(
            throws: FileRefusal.ambiguousDates(line: 2, first: "MM/dd/yyyy", second: "dd/MM/yyyy")
        ) {
            try Intake(
                try DemoFiles.bytes("hours-ambiguous.csv"), mapping: try DemoFiles.mapping("ambiguous"),
                week: week, state: state, zones: DemoFiles.zones)
        }
    }

    /// Each file is read once for all tests.
    private static let intakes = Result {
        Dictionary(
            uniqueKeysWithValues: try ExpectedFile.all.map { file in
                let intake = try Intake(
                    try DemoFiles.bytes(file.name), mapping: try DemoFiles.mapping(file.tenant),
                    week: file.week, state: try DemoFiles.state(file.tenant), zones: DemoFiles.zones)
                return (file.name, intake)
            })
    }

    private func intake(_ file: ExpectedFile) throws -> Intake {
        try #require(try Self.intakes.get()[file.name])
    }

    private func remarks(of intake: Intake, _ state: TenantState) throws -> Set<ExpectedFile.Remark> {
        var found: Set<ExpectedFile.Remark> = []
        for line in intake.lines {
            let number = line.worker == nil ? "" : line.employee
            switch line.verdict {
            case .accepted(let flags):
                for flag in flags {
                    let verdict = flag.isException ? "flagged" : "accepted"
                    found.insert(.init(line: line.line, verdict: verdict, code: flag.code, number: number))
                }
            case .refused(let refusal):
                found.insert(
                    .init(line: line.line, verdict: "refused", code: refusal.code, number: number))
            case .ignored(let reason):
                found.insert(
                    .init(line: line.line, verdict: "ignored", code: reason.rawValue, number: ""))
            }
        }
        for id in intake.missing {
            let worker = try #require(state.assignments[id].flatMap { state.workers[$0.worker] })
            found.insert(.init(line: 0, verdict: "missing", code: "missing-sheet", number: worker.number))
        }
        return found
    }
}
