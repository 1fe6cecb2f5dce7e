package import Staffing

/// People of a client who work there, too, as the column `worker` of their rows says by a payroll number.
extension TenantFiles {
    mutating func addIdentity(_ email: EmailAddress, _ row: AgencyTable.Row) throws(AgencyFileRefusal) {
        let number = row["worker"]
        guard !number.isEmpty else { return }
        if let known = identities.first(where: { $0.value.email == email }) {
            guard known.value.worker == number else {
                throw row.place.refusal(.contradicts("worker", first: known.place.line))
            }
            return
        }
        identities.append(Located(row.place, (email, number)))
    }

    /// Behind the people: who of them is which worker. What was said otherwise since stays.
    package func peopleWhoWork(_ state: TenantState) -> [Located<PeopleCommand>] {
        identities.compactMap { located in
            guard let contact = state.contact(email: located.value.email),
                let worker = state.worker(number: located.value.worker),
                state.identities[contact.id] == nil
            else { return nil }
            return Located(located.place, .identify(contact.id, worker.id))
        }
    }
}
