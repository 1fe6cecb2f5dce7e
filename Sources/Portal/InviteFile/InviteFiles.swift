import Formats
import Staffing

/// The rows that were refused, in the layout of the file, each with its reason: ready to correct and send
/// again.
struct RefusedInvitations {
    let plan: InvitePlan
    let words: any InviteFileWords

    var bytes: [UInt8] {
        var writer = CSVWriter(delimiter: plan.file.delimiter, marksEncoding: true)
        writer.row(InviteFile.Column.allCases.map(\.rawValue))
        for line in plan.lines {
            guard case .refused(let fault) = line.outcome else { continue }
            writer.row(
                InviteFile.Column.allCases.map {
                    $0 == .reason ? words.explain(fault) : line.row[$0]
                })
        }
        return writer.bytes
    }
}

/// A file to begin with: the columns, and a row for each kind of place that this client has.
struct InviteTemplate {
    let state: TenantState
    let desk: InviteDesk

    var bytes: [UInt8] {
        let columns = InviteFile.Column.allCases.filter { $0 != .reason }
        var writer = CSVWriter(marksEncoding: true)
        writer.row(columns.map(\.rawValue))
        for (place, role) in places {
            let cells: [InviteFile.Column: String] = [
                .name: "Ana Example", .email: "ana@company.example",
                .language: state.client.language.rawValue, .role: role, .place: place,
                .from: desk.visit.today.iso,
            ]
            writer.row(columns.map { cells[$0] ?? "" })
        }
        return writer.bytes
    }

    private var places: [(place: String, role: String)] {
        let given = desk.visit.roles.all(of: .client).filter { $0.isGivenByClients && !$0.isRetired }
        func role(_ role: Role) -> String {
            (given.first { $0.role == role } ?? given.first)?.role.rawValue ?? ""
        }
        let sites = state.worksitesByCode.prefix(1).map { ($0.code, role(.approver)) }
        let units = Unit.Kind.allCases.compactMap { kind in
            state.unitsByCode.first { $0.kind == kind && !$0.isRetired }
        }.map { (desk.words.unitCell($0.kind, $0.code), role(.viewer)) }
        return sites + units + [(desk.words.companyCell, role(.billingContact))]
    }
}
