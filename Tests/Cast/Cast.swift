package import Staffing

/// The people and clients whom all tests share: Harbour Foods with two worksites, and Cedar Mills, which has
/// records of the same kinds and must never show in the other.
package enum Cast {
    /// Monday, 2026-11-16: the week whose hours wait.
    package static let week = Day(number: 20_773)
    /// Monday, 2026-11-23.
    package static let today = Day(number: 20_780)
    /// 15:00 UTC on that Monday.
    package static let now = moment(today, hour: 15)
    package static let begin = Day(number: 20_454)

    /// Eight hours from Monday to Friday.
    package static let fullWeek = WeekSchedule(minutes: [480, 480, 480, 480, 480, 0, 0])

    package static func moment(_ day: Day, hour: Int64, minute: Int64 = 0) -> Moment {
        Moment(microseconds: 0).adding(seconds: Int64(day.number) * 86_400 + hour * 3_600 + minute * 60)
    }

    /// Random numbers that are not random: each is used once in a test.
    package static func context(
        _ viewer: Viewer, at moment: Moment = now, on day: Day = today, drawing number: UInt64 = 9_001
    ) -> Context {
        Context(
            viewer: viewer, moment: moment, today: day, roles: .templates, drawNumber: { number },
            fingerprint: fingerprint)
    }

    /// Tells contents apart as well as a test needs (FNV-1a); the real one is in Crypto, which this has not.
    package static let fingerprint: @Sendable ([UInt8]) -> Fingerprint = { bytes in
        let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return Fingerprint(hash, hash &+ 1, hash &+ 2, hash &+ 3)
    }
}

extension TenantState {
    /// Lets something have happened.
    package mutating func take(_ events: [TenantEvent], by viewer: Viewer, at moment: Moment = Cast.now) {
        for event in events {
            evolve(
                Recorded(event: event, at: moment, by: viewer.person, name: viewer.name, request: 1))
        }
    }

    /// Decides and evolves, as the tenant's actor does.
    @discardableResult
    package mutating func perform(
        _ command: TimesheetCommand, by viewer: Viewer, at moment: Moment = Cast.now,
        drawing number: UInt64 = 9_001
    ) throws(TimesheetRefusal) -> [TimesheetEvent] {
        let context = Cast.context(viewer, at: moment, drawing: number)
        let events = try TimesheetRules.decide(command, self, context)
        take(events.map(TenantEvent.timesheet), by: viewer, at: moment)
        return events
    }
}

extension Viewer {
    /// Under the roles with which every agency begins.
    package static func contact(_ contact: Contact) -> Viewer { .contact(contact, under: .templates) }
    package static func staff(_ member: StaffMember) -> Viewer { .staff(member, under: .templates) }
}

extension TenantState {
    @discardableResult
    package mutating func perform(
        _ command: ExpectedCommand, by viewer: Viewer, on day: Day = Cast.today, at moment: Moment = Cast.now
    ) throws(ExpectedRefusal) -> [TenantEvent] {
        let events = try ExpectedRules.decide(command, self, Cast.context(viewer, at: moment, on: day))
        take(events, by: viewer, at: moment)
        return events
    }
}
