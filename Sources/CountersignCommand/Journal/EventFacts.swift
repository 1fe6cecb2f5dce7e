import Crypto
import Formats
import Portal
import Staffing

/// One thing that an event says.
struct EventFact {
    let name: String
    let value: String
    /// On a line for people; words stand in quotes there.
    let text: String

    init(_ name: String, _ value: String) {
        self.init(name, value, text: value)
    }

    private init(_ name: String, _ value: String, text: String) {
        self.name = name
        self.value = value
        self.text = text
    }

    static func id<Record>(_ name: String, _ id: Identifier<Record>) -> EventFact {
        EventFact(name, id.pathText)
    }

    /// Words of people, in quotes where they end.
    static func words(_ name: String, _ words: String) -> EventFact {
        EventFact(name, words, text: "“\(JournalForm.plain(words))”")
    }

    static func day(_ name: String, _ day: Day) -> EventFact {
        EventFact(name, CivilDate(days: day.number).iso)
    }

    static func minutes(_ days: [WorkedDay]) -> EventFact {
        let total = days.reduce(0) { $0 + $1.hours.total }
        return EventFact("minutes", "\(total) on \(days.count) days")
    }

    /// The short form that pages carry too.
    static func content(_ fingerprint: Fingerprint) -> EventFact {
        EventFact("content", Base32Crockford.encode(fingerprint.short))
    }
}

extension TenantEvent {
    /// What a person wants to know of it. Pay never stands in a client's journal; bill rates do, and are left
    /// out.
    var facts: [EventFact] {
        switch self {
        case .setup(let event): event.facts
        case .people(let event): event.facts
        case .timesheet(let event):
            [.id("timesheet", event.timesheet)] + event.facts
                + (event.onBehalf.map { [.id("for", $0.contact)] } ?? [])
        case .invoice(let event): event.facts
        case .delegation(let event): event.facts
        case .cutoff(let event): event.facts
        case .expected(let event): event.facts
        }
    }
}

extension SetupEvent {
    fileprivate var facts: [EventFact] {
        switch self {
        case .opened(let client):
            [
                .words("client", client.name), EventFact("currency", client.currency.rawValue),
                EventFact("zone", client.timeZone), EventFact("prefix", client.invoicePrefix),
            ]
        case .worksiteAdded(let site):
            [
                .id("worksite", site.id), .words("code", site.code), .words("name", site.name),
                EventFact("zone", site.timeZone),
            ]
        case .workerRegistered(let worker):
            [.id("worker", worker.id), .words("number", worker.number), .words("name", worker.name)]
        case .assignmentStarted(let assignment):
            [
                .id("assignment", assignment.id), .id("worker", assignment.worker),
                .id("worksite", assignment.worksite), .words("title", assignment.title),
                .day("from", assignment.days.from),
            ]
        case .unitAdded(let unit):
            [
                .id("unit", unit.id), EventFact("kind", unit.kind.rawValue), .words("code", unit.code),
                .words("name", unit.name),
            ]
        case .unitChanged(let id, let name, let isRetired):
            [.id("unit", id), .words("name", name), EventFact("retired", isRetired ? "yes" : "no")]
        case .assignmentPlaced(let id, let department, let costCenter):
            [.id("assignment", id)] + (department.map { [.id("department", $0)] } ?? [])
                + (costCenter.map { [.id("cost-center", $0)] } ?? [])
        case .overtimeRulesChosen(let site, let pack):
            [.id("worksite", site), EventFact("overtime-rules", pack ?? "none")]
        case .signInDemanded(let demand, let side):
            [EventFact("demand", "\(demand)"), EventFact("by", side.rawValue)]
        }
    }
}

extension PeopleEvent {
    fileprivate var facts: [EventFact] {
        switch self {
        case .invited(let contact):
            [
                .id("contact", contact.id), .words("name", contact.name),
                EventFact("email", contact.email.text),
            ] + contact.grants.flatMap(\.facts)
        case .joined(let id), .removed(let id): [.id("contact", id)]
        case .edited(let id, let name, let email, let language):
            [
                .id("contact", id), .words("name", name), EventFact("email", email.text),
                EventFact("language", language.rawValue),
            ]
        case .grantGiven(let id, let grant): [.id("contact", id)] + grant.facts
        case .grantWithdrawn(let id, let grant): [.id("contact", id), .id("grant", grant)]
        case .handedOver(let id, let receiver, let grant):
            [.id("contact", receiver), .id("in-place-of", id)] + grant.facts
        case .returned(let id, _, let grants): [.id("contact", id)] + grants.flatMap(\.facts)
        case .identified(let id, let worker):
            [.id("contact", id)] + (worker.map { [.id("worker", $0)] } ?? [])
        }
    }
}

