import Formats
import Staffing

extension English {
    package var ofStaff: any StaffWords { EnglishStaff() }
}

/// English for the agency's people.
struct EnglishStaff: StaffWords {
    fileprivate static func counted(_ count: Int, _ one: String, _ other: String) -> String {
        "\(count) \(count == 1 ? one : other)"
    }
}

extension EnglishStaff: StaffListWords {
    var listSearch: String { "Search" }
    var listFilter: String { "Filter" }
    var listState: String { "State" }
    var all: String { "All" }
    var nothingFound: String { "Nothing found" }
    var searchOtherwise: String { "Try fewer or other words, or take a filter away." }
    var newestFirst: String { "Newest first" }
    var showMore: String { "Show older" }
    var cancel: String { "Cancel" }
    var chooseOne: String { "Choose one of the list." }
    var accessLogExplanation: String {
        "Every page that somebody opened and everything they did. Times are UTC."
    }
    var accessLogPlace: String { "Client’s short name, or “agency”" }
    var noSuchClient: String { "There is no client of that short name" }
    var accessTime: String { "Time (UTC)" }
    var accessedRecords: String { "Records of" }
    var accessedPage: String { "Page" }
    var accessOutcome: String { "Answer" }
    var network: String { "Network" }
    var agencyItself: String { "agency" }

}

extension EnglishStaff: StaffClientWords {
    var noTenants: String { "No clients yet" }
    var noTenantsExplanation: String { "Open the first one. Its worksites, people and hours come after." }
    var tenantColumn: String { "Client" }
    var tenantCovered: String { "Every worksite has an approver" }
    var tenantBeingOpened: String { "Not opened yet" }
    var tenantHalfOpened: String {
        "The client’s name is reserved, but its records were never begun. Finish that, and nothing is lost."
    }
    var finishOpening: String { "Finish opening" }
    var tenantUnreadable: String { "Records cannot be opened" }
    var recordsHalted: String { "Records have stopped" }
    var haltRemedy: String {
        "Have somebody look at the server’s disk. Then open the records again: they are read from the disk "
            + "as after a restart of the server, and go on from there."
    }
    var reopenRecords: String { "Open the records again" }
    var recordsReopened: String { "The records are open again." }
    var tenantRecords: String { "Records" }
    var tenantImports: String { "Imports" }
    var tenantSettings: String { "Settings" }
    var openTenant: String { "Open a client" }
    var tenantOpened: String { "The client is open. Add its first worksite next." }
    var tenantName: String { "Company name" }
    var slug: String { "Short name" }
    var tenantLanguage: String { "Language" }
    var timeZone: String { "Time zone" }
    var timeZoneHint: String { "As the IANA database names it, such as America/Vancouver" }
    var timeZoneUnknown: String { "There is no time zone of that name. Enter one such as America/Vancouver." }
    var workweekStart: String { "The workweek starts on" }
    var currency: String { "Currency" }
    var invoicePrefix: String { "Invoice prefix" }
    var invoicePrefixHint: String { "1 to 8 capital letters" }
    var paymentTerms: String { "Payment terms" }
    var paymentTermsHint: String { "Days until an invoice is due, 0 to 180" }
    var worksite: String { "Worksite" }
    var worksites: String { "Worksites" }
    var noWorksites: String { "No worksites yet" }
    var noWorksitesExplanation: String { "Hours come in at worksites, so add the first one." }
    var worksiteName: String { "Name" }
    var worksiteCode: String { "Code" }
    var worksiteCodeHint: String { "Imports match by it" }
    var worksiteCodeMissing: String { "Enter a code, such as DOCK4." }
    var worksiteAddress: String { "Address" }
    var jurisdiction: String { "Jurisdiction" }
    var jurisdictionHint: String { "ISO 3166-2, such as US-WA" }
    var jurisdictionInvalid: String { "Enter country and state or province as in US-WA or CA-NS." }
    var addWorksite: String { "Add a worksite" }
    var worksiteAdded: String { "The worksite is added." }
    var approversToday: String { "Approvers today" }
    var nobodyApproves: String { "Nobody" }
    var somebodyApproves: String { "Covered" }

