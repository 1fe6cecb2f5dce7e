/// The records of a tenant as plain lists: what a snapshot holds. It shares its records with the state that
/// it was taken from, so it costs next to nothing to take.
package struct TenantRecords: Hashable, Sendable {
    package var client: Client
    package var worksites: [Worksite]
    package var contacts: [Contact]
    package var workers: RecordList<Worker>
    package var assignments: RecordList<Assignment>
    package var timesheets: RecordList<Timesheet>
    package var invoices: RecordList<Invoice>

    package init(
        client: Client, worksites: [Worksite], contacts: [Contact], workers: RecordList<Worker>,
        assignments: RecordList<Assignment>, timesheets: RecordList<Timesheet>,
        invoices: RecordList<Invoice>
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
