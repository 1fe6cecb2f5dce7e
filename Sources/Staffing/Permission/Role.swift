/// A named set of permissions for people of a client company.
package enum Role: String, CaseIterable, Sendable {
    case clientAdmin = "client-admin"
    case approver
    case billingContact = "billing-contact"
    case requester
    case viewer

    package var permissions: Set<Permission> {
        switch self {
        case .clientAdmin: [.seePeople, .managePeople, .seeTimesheets, .seeAssignments]
        case .approver: [.seeTimesheets, .decideTimesheets, .seeAssignments]
        case .billingContact: [.seeInvoices, .seeBillRates, .seeTimesheets]
        case .requester: [.orderPeople, .seeAssignments]
        case .viewer: [.seeAssignments, .seeTimesheets]
        }
    }
}

/// A named set of permissions for people of the agency. Staff roles hold at every client.
package enum StaffRole: String, CaseIterable, Sendable {
    case coordinator
    case billing
    case opsAdmin = "ops-admin"

    package var permissions: Set<Permission> {
        switch self {
        case .coordinator:
            [.seeTenants, .seePeople, .seeTimesheets, .seeAssignments, .seeBillRates, .importTimesheets]
        case .billing:
            [
                .seeTenants, .seeTimesheets, .seeAssignments, .seeBillRates, .seePayRates, .seeInvoices,
                .makeInvoices,
            ]
        case .opsAdmin: Set(Permission.allCases).subtracting([.decideTimesheets, .orderPeople])
        }
    }
}
