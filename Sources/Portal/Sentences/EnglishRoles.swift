package import Staffing

extension English {
    package var roleAllowsNothing: String { "do nothing" }

    package func name(_ role: RoleDefinition) -> String {
        let name = role.title ?? Self.templateNames[role.role] ?? role.role.rawValue
        return role.isRetired ? name + " (retired)" : name
    }

    private static let templateNames: [Role: String] = [
        .clientAdmin: "Client admin", .approver: "Approver", .billingContact: "Billing contact",
        .requester: "Requester", .hiringManager: "Hiring manager", .interviewer: "Interviewer",
        .humanResources: "HR", .viewer: "Viewer",
        .recruiter: "Recruiter", .coordinator: "Coordinator", .billing: "Billing", .finance: "Finance",
        .leader: "Leader", .opsAdmin: "Ops admin", .auditor: "Auditor",
    ]

    /// A template that the agency has not touched has a line of its own; any other says what it allows.
    package func hint(_ role: RoleDefinition) -> String {
        if RoleBook.templates[role.role] == role, let own = Self.templateHints[role.role] { return own }
        let deeds = role.allowed.listed.map(deed)
        return deeds.isEmpty
            ? "Allows nothing" : "Can " + deeds.dropLast().map { $0 + ", " }.joined() + (deeds.last ?? "")
    }

    private static let templateHints: [Role: String] = [
        .clientAdmin: "Invites and removes people, sees hours. Manages people only with the whole company.",
        .approver: "Sees hours and signs them off, never rates",
        .billingContact: "Sees invoices, bill rates and hours",
        .requester: "Orders workers and sees who is assigned",
        .hiringManager: "Orders workers, sees who is assigned and their hours",
        .humanResources: "Sees who is assigned and who has access, never rates or email addresses",
        .viewer: "Sees who is assigned and their hours",
    ]

    package func ability(_ role: RoleDefinition, at place: String?) -> String {
        let held = role.allowed
        let main = [Permission.managePeople, .decideTimesheets, .seeInvoices, .orderPeople]
            .filter(held.contains)
        let rest = [Permission.seePeople, .seeTimesheets, .seeAssignments].filter(held.contains).prefix(1)
        let deeds = (main.isEmpty ? Array(rest) : main).map(deed)
        let deed = deeds.isEmpty ? roleAllowsNothing : deeds.joined(separator: " and ")
        return place.map { "\(deed) at \($0)" } ?? "\(deed) for the whole company"
    }

    package func staffAbility(_ role: RoleDefinition) -> String {
        let isTemplate = RoleBook.templates[role.role] == role
        let own = isTemplate ? Self.staffAbilities[role.role] : nil
        let deeds = role.allowed.listed.map(deed)
        let all = deeds.isEmpty ? roleAllowsNothing : deeds.joined(separator: ", ")
        return "\(name(role)): \(own ?? all), at every client"
    }

    private static let staffAbilities: [Role: String] = [
        .coordinator: "take hours in and clear exceptions", .billing: "make invoices",
        .opsAdmin: "open clients, see everything",
    ]

    package func name(_ kind: Unit.Kind) -> String {
        switch kind {
        case .department: "Department"
        case .costCenter: "Cost center"
        }
    }

    package func field(_ permission: Permission) -> String {
        switch permission {
        case .seeBillRates: "bill rates"
        case .seePayRates: "pay rates"
        case .seeMargin: "margins"
        case .seeContactDetails: "email addresses"
        case .seeInvoiceFiles: "invoice files"
        case .seeTimesheets, .decideTimesheets, .seeAssignments, .seePeople, .managePeople, .seeInvoices,
            .orderPeople, .seeTenants, .manageTenants, .importTimesheets, .makeInvoices, .readAccessLog,
            .manageRoles, .viewAs, .seeAccessLog, .manageBranding:
            deed(permission)
        }
    }

    package func deed(_ permission: Permission) -> String {
        switch permission {
        case .seeTimesheets: "see hours"
        case .decideTimesheets: "approve time"
        case .seeAssignments: "see who is assigned"
        case .seeBillRates: "see bill rates"
        case .seePayRates: "see pay rates"
        case .seePeople: "see who has access"
        case .managePeople: "manage people"
        case .seeInvoices: "read invoices"
        case .orderPeople: "order workers"
        case .seeTenants: "see clients"
        case .manageTenants: "open and set up clients"
        case .importTimesheets: "take hours in"
        case .makeInvoices: "make invoices"
        case .readAccessLog: "read the access log"
        case .seeMargin: "see margins"
        case .seeContactDetails: "see email addresses"
        case .seeInvoiceFiles: "open invoice files"
        case .manageRoles: "change roles"
        case .viewAs: "look at a client’s portal as one of its people"
        case .seeAccessLog: "read who signed in and who looked at what"
        case .manageBranding: "change name, logo and color of the portal"
        }
    }
}
