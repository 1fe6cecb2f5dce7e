package import Staffing

/// What an import did, or would do: the same for both, so that a dry run can be believed.
package struct IntakeReport: Sendable {
    package let intake: Intake
    /// One for each sheet of the intake, in its order.
    package let outcomes: [SheetOutcome]
    package let isDryRun: Bool
    private let refusals: [AssignmentID: TimesheetRefusal]

    init(_ intake: Intake, _ outcomes: [SheetOutcome], isDryRun: Bool) {
        self.intake = intake
        self.outcomes = outcomes
        self.isDryRun = isDryRun
        let refused = zip(intake.sheets, outcomes).compactMap { sheet, outcome in
            if case .refused(let reason) = outcome { (sheet.assignment, reason) } else { nil }
        }
        refusals = Dictionary(refused) { first, _ in first }
    }

    func refusal(of assignment: AssignmentID) -> TimesheetRefusal? { refusals[assignment] }

    /// The rows that were not taken, with why, and the other rows of their workers: ready to correct and
    /// import.
    package func refusedCSV(_ say: any AgencySentences) -> [UInt8] {
        RefusedFile(report: self, say: say).bytes
    }

    package var counts: IntakeCounts { IntakeCounts(self) }
}

/// What became of one sheet.
package enum SheetOutcome: Hashable, Sendable {
    case new
    /// The same hours were there before.
    case unchanged
    case changed(fromMinutes: Int)
    /// Nothing of the sheet was touched: it is approved, for instance.
    case refused(TimesheetRefusal)
}

/// An import in numbers.
package struct IntakeCounts: Hashable, Sendable {
    package var rows = 0
    /// Taken, flagged or not.
    package var accepted = 0
    package var flagged = 0
    package var refused = 0
    package var ignored = 0
    package var newSheets = 0
    package var changedSheets = 0
    package var unchangedSheets = 0
    package var refusedSheets = 0
    package var missingSheets = 0
    /// Of all rows that were taken.
    package var minutes = 0

    package init() {}

    fileprivate init(_ report: IntakeReport) {
        rows = report.intake.lines.count
        missingSheets = report.intake.missing.count
        for line in report.intake.lines {
            minutes += line.minutes
            switch line.verdict {
            case .accepted:
                accepted += 1
                if line.verdict.isFlagged { flagged += 1 }
            case .refused: refused += 1
            case .ignored: ignored += 1
            }
        }
        for outcome in report.outcomes {
            switch outcome {
            case .new: newSheets += 1
            case .changed: changedSheets += 1
            case .unchanged: unchangedSheets += 1
            case .refused: refusedSheets += 1
            }
        }
    }
}