    func tenantCount(_ count: Int) -> String { Self.counted(count, "client", "clients") }
    func uncoveredWorksites(_ count: Int) -> String {
        Self.counted(count, "worksite", "worksites") + " without an approver today"
    }
    func haltedSince(_ moment: String) -> String { "Since \(moment)" }
    func haltMeaning(since moment: String) -> String {
        "A write to the server’s disk failed on \(moment), so nobody sees or changes this client’s records "
            + "for now. Nothing that was confirmed to anybody is lost. Other clients are not affected."
    }
    func haltReason(_ reason: String) -> String { "What the server says: \(reason)." }
    func slugHint(_ domain: String) -> String {
        "Small letters, digits and hyphens. People sign in at short-name.\(domain). It cannot change."
    }
    func language(_ language: Language) -> String {
        switch language {
        case .english: "English"
        case .french: "French"
        case .spanish: "Spanish"
        }
    }
    func days(_ count: Int) -> String { Self.counted(count, "day", "days") }
}

extension EnglishStaff: StaffPeopleWords {
    var person: String { "Person" }
    var wholeClient: String { "Whole company" }
    var peopleExplanation: String { "Who may do what, where. The client’s own admins change it." }
    var peopleByWorksite: String { "People by worksite" }
    var noPeople: String { "Nobody yet" }
    var noPeopleExplanation: String { "Invite the client’s first admin; they invite the others." }
    var invitedNotJoined: String { "Invited, not joined yet" }
    var noAccess: String { "No access" }
    var worker: String { "Worker" }
    var job: String { "Job" }
    var datesColumn: String { "Dates" }
    var hoursPerWeek: String { "Hours a week" }
    var billRate: String { "Bill rate" }
    var payRate: String { "Pay rate" }
    var margin: String { "Margin" }
    var noAssignments: String { "No assignments yet" }
    var noAssignmentsExplanation: String { "They come in with the agency’s imports." }

    func peopleCount(_ count: Int) -> String { Self.counted(count, "person", "people") }
    func grantDates(from: String?, through: String?) -> String? {
        switch (from, through) {
        case (nil, nil): nil
        case (let from?, nil): "from \(from)"
        case (nil, let through?): "through \(through)"
        case (let from?, let through?): "\(from) to \(through)"
        }
    }
    func assignmentDates(from: String, through: String?) -> String {
        through.map { "\(from) to \($0)" } ?? "since \(from)"
    }
    func purchaseOrder(_ number: String) -> String { "PO \(number)" }
}

extension EnglishStaff: StaffSheetWords {
    var approvedNotInvoiced: String { "Approved, not invoiced" }
    var oldestWaiting: String { "Oldest week waiting" }
    var week: String { "Week of" }
    var hours: String { "Hours" }
    var noSheets: String { "No timesheets here" }
    var scheduledHours: String { "Scheduled" }
    var invoiceNumber: String { "Invoice" }
    var sheetDays: String { "Days" }
    var sheetHistory: String { "History" }
    var day: String { "Day" }
    var punches: String { "Punches" }
    var total: String { "Total" }

    func sheetState(_ state: TenantSheetState) -> String {
        switch state {
        case .waiting: "Waiting"
        case .sentBack: "Sent back"
        case .approved: "Approved"
        case .invoiced: "Invoiced"
        }
    }
    func oldestWeek(_ week: String) -> String { "oldest: week of \(week)" }
    func weekOf(_ week: String) -> String { "Week of \(week)" }
    func sheetCount(_ count: Int) -> String { Self.counted(count, "timesheet", "timesheets") }
    func remarkCount(_ count: Int) -> String { Self.counted(count, "remark", "remarks") }
    func hourType(_ type: HourType) -> String {
        switch type {
        case .regular: "Regular"
        case .overtime: "Overtime"
        case .doubleTime: "Double time"
        }
    }
}
