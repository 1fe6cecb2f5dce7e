package import Staffing

package protocol StaffSentences {
    var ofStaff: any StaffWords { get }
}

/// What the agency's people read about their clients.
package protocol StaffWords: Sendable, StaffListWords, StaffClientWords, StaffPeopleWords, StaffSheetWords,
    StaffMailWords, StaffRoleWords, StaffColleagueWords,
    StaffIdentityWords, StaffTemplateWords
{}

package protocol StaffListWords {
    var listSearch: String { get }
    var listFilter: String { get }
    var listState: String { get }
    var all: String { get }
    var nothingFound: String { get }
    var searchOtherwise: String { get }
    var newestFirst: String { get }
    var showMore: String { get }
    var cancel: String { get }
    var chooseOne: String { get }
    var accessLogExplanation: String { get }
    var accessLogPlace: String { get }
    var noSuchClient: String { get }
    var accessTime: String { get }
    var accessedRecords: String { get }
    var accessedPage: String { get }
    var accessOutcome: String { get }
    var network: String { get }
    var agencyItself: String { get }

}

package protocol StaffClientWords {
    var noTenants: String { get }
    var noTenantsExplanation: String { get }
    var tenantColumn: String { get }
    var tenantCovered: String { get }
    var tenantBeingOpened: String { get }
    var tenantHalfOpened: String { get }
    var finishOpening: String { get }
    var tenantUnreadable: String { get }
    var recordsHalted: String { get }
    var haltRemedy: String { get }
    var reopenRecords: String { get }
    var recordsReopened: String { get }
    var tenantRecords: String { get }
    var tenantImports: String { get }
    var tenantSettings: String { get }
    var openTenant: String { get }
    var tenantOpened: String { get }
    var tenantName: String { get }
    var slug: String { get }
    var tenantLanguage: String { get }
    var timeZone: String { get }
    var timeZoneHint: String { get }
    var timeZoneUnknown: String { get }
    var workweekStart: String { get }
    var currency: String { get }
    var invoicePrefix: String { get }
    var invoicePrefixHint: String { get }
    var paymentTerms: String { get }
    var paymentTermsHint: String { get }
    var worksite: String { get }
    var worksites: String { get }
    var noWorksites: String { get }
    var noWorksitesExplanation: String { get }
    var worksiteName: String { get }
    var worksiteCode: String { get }
    var worksiteCodeHint: String { get }
    var worksiteCodeMissing: String { get }
    var worksiteAddress: String { get }
    var jurisdiction: String { get }
    var jurisdictionHint: String { get }
    var jurisdictionInvalid: String { get }
    var addWorksite: String { get }
    var worksiteAdded: String { get }
    var approversToday: String { get }
    var nobodyApproves: String { get }
    var somebodyApproves: String { get }

    func tenantCount(_ count: Int) -> String
    func uncoveredWorksites(_ count: Int) -> String
    func haltedSince(_ moment: String) -> String
    func haltMeaning(since moment: String) -> String
    func haltReason(_ reason: String) -> String
    func slugHint(_ domain: String) -> String
    func language(_ language: Language) -> String
    func days(_ count: Int) -> String
    func opening(_ refusal: AgencyRefusal) -> String
    func setup(_ refusal: SetupRefusal) -> String
}

package protocol StaffPeopleWords {
    var person: String { get }
    var wholeClient: String { get }
    var peopleExplanation: String { get }
    var peopleByWorksite: String { get }
    var noPeople: String { get }
    var noPeopleExplanation: String { get }
    var invitedNotJoined: String { get }
    var noAccess: String { get }
    var worker: String { get }
    var job: String { get }
    var datesColumn: String { get }
    var hoursPerWeek: String { get }
    var billRate: String { get }
    var payRate: String { get }
    var margin: String { get }
    var noAssignments: String { get }
    var noAssignmentsExplanation: String { get }

    func peopleCount(_ count: Int) -> String
    /// Nothing for a role that simply holds.
    func grantDates(from: String?, through: String?) -> String?
    func assignmentDates(from: String, through: String?) -> String
    func purchaseOrder(_ number: String) -> String
}

package protocol StaffSheetWords {
    var approvedNotInvoiced: String { get }
    var oldestWaiting: String { get }
    var week: String { get }
    var hours: String { get }
    var noSheets: String { get }
    var scheduledHours: String { get }
    var invoiceNumber: String { get }
    var sheetDays: String { get }
    var sheetHistory: String { get }
    var day: String { get }
    var punches: String { get }
    var total: String { get }

    func sheetState(_ state: TenantSheetState) -> String
    func oldestWeek(_ week: String) -> String
    func weekOf(_ week: String) -> String
    func sheetCount(_ count: Int) -> String
    func remarkCount(_ count: Int) -> String
    func hourType(_ type: HourType) -> String
}
