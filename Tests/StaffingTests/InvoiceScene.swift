import Cast
import Locking
import Staffing
import Testing

/// A client with the worksites A and B whose hours come in, are approved and invoiced, by commands alone.
struct InvoiceScene {
    private(set) var state = TenantState()
    var today = Day(number: 20_775)
    /// Monday, 2026-11-09.
    let week = Day(number: 20_766)
    let file = Fingerprint(1, 2, 3, 4)
    private(set) var approver = Viewer.nobody
    private let numbers = Dice()

    private final class Dice: Sendable {
        private let last = Lock(UInt64(0))
        func draw() -> UInt64 {
            last.withLock {
                $0 = ($0 &+ 1) &* 0x9E37_79B9_7F4A_7C15; return $0
            }
        }
    }

    init() throws {
        try setUp(
            .open(
                Client(
                    name: "Northwind Ltd", currency: .usd, language: .english, timeZone: "UTC",
                    workweekStart: .monday, invoicePrefix: "NW", paymentTermsDays: 30)))
        for code in ["A", "B"] {
            try setUp(
                .addWorksite(
                    code: code, name: "Dock \(code)", address: "1 Dock Road", timeZone: "UTC",
                    jurisdiction: "US-WA"))
        }
        let ask = GrantAsk(role: .approver, node: .tenant, days: DayRange(from: week))
        let events = try PeopleRules.decide(
            .invite(name: "Ada", email: "ada@northwind.example", language: .english, grants: [ask]), state,
            context(.system))
        for event in events { evolve(.people(event), .system) }
        approver = Viewer.contact(try #require(state.contacts.values.first))
    }

    func context(_ viewer: Viewer) -> Context {
        Context(
            viewer: viewer, moment: Moment(microseconds: Int64(today.number) * 86_400_000_000), today: today,
            roles: .templates, drawNumber: { [numbers] in numbers.draw() },
            fingerprint: { content in
                let sum = content.reduce(14_695_981_039_346_656_037) {
                    ($0 ^ UInt64($1)) &* 1_099_511_628_211
                }
                return Fingerprint(sum, 0, 0, 0)
            })
    }

    private mutating func evolve(_ event: TenantEvent, _ viewer: Viewer) {
        state.evolve(
            Recorded(
                event: event, at: context(viewer).moment, by: viewer.person, name: viewer.name, request: 0))
    }

    private mutating func setUp(_ command: SetupCommand) throws {
        for event in try SetupRules.decide(command, state, context(.system)) {
            evolve(.setup(event), .system)
        }
    }

    /// Hours of a worker of their own on an assignment of its own, submitted.
    mutating func sheet(
        _ name: String, at site: String, weekOffset: Int = 0, minutes: Int = 480, overtime: Int = 0,
        rate: Int64 = 3_150, startOffset: Int = -70
    ) throws -> TimesheetID {
        if state.worker(number: name) == nil { try setUp(.registerWorker(number: name, name: name)) }
        let worker = try #require(state.worker(number: name))
        let worksite = try #require(state.worksite(code: site))
        let days = DayRange(from: week.adding(days: startOffset))
        func twin(_ state: TenantState) -> Assignment? {
            state.assignments(of: worker.id).first { $0.worksite == worksite.id && $0.days == days }
        }
        if twin(state) == nil {
            try setUp(
                .startAssignment(
                    worker.id, worksite.id, title: "Picker", days, billRate: HourlyRate(minorUnits: rate),
                    WeekSchedule(minutes: [480, 480, 480, 480, 480, 0, 0]), purchaseOrder: "PO-1"))
        }
        let assignment = try #require(twin(state))
        let first = week.adding(days: weekOffset)
        let day = WorkedDay(day: first, hours: HoursByType(regular: minutes, overtime: overtime))
        try perform(.receive(assignment.id, week: first, days: [day]), as: .system)
        return try #require(state.timesheet(of: assignment.id, week: first)).id
    }

    mutating func perform(_ command: TimesheetCommand, as viewer: Viewer) throws {
        for event in try TimesheetRules.decide(command, state, context(viewer)) {
            evolve(.timesheet(event), viewer)
        }
    }

    mutating func approve(_ id: TimesheetID) throws {
        let sheet = try #require(state.timesheets[id])
        try perform(.approve(id, seen: sheet.fingerprint.short), as: approver)
    }

    func drafts(
        through last: Day? = nil, leavingOut skipped: Set<InvoiceBundle> = []
    ) throws -> [InvoiceDraft] {
        try InvoiceRules.drafts(
            through: last ?? week.adding(days: 70), leavingOut: skipped, state, context(.system))
    }

    @discardableResult
    mutating func issue(_ draft: InvoiceDraft) throws -> InvoiceID {
        let events = try InvoiceRules.decide(.issue(draft, file: file), state, context(.system))
        for event in events { evolve(.invoice(event), .system) }
        guard case .issued(let invoice) = events.first else { throw InvoiceRefusal.unknown }
        return invoice.id
    }

    mutating func pay(_ id: InvoiceID, on day: Day) throws {
        for event in try InvoiceRules.decide(.recordPayment(id, on: day), state, context(.system)) {
            evolve(.invoice(event), .system)
        }
    }
}
