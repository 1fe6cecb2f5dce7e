internal import Journal
package import Staffing

/// Where an account lives: one client's portal, or the agency's own.
package enum Realm: Hashable, Sendable {
    case tenant(TenantID)
    case agency
}

/// Who signs in, and where. The same person at two clients has two accounts that know nothing of each other.
package struct Account: Hashable, Sendable {
    package let realm: Realm
    package let person: Viewer.Person

    package init(realm: Realm, person: Viewer.Person) {
        self.realm = realm
        self.person = person
    }
}

// Access writes these out itself: conforming types of other targets to `Storable` is left to Tenancy.
extension RecordWriter {
    mutating func write(_ realm: Realm) {
        switch realm {
        case .agency: write("")
        case .tenant(let tenant): write(tenant.slug)
        }
    }

    mutating func write(_ person: Viewer.Person) {
        switch person {
        case .nobody: write(0 as UInt8)
        case .system: write(1 as UInt8)
        case .contact(let id):
            write(2 as UInt8)
            write(id.rawValue)
        case .staff(let id):
            write(3 as UInt8)
            write(id.rawValue)
        case .worker(let id):
            write(4 as UInt8)
            write(id.rawValue)
        }
    }

    mutating func write(_ account: Account) {
        write(account.realm)
        write(account.person)
    }

    mutating func write(_ moment: Moment) { write(moment.microseconds) }
}

extension RecordReader {
    mutating func readRealm() throws(Damaged) -> Realm {
        let slug = try readText()
        if slug.isEmpty { return .agency }
        guard let tenant = TenantID(slug) else { throw Damaged("not a tenant's name") }
        return .tenant(tenant)
    }

    mutating func readPerson() throws(Damaged) -> Viewer.Person {
        switch try readByte() {
        case 0: return .nobody
        case 1: return .system
        case 2: return .contact(ContactID(try readNumber()))
        case 3: return .staff(StaffID(try readNumber()))
        case 4: return .worker(WorkerID(try readNumber()))
        default: throw Damaged("a person of an unknown kind")
        }
    }

    mutating func readAccount() throws(Damaged) -> Account {
        Account(realm: try readRealm(), person: try readPerson())
    }

    mutating func readMoment() throws(Damaged) -> Moment { Moment(microseconds: try readSigned()) }
}
