/// Everything that can have happened at one client.
package enum TenantEvent: Hashable, Sendable {
    case setup(SetupEvent)
    case people(PeopleEvent)
    case timesheet(TimesheetEvent)
    case invoice(InvoiceEvent)
    case delegation(DelegationEvent)
    case cutoff(CutoffEvent)
    case expected(ExpectedEvent)
}

/// An event with the circumstances that every event has.
package struct Recorded<Event: Hashable & Sendable>: Hashable, Sendable {
    package let event: Event
    package let at: Moment
    package let by: Viewer.Person
    /// The person's name when it happened.
    package let name: String
    /// The request that caused it, or zero for the program's own work.
    package let request: UInt64

    package init(event: Event, at: Moment, by: Viewer.Person, name: String, request: UInt64) {
        self.event = event
        self.at = at
        self.by = by
        self.name = name
        self.request = request
    }
}
