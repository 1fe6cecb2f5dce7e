import Staffing

/// Why a client or a worksite was not taken in.
extension EnglishStaff {
    func opening(_ refusal: AgencyRefusal) -> String {
        switch refusal {
        case .slugInvalid:
            "Use 2 to 40 small letters, digits and inner hyphens. A few, such as staff, are taken by us."
        case .slugTaken: "Another client has this short name already."
        case .nameMissing: "Enter the company’s name."
        case .notAllowed, .unknown, .emailInvalid, .emailTaken, .rolesMissing, .lastOpsAdmin, .rateImpossible,
            .roleUnknown:
            "The client was not opened."
        }
    }

    func setup(_ refusal: SetupRefusal) -> String {
        switch refusal {
        case .notAllowed: "You may not change this client."
        case .alreadyOpen: "This client is open already."
        case .notOpen: "Finish opening this client first."
        case .nameMissing: "Enter a name."
        case .tooLong: "Use \(SetupRules.longestName) characters at most in each field."
        case .codeTaken: "Another one of this client has this code."
        case .numberTaken: "Another worker has this number."
        case .prefixInvalid: "Use 1 to 8 capital letters, such as NW."
        case .termsInvalid: "Enter a number of days from 0 to 180."
        case .unknownWorker: "There is no such worker."
        case .unknownWorksite: "There is no such worksite."
        case .datesBackward: "The last day is before the first."
        case .rateImpossible: "The rate is not possible."
        case .scheduleImpossible: "The schedule is not possible."
        case .unknownUnit: "There is no such department or cost center."
        case .unknownAssignment: "There is no such assignment."
        case .unitRetired: "This department or cost center is retired. Use it again first."
        case .tooManyUnits: "A client has \(SetupRules.mostUnits) departments and cost centers at most."
        case .duplicateAssignment: "This worker has an assignment there from that day already."
        }
    }
}
