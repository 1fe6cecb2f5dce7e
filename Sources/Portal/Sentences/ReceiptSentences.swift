package import Staffing

package protocol ReceiptSentences {
    var ofReceipts: any ReceiptWords { get }
}

/// What the proof of a decision says, on its page and on paper.
package protocol ReceiptWords: Sendable {
    /// The link at a timesheet.
    var receipt: String { get }
    var explanation: String { get }
    var paper: String { get }
    var file: String { get }
    var fileTitle: String { get }
    var client: String { get }
    var agency: String { get }
    var worker: String { get }
    var decided: String { get }
    var content: String { get }
    var checking: String { get }
    var checkingExplanation: String { get }
    var checkingByProgram: String { get }
    var checkingByOpenSSL: String { get }
    var key: String { get }
    /// What the file cannot prove by itself.
    var names: String { get }
    var signature: String { get }

    /// Where the file is that programs check.
    func insideThePaper(_ file: String) -> String
    func title(isApproval: Bool) -> String
    /// One sentence with everything that counts.
    func statement(
        _ decision: TimesheetEntry, by name: String, _ minutes: Int, worker: String, week: Day
    ) -> String
}
