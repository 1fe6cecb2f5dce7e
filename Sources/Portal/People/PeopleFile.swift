import Formats
import HTTP
import Staffing

/// The list of people as a file: a row for each role that somebody holds somewhere.
enum PeopleFile {
    static let header: [CSVCell] = [
        "name", "email", "standing", "role", "place", "place name", "from", "until",
    ]

    static func rows(_ state: TenantState, _ visit: Visit) -> [[CSVCell]] {
        let roster = PeopleRoster(
            state, for: visit.viewer, on: visit.today, under: visit.roles,
            matching: visit.query["q"] ?? "", saying: DelegationLines(state, visit))
        return [header] + roster.people.flatMap { rows($0, roster, visit) }
    }

    private static func rows(
        _ row: PeopleRoster.Row, _ roster: PeopleRoster, _ visit: Visit
    ) -> [[CSVCell]] {
        let person: [CSVCell] = [
            .text(row.contact.name), .text(row.showsEmail ? row.contact.email.text : ""),
            .text(visit.say.name(row.contact.standing)),
        ]
        let company = row.company.map { grant($0, code: "", name: visit.say.wholeCompany, visit) }
        let places = zip(roster.columns, row.places).flatMap { column, grants in
            grants.map { grant($0, code: column.code, name: column.name, visit) }
        }
        let held = company + places
        return held.isEmpty ? [person + ["", "", "", "", ""]] : held.map { person + $0 }
    }

    private static func grant(_ grant: Grant, code: String, name: String, _ visit: Visit) -> [CSVCell] {
        [
            .text(visit.say.name(grant.role, in: visit.roles)), .text(code), .text(name),
            .text(grant.days.from.iso), .text(grant.days.through?.iso ?? ""),
        ]
    }
}
