/// An unguessable number that names one record within its tenant. Each kind of record has a type of its own.
/// Public because the table of records looks it up inline.
public struct Identifier<Record>: Hashable, Sendable {
    public let rawValue: UInt64
    @inlinable public init(_ rawValue: UInt64) { self.rawValue = rawValue }
    @inlinable public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }
    @inlinable public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}

package typealias WorksiteID = Identifier<Worksite>
package typealias UnitID = Identifier<Unit>
package typealias ContactID = Identifier<Contact>
package typealias GrantID = Identifier<Grant>
package typealias WorkerID = Identifier<Worker>
package typealias AssignmentID = Identifier<Assignment>
package typealias TimesheetID = Identifier<Timesheet>
package typealias InvoiceID = Identifier<Invoice>
package typealias StaffID = Identifier<StaffMember>

/// The short name of a client company: its host name's first label and its folder, for ever.
package struct TenantID: Hashable, Comparable, Sendable {
    package let slug: String

    package static let longest = 40
    package static let reserved: Set<String> = ["staff", "www", "localhost", "agency", "access"]

    /// Nothing when the text is not a host label of 2 to 40 small letters, digits and inner hyphens.
    package init?(_ slug: String) {
        let bytes = Array(slug.utf8)
        guard (2...Self.longest).contains(bytes.count), !Self.reserved.contains(slug) else { return nil }
        let isPlain = bytes.allSatisfy {
            (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2d
        }
        guard isPlain, bytes.first != 0x2d, bytes.last != 0x2d else { return nil }
        self.slug = slug
    }

    package static func < (left: TenantID, right: TenantID) -> Bool { left.slug < right.slug }
}
