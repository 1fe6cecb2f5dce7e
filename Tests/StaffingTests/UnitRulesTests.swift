import Cast
import Testing

@testable import Staffing

@Suite("Departments and cost centers")
struct UnitRulesTests {
    private let ops = Cast.context(.staff(Cast.olga))
    private static let operations = Unit(
        id: Identifier(901), kind: .department, code: "OPS", name: "Operations")
    private static let line = Unit(id: Identifier(902), kind: .costCenter, code: "4711", name: "Line 1")

    private let state: TenantState = {
        var state = Cast.harbourWaiting
        state.take([.setup(.unitAdded(operations)), .setup(.unitAdded(line))], by: .system)
        return state
    }()

    /// Tomasz works at Dock 4 in Operations and for Line 1.
    private var placed: TenantState {
        var state = state
        let event = SetupEvent.assignmentPlaced(
            Cast.tomaszAtDock.id, department: Self.operations.id, costCenter: Self.line.id)
        state.take([.setup(event)], by: .system)
        return state
    }

    private func decide(
        _ command: SetupCommand, _ other: TenantState? = nil
    ) throws(SetupRefusal) -> [SetupEvent] {
        try SetupRules.decide(command, other ?? state, ops)
    }

    @Test("a code is taken once for each kind, and needs a name and letters")
    func adding() throws {
        let added = try decide(.addUnit(.costCenter, code: " OPS ", name: " Operations cost "))
        guard case .unitAdded(let unit) = added.first else { throw SetupRefusal.unknownUnit }
        #expect(unit.code == "OPS" && unit.name == "Operations cost" && !unit.isRetired)
        #expect(throws: SetupRefusal.codeTaken) { try decide(.addUnit(.department, code: "OPS", name: "X")) }
        #expect(throws: SetupRefusal.nameMissing) { try decide(.addUnit(.department, code: "", name: "X")) }
        #expect(throws: SetupRefusal.nameMissing) { try decide(.addUnit(.department, code: "N", name: " ")) }
        let long = String(repeating: "n", count: SetupRules.longestName + 1)
        #expect(throws: SetupRefusal.tooLong) { try decide(.addUnit(.department, code: "N", name: long)) }
    }

