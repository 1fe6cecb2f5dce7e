import Staffing

/// A role at a place: one box of the form about a person.
struct Holding: Hashable, Sendable {
    let role: Role
    let node: Node

    private static let wholeCompany = "company"
    /// No worksite's identifier begins so.
    private static let unit = "unit-"

    init(_ role: Role, _ node: Node) {
        self.role = role
        self.node = node
    }

    /// The value of the box: `approver:company` `approver:` and a worksite's identifier, or
    /// `approver:unit-` and that of a department or a cost center.
    var formText: String {
        switch node {
        case .tenant: "\(role.rawValue):\(Self.wholeCompany)"
        case .worksite(let id): "\(role.rawValue):\(id.pathText)"
        case .unit(let id): "\(role.rawValue):\(Self.unit)\(id.pathText)"
        }
    }

    init?(formText: String) {
        let parts = formText.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let role = Role(rawValue: parts[0]) else { return nil }
        if parts[1] == Self.wholeCompany {
            self.init(role, .tenant)
        } else if parts[1].hasPrefix(Self.unit),
            let id = UnitID(pathText: String(parts[1].dropFirst(Self.unit.count)))
        {
            self.init(role, .unit(id))
        } else if let id = WorksiteID(pathText: parts[1]) {
            self.init(role, .worksite(id))
        } else {
            return nil
        }
    }
}

extension Grant {
    var holding: Holding { Holding(role, node) }
}

extension Contact {
    /// Changes whenever anything about the person does; a form carries it, so that two people who edit
    /// at the same time cannot undo each other unnoticed.
    func edition(_ fingerprint: ([UInt8]) -> Fingerprint) -> String {
        var content = CanonicalBytes()
        content.append(name)
        content.append(email.text)
        content.append(language.rawValue)
        content.append(standing.rawValue)
        for grant in grants {
            content.append(grant.id.rawValue)
        }
        return Identifier<Contact>(fingerprint(content.bytes).short).pathText
    }

    /// The days that everything this person holds has in common; nothing when they differ.
    var commonDays: DayRange? {
        let days = Set(grants.map(\.days))
        return days.count == 1 ? days.first : nil
    }
}
