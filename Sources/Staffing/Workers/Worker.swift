/// Someone whom the agency sends to work. Countersign knows the name and the payroll number, no more.
package struct Worker: Identified, Hashable, Sendable {
    package let id: WorkerID
    /// The number in the agency's payroll, by which imports match.
    package let number: String
    package let name: String

    package init(id: WorkerID, number: String, name: String) {
        self.id = id
        self.number = number
        self.name = name
    }
}
