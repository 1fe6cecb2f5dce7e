/// What people change about themselves.
package enum OwnDetailsRules {
    /// Another mail address, which its person has shown to read. It must be free at this moment, whatever it
    /// was when they asked.
    package static func move(
        to address: EmailAddress, _ state: TenantState, _ context: Context
    ) throws(PeopleRefusal) -> [PeopleEvent] {
        guard case .contact(let id) = context.viewer.person, let contact = state.contacts[id],
            contact.standing == .active
        else { throw .notAllowed }
        if let holder = state.contact(email: address), holder.id != id { throw .emailTaken }
        guard address != contact.email else { return [] }
        return [.edited(id, name: contact.name, email: address, language: contact.language)]
    }

    /// The language in which they are spoken to from now on. That somebody of a client in Québec asked for
    /// English stands on record by it, with who and when.
    package static func speak(
        _ language: Language, _ state: TenantState, _ context: Context
    ) throws(PeopleRefusal) -> [PeopleEvent] {
        guard case .contact(let id) = context.viewer.person, let contact = state.contacts[id],
            contact.standing == .active
        else { throw .notAllowed }
        guard language != contact.language else { return [] }
        return [.edited(id, name: contact.name, email: contact.email, language: language)]
    }

    /// Another mail address for one of the agency's own people.
    package static func move(
        to address: EmailAddress, _ state: AgencyState, _ context: Context
    ) throws(AgencyRefusal) -> [AgencyEvent] {
        guard case .staff(let id) = context.viewer.person, let member = state.staff[id], member.isActive
        else { throw .notAllowed }
        if let holder = state.staffID(email: address), holder != id { throw .emailTaken }
        return address == member.email ? [] : [.staffMoved(id, address)]
    }
}
