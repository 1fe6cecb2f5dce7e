import Staffing

/// Where somebody can go, by what they may do: at most five places.
enum Navigation {
    static func client(
        _ viewer: Viewer, _ state: TenantState, _ today: Day, _ say: any Sentences
    ) -> [NavigationEntry] {
        let worksites = state.worksites.keys
        func mayAnywhere(_ permission: Permission) -> Bool {
            Policy.mayAnywhere(viewer, permission, among: worksites, on: today)
        }
        func entry(_ permission: Permission, _ label: String, _ address: Address) -> NavigationEntry? {
            mayAnywhere(permission) ? NavigationEntry(label, address) : nil
        }
        let invoices = entry(.seeInvoices, say.invoices, Routes.invoices.address)
        let assignments = entry(.seeAssignments, say.assignments, Routes.assignments.address)
        let people = entry(.seePeople, say.people, Routes.people.address)
        guard mayAnywhere(.decideTimesheets) else {
            // What somebody owes or answers for comes before what they only look at.
            let timesheets = entry(.seeTimesheets, say.timesheets, Routes.timesheets.address)
            return [invoices, people, timesheets, assignments].compactMap(\.self)
        }
        let open = state.open(.decideTimesheets, to: viewer, on: today)
        let waiting = worksites.reduce(0) {
            $0 + state.decidable(at: $1, by: viewer, within: open, on: today).all
        }
        let timesheets = NavigationEntry(
            say.timesheets, Routes.timesheets.address, count: waiting > 0 ? waiting : nil)
        return [timesheets, invoices, assignments, people].compactMap(\.self)
    }

    static func staff(_ viewer: Viewer, _ today: Day, _ say: any AgencySentences) -> [NavigationEntry] {
        var entries: [NavigationEntry] = []
        if Policy.may(viewer, .seeTenants, at: .tenant, on: today).isAllowed {
            entries.append(NavigationEntry(say.clients, Routes.tenants.address))
        }
        if Policy.may(viewer, .seeTimesheets, at: .tenant, on: today).isAllowed {
            entries.append(NavigationEntry(say.ofCutoffsForStaff.exceptions, Routes.exceptions.address))
        }
        if Policy.may(viewer, .manageRoles, at: .tenant, on: today).isAllowed {
            entries.append(NavigationEntry(say.ofStaff.colleagues, Routes.colleagues.address))
        }
        if Policy.may(viewer, .readAccessLog, at: .tenant, on: today).isAllowed {
            entries.append(NavigationEntry(say.accessLog, Routes.accessLog.address))
        }
        if Policy.may(viewer, .manageTenants, at: .tenant, on: today).isAllowed {
            entries.append(NavigationEntry(say.ofStaff.mailTitle, Routes.mail.address))
        }
        return entries
    }
}