    @Test("only who manages clients changes them")
    func permission() {
        for person in [Viewer.contact(Cast.carol), .staff(Cast.sam)] {
            #expect(throws: SetupRefusal.notAllowed) {
                try SetupRules.decide(
                    .addUnit(.department, code: "N", name: "New"), state, Cast.context(person))
            }
        }
    }

    @Test("a client has so many at most")
    func most() {
        var state = state
        for number in state.units.count..<SetupRules.mostUnits {
            let unit = Unit(
                id: Identifier(UInt64(10_000 + number)), kind: .department, code: "D\(number)", name: "D")
            state.take([.setup(.unitAdded(unit))], by: .system)
        }
        #expect(throws: SetupRefusal.tooManyUnits) {
            try decide(.addUnit(.department, code: "N", name: "New"), state)
        }
    }

    @Test("an assignment goes into what is there, of the right kind and in use")
    func placing() throws {
        let id = Cast.tomaszAtDock.id
        let events = try decide(.placeAssignment(id, department: Self.operations.id, costCenter: nil))
        #expect(events == [.assignmentPlaced(id, department: Self.operations.id, costCenter: nil)])
        #expect(throws: SetupRefusal.unknownUnit) {
            try decide(.placeAssignment(id, department: Self.line.id, costCenter: nil))
        }
        #expect(throws: SetupRefusal.unknownUnit) {
            try decide(.placeAssignment(id, department: nil, costCenter: Identifier(999)))
        }
        #expect(throws: SetupRefusal.unknownAssignment) {
            try decide(.placeAssignment(Identifier(999), department: nil, costCenter: nil))
        }
        #expect(try decide(.placeAssignment(id, department: nil, costCenter: nil)).isEmpty)
    }

    @Test("what is retired keeps what it has, takes nothing new, and nobody is given a role there")
    func retired() throws {
        var state = placed
        let retire = try decide(.changeUnit(Self.operations.id, name: "Operations", isRetired: true), state)
        state.take(retire.map(TenantEvent.setup), by: .system)
        let id = Cast.tomaszAtDock.id
        #expect(
            try decide(.placeAssignment(id, department: Self.operations.id, costCenter: nil), state).count
                == 1)
        #expect(throws: SetupRefusal.unitRetired) {
            try decide(
                .placeAssignment(Cast.priyaAtDock.id, department: Self.operations.id, costCenter: nil), state)
        }
        #expect(throws: PeopleRefusal.unknownUnit) { try invite(at: .unit(Self.operations.id), state) }
        #expect(throws: PeopleRefusal.unknownUnit) { try invite(at: .unit(Identifier(999)), state) }
        try invite(at: .unit(Self.line.id), state)
    }

    private func invite(at node: Node, _ state: TenantState) throws(PeopleRefusal) {
        let ask = GrantAsk(role: .approver, node: node, days: DayRange(from: Cast.today))
        _ = try PeopleRules.decide(
            .invite(name: "New", email: "new@harbour.example", language: .english, grants: [ask]), state,
            Cast.context(.contact(Cast.carol)))
    }

    /// Eve with nothing but a grant at that node.
    private func eve(at node: Node) -> Viewer {
        var eve = Cast.eve
        eve.grants = [
            Grant(id: Identifier(1), role: .approver, node: node, days: DayRange(from: Cast.begin))
        ]
        return .contact(eve)
    }

    @Test("who approves in a department decides its sheets, at whichever worksite, and no others")
    func deciding() throws {
        let state = placed
        for node in [Node.unit(Self.operations.id), .unit(Self.line.id)] {
            let context = Cast.context(eve(at: node))
            let own = TimesheetCommand.approve(
                Identifier(701), seen: Cast.seen(Identifier(701), in: state))
            #expect(try TimesheetRules.decide(own, state, context).count == 1)
            let other = TimesheetCommand.approve(
                Identifier(702), seen: Cast.seen(Identifier(702), in: state))
            #expect(throws: TimesheetRefusal.unknown) { try TimesheetRules.decide(other, state, context) }
        }
    }

    @Test("a sheet goes with its assignment: to who holds something there now")
    func moving() {
        var state = placed
        let inOperations = eve(at: .unit(Self.operations.id))
        func count(_ state: TenantState) -> Int {
            let open = state.open(.decideTimesheets, to: inOperations, on: Cast.today)
            return state.decidable(at: Cast.dock4.id, by: inOperations, within: open, on: Cast.today).all
        }
        #expect(count(state) == 1)
        let away = SetupEvent.assignmentPlaced(Cast.tomaszAtDock.id, department: nil, costCenter: nil)
        state.take([.setup(away)], by: .system)
        #expect(count(state) == 0)
    }

    @Test("a worksite is covered when each part of it is, and the part that goes by the worksite too")
    func coverage() {
        var state = placed
        // Ana approves at Dock 4 and Ben everywhere: without them Dock 4 has nobody.
        let leavers = [Cast.ana.id, Cast.ben.id].map { TenantEvent.people(.removed($0)) }
        let grant = Grant(
            id: Identifier(9), role: .approver, node: .unit(Self.operations.id),
            days: DayRange(from: Cast.begin))
        state.take(leavers + [.people(.grantGiven(Cast.eve.id, grant))], by: .system)
        #expect(uncovered(state) == [Cast.dock4.id, Cast.plant2.id])
        let all = [Cast.priyaAtDock.id, Cast.aoifeAtDock.id].map {
            TenantEvent.setup(.assignmentPlaced($0, department: Self.operations.id, costCenter: nil))
        }
        state.take(all, by: .system)
        #expect(uncovered(state) == [Cast.plant2.id])
    }

    private func uncovered(_ state: TenantState) -> [WorksiteID] {
        Coverage.uncovered(state, on: Cast.today, under: .templates)
    }

    @Test("a change of a role names the department where it is held")
    func impact() throws {
        var state = placed
        let grant = Grant(
            id: Identifier(9), role: .humanResources, node: .unit(Self.operations.id),
            days: DayRange(from: Cast.begin))
        state.take([.people(.grantGiven(Cast.eve.id, grant))], by: .system)
        var after = RoleBook.templates
        after.put(RoleDefinition(.humanResources, .client, [.seeAssignments, .seePeople, .orderPeople]))
        let change = RoleChange(.humanResources, from: .templates, to: after)
        let found = RoleImpact(of: change, at: state, on: Cast.today)
        let expected = RoleShift(
            permission: .orderPeople, isGained: true, worksites: ["Operations"], people: ["Eve Laurent"])
        #expect(found.shifts == [expected])
    }
}
