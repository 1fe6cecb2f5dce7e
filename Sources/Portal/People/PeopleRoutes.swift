import Staffing

extension Routes {
    static let people = Route<NoKey>("/people")
    static let peopleFile = Route<NoKey>("/people/csv")
    /// The empty form for a new person.
    static let inviting = Route<NoKey>("/people/invitation")
    static let person = Route<ContactID>("/people/*")
    static let personRemoval = Route<ContactID>("/people/*/removal")
    /// Undoes a removal of a moment ago.
    static let personReturn = Route<ContactID>("/people/*/return")
    /// A new link for somebody who is on the list already.
    static let personInvitation = Route<ContactID>("/people/*/invitation")
}
