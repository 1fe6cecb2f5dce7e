package import Staffing

/// What the two clients have.
extension Cast {
    package static let dock4 = Worksite(
        id: Identifier(401), code: "D4", name: "Dock 4", address: "4 Pier Road, Halifax",
        timeZone: "America/Halifax", jurisdiction: "CA-NS")
    package static let plant2 = Worksite(
        id: Identifier(402), code: "P2", name: "Plant 2", address: "2 Mill Street, Seattle",
        timeZone: "America/Los_Angeles", jurisdiction: "US-WA")

    package static let tomasz = Worker(id: Identifier(201), number: "W-201", name: "Tomasz Wiśniewski")
    package static let priya = Worker(id: Identifier(202), number: "W-202", name: "Priya Nair")
    package static let aoife = Worker(id: Identifier(203), number: "W-203", name: "Aoife O’Brien")
    package static let daniel = Worker(id: Identifier(204), number: "W-204", name: "Daniel Mensah")

    package static let tomaszAtDock = assignment(501, tomasz, dock4, "Forklift operator")
    package static let priyaAtDock = assignment(502, priya, dock4, "Order picker")
    package static let aoifeAtDock = assignment(503, aoife, dock4, "Order picker")
    package static let danielAtPlant = assignment(504, daniel, plant2, "Line operator")

    package static let harbourFoods = Client(
        name: "Harbour Foods", currency: .cad, language: .english, timeZone: "America/Halifax",
        workweekStart: .monday, invoicePrefix: "HF", paymentTermsDays: 30)
    package static let cedarMills = Client(
        name: "Cedar Mills", currency: .usd, language: .english, timeZone: "America/Los_Angeles",
        workweekStart: .sunday, invoicePrefix: "CM", paymentTermsDays: 15)

    /// Harbour Foods with its people, worksites, workers and assignments, before any hours.
    package static let harbour: TenantState = {
        var state = TenantState()
        let records: [SetupEvent] =
            [.opened(harbourFoods)] + [dock4, plant2].map(SetupEvent.worksiteAdded)
            + [tomasz, priya, aoife, daniel].map(SetupEvent.workerRegistered)
            + [tomaszAtDock, priyaAtDock, aoifeAtDock, danielAtPlant].map(SetupEvent.assignmentStarted)
        state.take(records.map(TenantEvent.setup), by: .system, at: moment(begin, hour: 12))
        state.take(
            everybody.map { .people(.invited($0)) }, by: .system, at: moment(begin, hour: 13))
        return state
    }()

    /// The same with one clean sheet each for the week that waits: 701 Tomasz, 702 Priya, 703 Aoife, 704 Daniel.
    package static let harbourWaiting: TenantState = {
        var state = harbour
        for (sheet, assignment) in [
            (701, tomaszAtDock), (702, priyaAtDock), (703, aoifeAtDock), (704, danielAtPlant),
        ] as [(UInt64, Assignment)] {
            state.receive(sheet, assignment)
        }
        return state
    }()

    /// Cedar Mills: one worksite, one worker, one sheet, with numbers that Harbour Foods uses too.
    package static let cedar: TenantState = {
        var state = TenantState()
        let yard = Worksite(
            id: dock4.id, code: "Y1", name: "Yard 1", address: "1 Log Lane", timeZone: "America/Los_Angeles",
            jurisdiction: "US-WA")
        let omar = Worker(id: tomasz.id, number: "W-201", name: "Omar Haddad")
        let omarAtYard = assignment(501, omar, yard, "Sawyer")
        let records: [SetupEvent] = [
            .opened(cedarMills), .worksiteAdded(yard), .workerRegistered(omar),
            .assignmentStarted(omarAtYard),
        ]
        state.take(records.map(TenantEvent.setup), by: .system, at: moment(begin, hour: 12))
        state.take([.people(.invited(zoe))], by: .system, at: moment(begin, hour: 13))
        state.receive(705, omarAtYard, week: week.adding(days: -1))
        return state
    }()

    private static func assignment(
        _ number: UInt64, _ worker: Worker, _ worksite: Worksite, _ title: String
    ) -> Assignment {
        Assignment(
            id: Identifier(number), worker: worker.id, worksite: worksite.id, title: title,
            days: DayRange(from: begin), billRate: HourlyRate(minorUnits: 3_150), schedule: fullWeek,
            purchaseOrder: "PO-\(number)")
    }
}
