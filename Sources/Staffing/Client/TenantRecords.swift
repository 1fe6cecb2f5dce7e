/// The records of a tenant as plain lists: what a snapshot holds. It shares its records with the state that
/// it was taken from, so it costs next to nothing to take.
package struct TenantRecords: Equatable, Sendable {
    package var client: Client
    package var signIn: SignInDemands
    package var worksites: [Worksite]
    package var units: [Unit]
    package var contacts: [Contact]
    package var workers: RecordTable<Worker>
    package var assignments: RecordTable<Assignment>
    package var invoices: RecordTable<Invoice>
    package var departures: [Departure]
    package var delegations: [Delegation]
    /// Its rows name assignments and invoices by their places above.
    package var sheets: SheetTable
    package var identities: [Identity]
    package var cutoffs: CutoffBook
    package var expected: ExpectedBook

    package init(
        client: Client, signIn: SignInDemands = SignInDemands(), worksites: [Worksite], units: [Unit],
        contacts: [Contact], workers: RecordTable<Worker>, assignments: RecordTable<Assignment>,
        invoices: RecordTable<Invoice>, departures: [Departure], delegations: [Delegation],
        sheets: SheetTable, identities: [Identity] = [], cutoffs: CutoffBook = CutoffBook(),
        expected: ExpectedBook = ExpectedBook()
    ) {
        self.client = client
        self.signIn = signIn
        self.worksites = worksites
        self.units = units
        self.contacts = contacts
        self.workers = workers
        self.assignments = assignments
        self.invoices = invoices
        self.departures = departures
        self.delegations = delegations
        self.sheets = sheets
        self.identities = identities
        self.cutoffs = cutoffs
        self.expected = expected
    }
}