extension Grant {
    fileprivate var facts: [EventFact] {
        let place: EventFact =
            switch node {
            case .tenant: EventFact("at", "all worksites")
            case .worksite(let id): .id("at", id)
            case .unit(let id): .id("at", id)
            }
        return [EventFact("role", role.rawValue), place, .day("from", days.from)]
            + (days.through.map { [.day("through", $0)] } ?? []) + (limit?.facts ?? [])
    }
}

extension ApprovalLimit {
    /// An amount is not printed: it may tell of a rate.
    fileprivate var facts: [EventFact] {
        (minutes.map { [EventFact("up-to-minutes", "\($0)")] } ?? [])
            + (amount == nil ? [] : [EventFact("up-to-amount", "yes")])
    }
}

extension OvertimeRuling? {
    /// Which rules split the hours, where some did.
    fileprivate var facts: [EventFact] { map { [EventFact("rules", "\($0.pack) \($0.version)")] } ?? [] }
}

extension TimesheetEvent {
    fileprivate var facts: [EventFact] {
        switch self {
        case .received(let received):
            [
                .id("assignment", received.assignment), .day("week", received.week),
                .minutes(received.days), .content(received.fingerprint),
            ] + received.ruling.facts
        case .changed(_, let days, let fingerprint, let ruling):
            [.minutes(days), .content(fingerprint)] + ruling.facts
        case .approved(_, let seen, _): [.content(seen)]
        case .approvedFirst(_, let seen, let limit, _): [.content(seen)] + limit.facts
        case .approvalWithdrawn: []
        case .rejected(_, let seen, let reason, let words, _):
            [.content(seen), EventFact("reason", reason.rawValue), .words("words", words)]
        case .commented(_, let words): [.words("words", words)]
        }
    }
}

extension DelegationEvent {
    fileprivate var facts: [EventFact] {
        switch self {
        case .given(let delegation):
            [
                .id("delegation", delegation.id), .id("from", delegation.giver),
                .id("to", delegation.delegate), .day("begins", delegation.days.from),
            ] + (delegation.days.through.map { [.day("through", $0)] } ?? [])
                + delegation.worksites.map { .id("at", $0) }
        case .ended(let id): [.id("delegation", id)]
        }
    }
}

extension InvoiceEvent {
    fileprivate var facts: [EventFact] {
        switch self {
        case .issued(let invoice):
            [
                .id("invoice", invoice.id), .words("number", invoice.number),
                .id("worksite", invoice.worksite), .day("week", invoice.week),
                EventFact("lines", String(invoice.lines.count)),
                EventFact("total", "\(invoice.total.plain) \(invoice.total.currency.rawValue)"),
                EventFact("file", invoice.file.hex),
            ]
        case .paid(let id, let day): [.id("invoice", id), .day("on", day)]
        }
    }
}

extension AgencyEvent {
    /// The same for the agency's own records. How much somebody is paid is not printed.
    var facts: [EventFact] {
        switch self {
        case .staffJoined(let member):
            [
                .id("staff", member.id), .words("name", member.name),
                EventFact("email", member.email.text),
                EventFact("roles", member.roles.map(\.rawValue).sorted().joined(separator: " ")),
            ]
        case .staffLeft(let id): [.id("staff", id)]
        case .staffChanged(let id, let name, let roles):
            [
                .id("staff", id), .words("name", name),
                EventFact("roles", roles.map(\.rawValue).sorted().joined(separator: " ")),
            ]
        case .tenantOpened(let id, let name): [EventFact("tenant", id.slug), .words("name", name)]
        case .tenantBranded(let id, let branding):
            [
                EventFact("tenant", id.slug), .words("name", branding.name ?? ""),
                EventFact("accent", branding.accent?.hex ?? "own"),
            ]
        case .payRateSet(let tenant, let assignment, _):
            [EventFact("tenant", tenant.slug), .id("assignment", assignment)]
        case .roleDefined(let definition), .roleChanged(let definition):
            [
                EventFact("role", definition.role.rawValue), EventFact("side", definition.side.rawValue),
                .words("title", definition.title ?? ""),
                EventFact("allows", definition.permissions.listed.map(\.rawValue).joined(separator: " ")),
                EventFact("given-by-clients", definition.isGivenByClients ? "yes" : "no"),
            ]
        case .roleRetired(let role): [EventFact("role", role.rawValue)]
        case .secondFactorDemanded(let isDemanded, let role):
            [EventFact("role", role.rawValue), EventFact("demanded", isDemanded ? "yes" : "no")]
        case .staffMoved(let id, let address): [.id("staff", id), EventFact("email", address.text)]
        }
    }
}

extension Money {
    /// `1250.00`.
    fileprivate var plain: String {
        let cents = minorUnits.magnitude % 100
        return (minorUnits < 0 ? "-" : "") + "\(minorUnits.magnitude / 100)." + (cents < 10 ? "0" : "")
            + "\(cents)"
    }
}

extension Fingerprint {
    /// As the file of that content is named on disk.
    fileprivate var hex: String {
        [first, second, third, fourth].map { part in
            let digits = String(part, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
