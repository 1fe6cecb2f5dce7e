package import Staffing

extension French: RoleSentences {
    package var roleAllowsNothing: String { "ne rien faire" }

    package func name(_ role: RoleDefinition) -> String {
        let name = role.title ?? Self.templateNames[role.role] ?? role.role.rawValue
        return role.isRetired ? name + " (retiré)" : name
    }

    private static let templateNames: [Role: String] = [
        .clientAdmin: "Admin du client", .approver: "Approbation", .billingContact: "Facturation du client",
        .requester: "Demande de personnel", .hiringManager: "Gestion de l’embauche",
        .interviewer: "Entrevues", .humanResources: "RH", .viewer: "Consultation",
        .recruiter: "Recrutement", .coordinator: "Coordination", .billing: "Facturation",
        .finance: "Finances", .leader: "Direction", .opsAdmin: "Admin des opérations",
        .auditor: "Vérification",
    ]

    /// A template that the agency has not touched has a line of its own; any other says what it allows.
    package func hint(_ role: RoleDefinition) -> String {
        if RoleBook.templates[role.role] == role, let own = Self.templateHints[role.role] { return own }
        let deeds = role.allowed.listed.map(deed)
        return deeds.isEmpty ? "Ne permet rien" : "Peut " + deeds.joined(separator: ", ")
    }

    private static let templateHints: [Role: String] = [
        .clientAdmin:
            "Invite et retire des personnes, voit les heures. Ne gère les personnes que pour toute "
            + "l’entreprise.",
        .approver: "Voit les heures et les approuve, jamais les taux",
        .billingContact: "Voit les factures, les taux de facturation et les heures",
        .requester: "Demande du personnel et voit qui est affecté",
        .hiringManager: "Demande du personnel, voit qui est affecté et ses heures",
        .humanResources: "Voit qui est affecté et qui a accès, jamais les taux ni les courriels",
        .viewer: "Voit qui est affecté et ses heures",
    ]

    package func ability(_ role: RoleDefinition, at place: String?) -> String {
        let held = role.allowed
        let main = [Permission.managePeople, .decideTimesheets, .seeInvoices, .orderPeople]
            .filter(held.contains)
        let rest = [Permission.seePeople, .seeTimesheets, .seeAssignments].filter(held.contains).prefix(1)
        let deeds = (main.isEmpty ? Array(rest) : main).map(deed)
        let deed = deeds.isEmpty ? roleAllowsNothing : deeds.joined(separator: " et ")
        return place.map { "\(deed) à \($0)" } ?? "\(deed) pour toute l’entreprise"
    }

    package func name(_ kind: Unit.Kind) -> String {
        switch kind {
        case .department: "Service"
        case .costCenter: "Centre de coûts"
        }
    }

    package func field(_ permission: Permission) -> String {
        switch permission {
        case .seeBillRates: "taux de facturation"
        case .seePayRates: "taux de salaire"
        case .seeMargin: "marges"
        case .seeContactDetails: "courriels"
        case .seeInvoiceFiles: "fichiers de factures"
        case .seeTimesheets, .decideTimesheets, .seeAssignments, .seePeople, .managePeople, .seeInvoices,
            .orderPeople, .seeTenants, .manageTenants, .importTimesheets, .makeInvoices, .readAccessLog,
            .manageRoles, .viewAs, .seeAccessLog, .manageBranding:
            deed(permission)
        }
    }

    package func deed(_ permission: Permission) -> String {
        switch permission {
        case .seeTimesheets: "voir les heures"
        case .decideTimesheets: "approuver les heures"
        case .seeAssignments: "voir qui est affecté"
        case .seeBillRates: "voir les taux de facturation"
        case .seePayRates: "voir les taux de salaire"
        case .seePeople: "voir qui a accès"
        case .managePeople: "gérer les personnes"
        case .seeInvoices: "lire les factures"
        case .orderPeople: "demander du personnel"
        case .seeTenants: "voir les clients"
        case .manageTenants: "ouvrir et configurer des clients"
        case .importTimesheets: "recevoir des heures"
        case .makeInvoices: "émettre des factures"
        case .readAccessLog: "lire le journal des accès"
        case .seeMargin: "voir les marges"
        case .seeContactDetails: "voir les courriels"
        case .seeInvoiceFiles: "ouvrir les fichiers de factures"
        case .manageRoles: "modifier les rôles"
        case .viewAs: "regarder le portail d’un client à la place d’une de ses personnes"
        case .seeAccessLog: "lire qui a ouvert une session et qui a consulté quoi"
        case .manageBranding: "modifier le nom, le logo et la couleur du portail"
        }
    }
}
