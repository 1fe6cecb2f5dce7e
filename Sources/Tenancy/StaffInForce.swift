import Locking
package import Staffing

/// Who is of the agency's staff at this moment, for doors that cannot wait for the agency. What the agency
/// believes stands here at once.
package final class StaffInForce: Sendable {
    private let members = Lock([StaffID: StaffMember]())

    package init() {}

    package subscript(id: StaffID) -> StaffMember? { members.withLock { $0[id] } }

    func put(_ staff: [StaffID: StaffMember]) { members.withLock { $0 = staff } }
}
