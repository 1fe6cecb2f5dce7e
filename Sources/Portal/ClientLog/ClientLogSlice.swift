import Access
import Formats
import HTTP
import Staffing
import Tenancy

/// Who signed in at a client, who looked at what and who changed what, for the client's own admins. It reads
/// the trail of the one client whose host was asked, and no other.
enum ClientLogSlice {
    static let client: [Endpoint] = [
        .besideTenant(.get, Routes.accessLog, needs: .permission(.seeAccessLog), shows: .ordinary) {
            (tenant, visit, _) async throws(Problem) in
            let view = try await ClientLogView(tenant, visit)
            return try ClientLogPage(visit: visit, view: view).response
        },
        .besideTenant(.get, Routes.accessLogFile, needs: .permission(.seeAccessLog), shows: .ordinary) {
            (tenant, visit, _) async throws(Problem) in
            ClientLogFile.response(try await ClientLogView(tenant, visit), visit)
        },
    ]
}

/// The lines that were asked for, the newest first.
struct ClientLogView: Sendable {
    let filter: LogFilter
    let lines: [LogLine]
    let clock: LocalClock
    let zone: String
    /// Everybody who may be chosen, also those who have left.
    let people: [Contact]
    /// Whether older lines may stand in the agency's files only.
    let isCut: Bool

    /// The log tells of the whole company, so a worksite's admin has none.
    init(_ tenant: Tenant, _ visit: Visit) async throws(Problem) {
        guard visit.may(.seeAccessLog, at: .tenant) else { throw .missing }
        let filter = LogFilter(visit.query)
        let trail = visit.services.trail
        visit.services.noteEndedViews()
        await trail.drain()
        let (records, isFull) = await trail.notable(in: .tenant(tenant.id))
        let state = await tenant.state
        let clock = LocalClock(visit.services.zones(state.client.timeZone), visit.say.formats)
        // Thousands of lines are read away from the loop, which others wait for.
        lines = await blocking(visit.services.runBlocking) {
            records.compactMap { LogLine($0, state) }.filter { filter.takes($0, clock) }
        }
        self.filter = filter
        self.clock = clock
        zone = state.client.timeZone
        people = state.contacts.values.sorted { ($0.name, $0.email.text) < ($1.name, $1.email.text) }
        isCut = isFull
    }
}

/// The same lines as on the page, for a spreadsheet.
enum ClientLogFile {
    static func response(_ view: ClientLogView, _ visit: Visit) -> Response {
        var file = CSVWriter(marksEncoding: true)
        file.row(["time", "person", "side", "kind", "what", "about", "reason", "network"])
        for line in view.lines {
            file.row([
                .text(view.clock.iso(line.at)), .text(line.name),
                .text(line.isAgency ? visit.frame.agencyName : visit.frame.clientName ?? ""),
                .text(visit.say.log(line.deed.kind)), .text(line.words(visit.say)),
                .text(line.subject ?? line.page ?? ""), .text(line.reason ?? ""), .text(line.network ?? ""),
            ])
        }
        var response = Response(.ok, .csv, body: file.bytes)
        response.attach(as: "access-log-\(visit.today.iso).csv")
        response.headers[.cacheControl] = "no-store"
        return response
    }
}
