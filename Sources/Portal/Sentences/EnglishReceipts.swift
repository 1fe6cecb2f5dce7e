import Formats
import Staffing

extension English {
    package var ofReceipts: any ReceiptWords { EnglishReceipts() }
}

struct EnglishReceipts: ReceiptWords {
    let receipt = "Receipt"
    let explanation = """
        What was decided, about which hours, by whom and when. The file is signed: nobody can change it \
        unnoticed, neither you nor we.
        """
    let paper = "PDF"
    let file = "Signed file (JSON)"
    let fileTitle = "The same receipt, signed"
    let client = "Client"
    let agency = "Agency"
    let worker = "Worker"
    let decided = "Decided"
    let content = "Content"
    let checking = "How to check it"
    let checkingExplanation = """
        Save the signed file and the key. Take the key from a place that you trust, not from whoever hands \
        you a receipt. Then one of these says whether the receipt is as it was signed:
        """
    let checkingByProgram = "With Countersign, without a connection to any server:"
    let checkingByOpenSSL = "With OpenSSL 3 and jq alone:"
    let key = "The key"
    let names = """
        Names of worker, job and worksite are as the records have them today; hours, decisions and times are \
        as they were.
        """
    let signature = "Signature"

    func insideThePaper(_ file: String) -> String {
        """
        This document carries the signed receipt as the file \(file). Readers of PDF offer to save it; \
        the client portal says how to check it with OpenSSL.
        """
    }

    func title(isApproval: Bool) -> String {
        isApproval ? "Receipt of an approval" : "Receipt of hours sent back"
    }

    func statement(
        _ decision: TimesheetEntry, by name: String, _ minutes: Int, worker: String, week: Day
    ) -> String {
        let hours = EnglishTimesheets().hours(minutes)
        let span = EnglishPaper().days(week.civil, through: week.adding(days: 6).civil)
        let what = "\(hours) of \(worker) for \(span)"
        return switch decision.what {
        case .rejected(let reason, _):
            "\(name) sent back \(what): \(EnglishTimesheetRules().name(reason))."
        case .received, .changed, .approved, .approvalWithdrawn, .commented, .invoiced:
            "\(name) approved \(what)."
        }
    }
}
