package import Staffing

/// The words around an import of hours: its rows, its sheets, its files.
package protocol IntakeSentences: IntakePageSentences {
    func explain(_ refusal: RowRefusal) -> String
    func explain(_ flag: RowFlag) -> String
    func explain(_ ignored: RowIgnored) -> String
    func explain(_ refusal: FileRefusal) -> String
    func explain(_ refusal: MappingRefusal) -> String
    func explain(_ refusal: AgencyFileRefusal) -> String
    /// Why a sheet was left as it is.
    func whyNotReceived(_ refusal: TimesheetRefusal) -> String
    /// A mapping to start from, with its comments.
    func mappingTemplate(_ layout: HoursMapping.Layout) -> String
}

/// The words of the pages on which hours are imported.
package protocol IntakePageSentences {
    var importHours: String { get }
    var importExplanation: String { get }
    var hoursFile: String { get }
    var hoursFileHint: String { get }
    var hoursFileKept: String { get }
    var hoursFileMissing: String { get }
    var hoursFileTooLarge: String { get }
    var mappingFile: String { get }
    var mappingFileHint: String { get }
    var mappingText: String { get }
    var mappingTextHint: String { get }
    var mappingMissing: String { get }
    var mappingNotText: String { get }
    var importWeek: String { get }
    var importWeekHint: String { get }
    var importWeekMissing: String { get }
    var checkFile: String { get }
    var mappingTemplates: String { get }
    var mappingTemplatesHint: String { get }
    var dryRun: String { get }
    var nothingWritten: String { get }
    var importResult: String { get }
    var importAnother: String { get }
    var refusedRowsFile: String { get }
    var refusedRowsExplanation: String { get }
    var nothingToImport: String { get }
    var rowsToLookAt: String { get }
    var sheetsThatChange: String { get }
    var sheetsMissing: String { get }
    var importFigures: IntakeFigureWords { get }
    var importColumns: IntakeColumnWords { get }

    func mappingTemplateName(_ layout: HoursMapping.Layout) -> String
    func importedWeek(_ first: String, _ last: String) -> String
    func rowsRefused(_ count: Int) -> String
    func sheetsRefused(_ count: Int) -> String
    func importSheets(_ count: Int, hours: String) -> String
    func firstOf(_ shown: Int, _ count: Int) -> String
    func imported(new: Int, changed: Int, unchanged: Int, refused: Int) -> String
    func changesHours(from: String, to: String) -> String
    func importFailed(_ reason: String) -> String
}

/// What stands beside the numbers of an import.
package struct IntakeFigureWords: Sendable {
    package let rows, taken, flagged, refused, ignored: String
    package let newSheets, changed, unchanged, sheetsRefused, missing, hours: String
}

/// The heads of the columns in an import's tables, and the words in their cells.
package struct IntakeColumnWords: Sendable {
    package let line, verdict, worker, worksite, number, hours, why: String
    package let refused, flagged, changes: String
}
