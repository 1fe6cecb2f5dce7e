import Crypto
import Formats
import Staffing

/// What somebody decided about hours: the hours themselves, who decided, when, and what came before it. The
/// same decision gives the same bytes each time, as long as nobody renames a worker, a job or a place.
struct DecisionReceipt: Sendable {
    let agency: String
    let client: String
    let tenant: TenantID
    let sheet: Timesheet
    let worker: String
    let job: String
    let purchaseOrder: String
    let worksite: Worksite
    private(set) var clock: LocalClock
    let decision: TimesheetEntry
    /// Everything from the arrival of the hours to the decision, the oldest first.
    let history: [TimesheetEntry]

    /// Says what kind of statement the signature stands under.
    static let type: StaticString = "countersign-receipt+json"

    /// Nothing where no decision stands: hours that wait, or whose approval was taken back.
    init?(_ detail: TimesheetDetail, at tenant: TenantID, called client: String, of agency: String) {
        let entries = detail.sheet.history
        guard let place = entries.lastIndex(where: \.what.isDecision),
            detail.sheet.isApproved == (entries[place].what == .approved), !detail.sheet.isWaiting
        else { return nil }
        self.agency = agency
        self.client = client
        self.tenant = tenant
        sheet = detail.sheet
        worker = detail.worker.name
        job = detail.assignment.title
        purchaseOrder = detail.assignment.purchaseOrder
        worksite = detail.worksite
        clock = detail.clock
        decision = entries[place]
        history = Array(entries[...place])
    }

    /// The same with times as another language prints them.
    func printed(in formats: FormatLanguage) -> DecisionReceipt {
        var receipt = self
        receipt.clock = clock.printing(formats)
        return receipt
    }

    var isApproval: Bool { decision.what == .approved }

    func decider(_ say: any Sentences) -> String { decision.author(agency: agency, say) }

    /// The name under which its files are offered, without an ending.
    var fileName: String { "receipt-\(worker)-\(sheet.week.iso)" }

    /// Follows from the hours: the journal names it beside the decision.
    var content: String { Base32Crockford.encode(sheet.fingerprint.short) }

    /// What is signed. Minutes are whole, moments are UTC with microseconds.
    var payload: [UInt8] {
        JSONWriter.object { receipt in
            receipt.field("kind", "countersign.timesheet-decision/1")
            receipt.field("agency", agency)
            receipt.object("client") {
                $0.field("id", tenant.slug)
                $0.field("name", client)
            }
            receipt.object("timesheet") { write(sheet: &$0) }
            receipt.object("decision") { write(decision, into: &$0) }
            receipt.array("history") { list in
                for entry in history { list.object { write(entry, into: &$0) } }
            }
        }
    }

    private func write(sheet object: inout JSONObjectWriter) {
        object.field("id", sheet.id.pathText)
        object.field("content", content)
        object.field("worker", worker)
        object.field("job", job)
        object.field("purchaseOrder", purchaseOrder)
        object.object("worksite") {
            $0.field("code", worksite.code)
            $0.field("name", worksite.name)
            $0.field("timeZone", worksite.timeZone)
        }
        object.field("week", sheet.week.iso)
        object.object("minutes") { write(sheet.hours, into: &$0) }
        object.array("days") { days in
            for worked in sheet.days { days.object { write(worked, into: &$0) } }
        }
        if let ruling = sheet.ruling { object.object("rules") { ruling.write(into: &$0) } }
    }

    private func write(_ worked: WorkedDay, into object: inout JSONObjectWriter) {
        object.field("day", worked.day.iso)
        write(worked.hours, into: &object)
        object.array("punches") { punches in
            for punch in worked.punches {
                punches.object {
                    $0.field("start", punch.start.isoExact)
                    $0.field("end", punch.end.isoExact)
                }
            }
        }
    }

    private func write(_ hours: HoursByType, into object: inout JSONObjectWriter) {
        object.field("regular", hours.regular)
        object.field("overtime", hours.overtime)
        object.field("doubleTime", hours.doubleTime)
        object.field("total", hours.total)
    }

    private func write(_ entry: TimesheetEntry, into object: inout JSONObjectWriter) {
        object.field("what", entry.what.code)
        if case .rejected(let reason, _) = entry.what { object.field("reason", reason.rawValue) }
        if let words = entry.what.words { object.field("words", words) }
        object.field("by", entry.author(agency: agency))
        if case .contact(let id) = entry.by { object.field("person", id.pathText) }
        if let behalf = entry.onBehalf {
            object.object("inPlaceOf") {
                $0.field("name", behalf.name)
                $0.field("person", behalf.contact.pathText)
            }
        }
        object.field("at", entry.at.isoExact)
    }
}

extension DecisionReceipt {
    /// `7:30 AM–12:00 PM, 12:30 PM–4:00 PM`, as the clocks there show it; nothing without punches.
    func times(_ worked: WorkedDay, _ say: any Sentences) -> String? {
        guard !worked.punches.isEmpty else { return nil }
        let times = worked.punches.map { punch in
            let end = clock.time(punch.end)
            let isNextDay = clock.day(punch.end) > worked.day
            return clock.time(punch.start) + "–" + (isNextDay ? say.ofTimesheetRules.nextDay(end) : end)
        }
        return times.joined(separator: ", ")
    }

    /// `9.5 h`, or with its parts where they are billed apart: `9.5 h (1.5 h overtime)`.
    func split(_ hours: HoursByType, _ say: any Sentences) -> String {
        let total = say.ofTimesheets.hours(hours.total)
        let premiums = [HourType.overtime, .doubleTime].filter { hours[$0] > 0 }.map {
            say.ofTimesheets.hours(hours[$0]) + " " + say.onPaper.name(of: $0).lowercased()
        }
        return premiums.isEmpty ? total : "\(total) (\(premiums.joined(separator: ", ")))"
    }
}

extension TimesheetEntry.What {
    fileprivate var isDecision: Bool {
        switch self {
        case .approved, .rejected: true
        case .received, .changed, .approvedFirst, .approvalWithdrawn, .commented, .invoiced: false
        }
    }

    /// Part of the file's form.
    fileprivate var code: String {
        switch self {
        case .received: "received"
        case .changed: "changed"
        case .approved: "approved"
        case .approvedFirst: "approved-first"
        case .approvalWithdrawn: "approval-withdrawn"
        case .rejected: "rejected"
        case .commented: "commented"
        case .invoiced: "invoiced"
        }
    }
}

extension Moment {
    /// `2026-11-21T15:00:03.250000Z`
    var isoExact: String {
        let day = CivilDate(localSeconds: seconds)
        let inDay = seconds - day.localSeconds
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : String(number) }
        let fraction = String(microseconds - seconds * 1_000_000 + 1_000_000).dropFirst()
        return "\(day.iso)T\(two(inDay / 3_600)):\(two(inDay / 60 % 60)):\(two(inDay % 60)).\(fraction)Z"
    }
}
