import Formats
import HTTP
import Markup
import Staffing
import Tenancy

/// A list as a file for a spreadsheet: the rows that its page would show on all its pages, asked of the same
/// permissions and narrowed by the same address.
enum ListFile {
    /// A client with more has to narrow the list: nobody reads so many rows, and they are made in memory.
    static let most = 50_000

    /// The rows are made away from the client's loop, of records that stood there at one moment.
    static func response(
        _ tenant: Tenant, _ visit: Visit, named name: String,
        _ rows: @escaping @Sendable (TenantState) -> [[CSVCell]]
    ) async throws(Problem) -> Response {
        let state = await tenant.state
        let lines = await blocking(visit.services.runBlocking) { rows(state) }
        guard lines.count <= most + 1 else {
            throw Problem(.unprocessableContent, visit.say.tooManyForFile(most))
        }
        var file = CSVWriter(marksEncoding: true)
        for line in lines { file.row(line) }
        return Response(offering: file.bytes, as: .csv, named: "\(name)-\(visit.today.iso).csv")
    }

    static func link(_ address: Address, _ say: any Sentences) -> Markup {
        """
        <p class="small"><a href="\(address)" download>\(say.listAsFile)</a></p>
        """
    }
}

extension TenantState {
    /// Of a department or a cost center, as files name them.
    func unitCode(_ id: UnitID?) -> String { id.flatMap { units[$0]?.code } ?? "" }
}

extension CSVCell {
    /// Hours with two decimals, rounded half up.
    static func hours(_ minutes: Int) -> CSVCell { .decimal((Int64(minutes) * 100 + 30) / 60, scale: 2) }
}
