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
        var entries: [NavigationEntry] = []
        if mayAnywhere(.decideTimesheets) {
            let waiting = worksites.filter {
                Policy.may(viewer, .decideTimesheets, at: .worksite($0), on: today).isAllowed
            }.reduce(0) { $0 + state.waitingCount(at: $1) }
            entries.append(
                NavigationEntry(say.timesheets, Routes.timesheets.address, count: waiting > 0 ? waiting : nil)
            )
        } else if mayAnywhere(.seeTimesheets) {
            entries.append(NavigationEntry(say.timesheets, Routes.timesheets.address))
        }
        if mayAnywhere(.seeInvoices) {
            entries.append(NavigationEntry(say.invoices, Routes.invoices.address))
        }
        if mayAnywhere(.seeAssignments) {
            entries.append(NavigationEntry(say.assignments, Routes.assignments.address))
        }
        if mayAnywhere(.seePeople) { entries.append(NavigationEntry(say.people, Routes.people.address)) }
        return entries
    }

    static func staff(_ viewer: Viewer, _ today: Day, _ say: any Sentences) -> [NavigationEntry] {
        var entries: [NavigationEntry] = []
        if Policy.may(viewer, .seeTenants, at: .tenant, on: today).isAllowed {
            entries.append(NavigationEntry(say.clients, Routes.tenants.address))
        }
        if Policy.may(viewer, .readAccessLog, at: .tenant, on: today).isAllowed {
            entries.append(NavigationEntry(say.accessLog, Routes.accessLog.address))
        }
        return entries
    }
}
