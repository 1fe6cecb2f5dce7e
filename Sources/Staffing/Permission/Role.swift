/// The short name of a role, as grants and files carry it. What it allows stands in the agency's role book.
package struct Role: Hashable, RawRepresentable, Sendable {
    package let rawValue: String

    package static let longest = 40

    /// Nothing unless it is 2 to 40 small letters, digits and inner hyphens.
    package init?(rawValue: String) {
        let bytes = rawValue.utf8
        guard (2...Self.longest).contains(bytes.count), bytes.first != 0x2d, bytes.last != 0x2d,
            bytes.allSatisfy({ (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2d })
        else { return nil }
        self.rawValue = rawValue
    }

    private init(known rawValue: String) { self.rawValue = rawValue }

    /// The short name for a title: its letters a to z and digits, small, with hyphens for everything else.
    package init?(titled title: String) {
        let words = title.lowercased().utf8.split { byte in
            !(0x61...0x7a).contains(byte) && !(0x30...0x39).contains(byte)
        }
        let text = words.map { String(Substring($0)) }.joined(separator: "-")
        self.init(rawValue: String(text.prefix(Self.longest)).trimmedOfHyphens)
    }

    package static let clientAdmin = Role(known: "client-admin")
    package static let approver = Role(known: "approver")
    package static let billingContact = Role(known: "billing-contact")
    package static let requester = Role(known: "requester")
    package static let hiringManager = Role(known: "hiring-manager")
    package static let interviewer = Role(known: "interviewer")
    package static let humanResources = Role(known: "hr")
    package static let viewer = Role(known: "viewer")

    package static let recruiter = Role(known: "recruiter")
    package static let coordinator = Role(known: "coordinator")
    package static let billing = Role(known: "billing")
    package static let finance = Role(known: "finance")
    package static let leader = Role(known: "leader")
    package static let opsAdmin = Role(known: "ops-admin")
    package static let auditor = Role(known: "auditor")
}

extension String {
    fileprivate var trimmedOfHyphens: String {
        String(drop { $0 == "-" }.reversed().drop { $0 == "-" }.reversed())
    }
}
