/// One thing that a person may be allowed to do or to see. Every route, every record kind and every masked
/// field names one.
package enum Permission: String, CaseIterable, Sendable {
    case seeTimesheets, decideTimesheets, seeAssignments, seeBillRates, seePayRates
    case seePeople, managePeople
    case seeInvoices
    case orderPeople
    case seeTenants, manageTenants, importTimesheets, makeInvoices, readAccessLog
    case seeMargin, seeContactDetails, seeInvoiceFiles
    case manageRoles
    case viewAs, seeAccessLog, manageBranding

    /// The fields that a record may show or mask: the other permissions are about whole records and deeds.
    package static let fields: [Permission] = [
        .seeBillRates, .seePayRates, .seeMargin, .seeContactDetails, .seeInvoiceFiles,
    ]

    package var isField: Bool { Self.fields.contains(self) }

    /// What makes no sense without something else: nobody decides about what they do not see, and an invoice
    /// is made of rates.
    package var requires: PermissionSet {
        switch self {
        case .decideTimesheets: [.seeTimesheets]
        case .managePeople: [.seePeople, .seeContactDetails]
        case .seeContactDetails: [.seePeople]
        case .seeInvoices: [.seeBillRates]
        case .seeInvoiceFiles: [.seeInvoices]
        case .seeMargin: [.seeBillRates, .seePayRates]
        case .makeInvoices: [.seeInvoices, .seeTenants]
        case .manageTenants, .importTimesheets, .readAccessLog, .manageRoles: [.seeTenants]
        case .viewAs: [.seePeople, .seeTenants]
        case .seeAccessLog: [.seePeople]
        case .seeTimesheets, .seeAssignments, .seeBillRates, .seePayRates, .seePeople, .orderPeople,
            .seeTenants, .manageBranding:
            []
        }
    }

    fileprivate var bit: UInt64 {
        let place =
            switch self {
            case .seeTimesheets: 0
            case .decideTimesheets: 1
            case .seeAssignments: 2
            case .seeBillRates: 3
            case .seePayRates: 4
            case .seePeople: 5
            case .managePeople: 6
            case .seeInvoices: 7
            case .orderPeople: 8
            case .seeTenants: 9
            case .manageTenants: 10
            case .importTimesheets: 11
            case .makeInvoices: 12
            case .readAccessLog: 13
            case .seeMargin: 14
            case .seeContactDetails: 15
            case .seeInvoiceFiles: 16
            case .manageRoles: 17
            case .viewAs: 18
            case .seeAccessLog: 19
            case .manageBranding: 20
            }
        return 1 << UInt64(place)
    }
}

/// Several permissions in one number: they are asked for at every request, many times.
package struct PermissionSet: Hashable, Sendable, ExpressibleByArrayLiteral {
    private var bits: UInt64 = 0

    package init(_ permissions: some Sequence<Permission>) {
        for permission in permissions { bits |= permission.bit }
    }

    package init(arrayLiteral elements: Permission...) { self.init(elements) }

    package func contains(_ permission: Permission) -> Bool { bits & permission.bit != 0 }

    package mutating func insert(_ permission: Permission) { bits |= permission.bit }

    package func isDisjoint(with other: PermissionSet) -> Bool { bits & other.bits == 0 }

    package func isSubset(of other: PermissionSet) -> Bool { bits & ~other.bits == 0 }

    package func subtracting(_ other: PermissionSet) -> PermissionSet {
        var rest = self
        rest.bits &= ~other.bits
        return rest
    }

    package var isEmpty: Bool { bits == 0 }

    /// In the order in which permissions are declared.
    package var listed: [Permission] { Permission.allCases.filter(contains) }
}
