import Access
import Crypto
import Journal
import MemoryDisk
import Staffing
import Tenancy

/// Reads what a life has left on the disk, before the next one touches it, and holds it to the ledger.
struct Inspection {
    let disk: MemoryDisk
    let roster: Roster
    let ledger: Ledger

    /// Each finding is a broken promise.
    func run() -> [String] {
        var findings: [String] = []
        for client in roster.clients {
            findings += sound("tenants/\(client.id.slug)")
            findings += history(of: client)
        }
        for name in ["agency", Doorkeeper.storeName, Trail.storeName] { findings += sound(name) }
        return findings + strangers()
    }

    private func sound(_ name: String) -> [String] {
        verify(disk, name: name).findings.map { "\(name) does not verify: \($0.explanation)" }
    }

    /// No byte of one client in another's files.
    private func strangers() -> [String] {
        var findings: [String] = []
        for name in disk.files {
            for slug in Roster.slugs where !name.hasPrefix("tenants/\(slug)/") && name.hasPrefix("tenants/") {
                let canary = Array(Roster.canary(slug).utf8)
                if disk.contents(name)?.firstPlace(of: canary) != nil {
                    findings.append("\(name) holds text of \(slug)")
                }
            }
        }
        return findings
    }

    private func history(of client: Roster.Client) -> [String] {
        do throws(StoreFailure) {
            let full = try History(client.id, on: disk.copy(), usesSnapshots: false)
            let quick = try History(client.id, on: disk.copy(), usesSnapshots: true)
            var findings = check(full, client)
            if full.encodedState != quick.encodedState {
                findings.append(
                    "\(client.id.slug): a snapshot and what follows differ from the whole journal")
            }
            return findings
        } catch {
            return ["\(client.id.slug) cannot be read: \(error.explanation)"]
        }
    }

    private func check(_ history: History, _ client: Roster.Client) -> [String] {
        let slug = client.id.slug
        var findings: [String] = []
        for (name, contact) in client.contacts.sorted(by: { $0.key < $1.key }) {
            let author = Ledger.Author(slug: slug, name: name)
            let found = history.deeds(by: contact)
            findings += missing(ledger.promised[author] ?? [], in: found, author)
            var counts: [Deed: Int] = [:]
            for deed in found { counts[deed, default: 0] += 1 }
            for (deed, count) in counts
            where count > ledger.asked[Ledger.Key(author: author, deed: deed)] ?? 0 {
                findings.append("\(name)@\(slug) \(deed.words): \(count) times, which is more than was asked")
            }
        }
        let hours = history.hours(client)
        for lost in (ledger.confirmed[slug] ?? []).subtracting(hours) {
            findings.append("\(slug) lost the confirmed hours \(lost)")
        }
        let twice = Dictionary(grouping: hours, by: \.self).filter { $0.value.count > 1 }
        for hours in twice.keys { findings.append("\(slug) has \(hours) twice") }
        for guest in ledger.removed where guest.slug == slug {
            guard let id = client.contacts[guest.name], history.standing(of: id) != .removed else { continue }
            findings.append("\(guest.name)@\(slug) was removed and is back")
        }
        return findings.sorted()
    }

    /// What was promised must be there, in the order of the promises; more may be, that nobody heard of.
    private func missing(_ promised: [Deed], in found: [Deed], _ author: Ledger.Author) -> [String] {
        var place = found.startIndex
        for deed in promised {
            guard let hit = found[place...].firstIndex(of: deed) else {
                return ["\(author.name)@\(author.slug) \(deed.words): acknowledged, and not there"]
            }
            place = hit + 1
        }
        return []
    }
}

/// One client's journal, read as the product reads it.
struct History {
    private var events: [Recorded<TenantEvent>] = []
    private var state = TenantState()

    private struct NotThisTime: Error {}

    init(_ id: TenantID, on disk: MemoryDisk, usesSnapshots: Bool) throws(StoreFailure) {
        var events: [Recorded<TenantEvent>] = []
        var state = TenantState()
        let store = try Store(
            opening: disk, name: Tenant.storeName(of: id), identity: Array(id.slug.utf8),
            restore: { snapshot in
                guard usesSnapshots else { throw NotThisTime() }
                var reader = RecordReader(snapshot)
                state = TenantState(try TenantRecords(from: &reader))
            },
            replay: { entry in
                for recorded in try StoredStep<TenantEvent>(from: entry.payload).events {
                    state.evolve(recorded)
                    events.append(recorded)
                }
            })
        store.close()
        (self.events, self.state) = (events, state)
    }

    /// Whether nothing but the end is missing here.
    func isBeginning(of whole: History) -> Bool { whole.events.starts(with: events) }

    var encodedState: [UInt8] {
        var writer = RecordWriter()
        writer.write(state.records)
        return writer.bytes
    }

    func standing(of contact: ContactID) -> Contact.Standing? { state.contacts[contact]?.standing }

    /// What somebody did, in the order of the journal.
    func deeds(by contact: ContactID) -> [Deed] {
        events.compactMap { recorded in
            guard recorded.by == .contact(contact), case .timesheet(let event) = recorded.event else {
                return nil
            }
            let sheet = Person.text(event.timesheet.rawValue)
            return switch event {
            case .approved, .approvedFirst: .approve(sheet: sheet)
            case .approvalWithdrawn: .withdraw(sheet: sheet)
            case .rejected: .sendBack(sheet: sheet)
            case .commented(_, let words): .comment(sheet: sheet, words: words)
            case .received, .changed: nil
            }
        }
    }

    /// The hours that came in after the beginning.
    func hours(_ client: Roster.Client) -> [Hours] {
        events.compactMap { recorded in
            guard case .timesheet(.received(let received)) = recorded.event, received.week != Roster.week,
                let place = client.assignments.firstIndex(of: received.assignment)
            else { return nil }
            return Hours(place: place, week: Int(received.week.number - Roster.week.number) / 7)
        }
    }
}
