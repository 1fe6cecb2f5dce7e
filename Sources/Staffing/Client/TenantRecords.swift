/// The records of a tenant as plain lists: what a snapshot holds.
package struct TenantRecords: Hashable, Sendable {
    package var client: Client
    package var worksites: [Worksite]
    package var contacts: [Contact]
    package var workers: [Worker]
    package var assignments: [Assignment]
    package var timesheets: [Timesheet]
    package var invoices: [Invoice]

    package init(
        client: Client, worksites: [Worksite], contacts: [Contact], workers: [Worker],
        assignments: [Assignment], timesheets: [Timesheet], invoices: [Invoice]
    ) {
        self.client = client
        self.worksites = worksites
        self.contacts = contacts
        self.workers = workers
        self.assignments = assignments
        self.timesheets = timesheets
        self.invoices = invoices
    }
}
