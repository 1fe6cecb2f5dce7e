import Formats

extension English {
    package var importHours: String { "Import hours" }
    package var importExplanation: String {
        """
        An export of the client's clock or payroll becomes timesheets. First you see row by row what \
        would happen; \
        nothing is written before you confirm it. The same file twice changes nothing.
        """
    }
    package var hoursFile: String { "Hours, as a CSV file" }
    package var hoursFileHint: String { "UTF-8, with column names in the first line, up to 4 MB." }
    package var hoursFileKept: String { "The file you sent is kept. Choose another one only to replace it." }
    package var hoursFileMissing: String { "Choose the CSV file with the hours." }
    package var hoursFileTooLarge: String { "The file is larger than 4 MB. Send one week at a time." }
    package var mappingFile: String { "Mapping, as a file" }
    package var mappingFileHint: String {
        "Says how this client's export is read. Leave it empty to use the text below."
    }
    package var mappingText: String { "Mapping, as text" }
    package var mappingTextHint: String { "Used when no mapping file is chosen." }
    package var mappingMissing: String {
        "Choose a mapping file, or paste its text. The templates below help."
    }
    package var mappingNotText: String { "The mapping is not a text in UTF-8." }
    package var importWeek: String { "Week" }
    package var importWeekHint: String { "Any day of the week that the file is for." }
    package var importWeekMissing: String { "Enter a day of the week that the file is for." }
    package var checkFile: String { "Check the file" }
    package var mappingTemplates: String { "Mapping templates" }
    package var mappingTemplatesHint: String {
        "Download the one that looks like your export, and write in your own column names."
    }
    package var dryRun: String { "What this import would do" }
    package var nothingWritten: String { "Nothing has been written yet." }
    package var importResult: String { "Imported" }
    package var importAnother: String { "Import another file" }
    package var refusedRowsFile: String { "Refused rows as CSV" }
    package var refusedRowsExplanation: String {
        """
        The file of refused rows says why each was refused. It also holds the other rows of the same \
        workers, so that \
        you can correct it and import it as it is.
        """
    }
    package var nothingToImport: String { "There is nothing in this file that would change anything." }
    package var rowsToLookAt: String { "Rows to look at" }
    package var sheetsThatChange: String { "Sheets that change, or cannot" }
    package var sheetsMissing: String { "Expected, but without hours" }

    package var importFigures: IntakeFigureWords {
        IntakeFigureWords(
            rows: "Rows", taken: "Taken", flagged: "To look at", refused: "Refused", ignored: "Ignored",
            newSheets: "New sheets", changed: "Changed", unchanged: "Same as before",
            sheetsRefused: "Cannot change",
            missing: "Missing", hours: "Hours")
    }

    package var importColumns: IntakeColumnWords {
        IntakeColumnWords(
            line: "Line", verdict: "Result", worker: "Worker", worksite: "Worksite", number: "Number",
            hours: "Hours", why: "Why", refused: "Refused", flagged: "Taken, look at it", changes: "Changes")
    }

    package func mappingTemplateName(_ layout: HoursMapping.Layout) -> String {
        switch layout {
        case .days: "A row for each worker, day and pay code"
        case .weeks: "A row for each worker and week"
        case .punches: "A row for each pair of punches"
        }
    }

    package func importedWeek(_ first: String, _ last: String) -> String { "Week of \(first) to \(last)" }
    package func rowsRefused(_ count: Int) -> String {
        count == 1 ? "1 row is refused" : "\(count) rows are refused"
    }
    package func sheetsRefused(_ count: Int) -> String {
        count == 1 ? "1 timesheet cannot change" : "\(count) timesheets cannot change"
    }
    package func importSheets(_ count: Int, hours: String) -> String {
        count == 1 ? "Import 1 timesheet · \(hours) h" : "Import \(count) timesheets · \(hours) h"
    }
    package func firstOf(_ shown: Int, _ count: Int) -> String { "The first \(shown) of \(count)" }
    package func imported(new: Int, changed: Int, unchanged: Int, refused: Int) -> String {
        let parts = [
            "\(new) \(new == 1 ? "timesheet is" : "timesheets are") new", "\(changed) changed",
            "\(unchanged) \(unchanged == 1 ? "was" : "were") there already", "\(refused) could not change",
        ]
        return parts.joined(separator: ", ") + "."
    }
    package func changesHours(from: String, to: String) -> String { "\(from) h before, \(to) h now" }
    package func importFailed(_ reason: String) -> String {
        "The import stopped: \(reason). What was recorded before stays; import the same file again "
            + "to complete it."
    }
}
