import Crypto
import Staffing

/// A sheet with the short fingerprint of what was on the page: a form carries it as `ID@FINGERPRINT`.
struct SeenSheet: Hashable, Sendable {
    let id: TimesheetID
    let fingerprint: UInt64

    init(id: TimesheetID, fingerprint: UInt64) {
        self.id = id
        self.fingerprint = fingerprint
    }

    init(_ timesheet: Timesheet) {
        id = timesheet.id
        fingerprint = timesheet.fingerprint.short
    }

    /// Nothing for what no page of ours has sent.
    init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, let id = TimesheetID(pathText: String(parts[0])),
            let fingerprint = Base32Crockford.decode(parts[1])
        else { return nil }
        self.id = id
        self.fingerprint = fingerprint
    }

    var text: String { id.pathText + "@" + Base32Crockford.encode(fingerprint) }
}
