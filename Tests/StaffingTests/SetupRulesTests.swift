import Cast
import Staffing
import Testing

@Suite("Setting a client up")
struct SetupRulesTests {
    private let state = Cast.harbour
    private let ops = Cast.context(.staff(Cast.olga))

    private func decide(_ command: SetupCommand, _ state: TenantState? = nil) throws(SetupRefusal) {
        _ = try SetupRules.decide(command, state ?? self.state, ops)
    }

    private func worksite(code: String = "N1", name: String = "Night depot") -> SetupCommand {
        .addWorksite(
            code: code, name: name, address: "1 Road", timeZone: "America/Halifax", jurisdiction: "CA-NS")
    }

    private func assignment(
        worker: WorkerID = Cast.tomasz.id, worksite: WorksiteID = Cast.dock4.id,
        days: DayRange = DayRange(from: Cast.today), rate: Int64 = 3_150,
        schedule: WeekSchedule = Cast.fullWeek
    ) -> SetupCommand {
        .startAssignment(
            worker, worksite, title: "Picker", days, billRate: HourlyRate(minorUnits: rate), schedule,
            purchaseOrder: "")
    }

    private func client(
        name: String = "New Co", prefix: String = "NC", terms: Int = 30, zone: String = "UTC"
    ) -> SetupCommand {
        .open(
            Client(
                name: name, currency: .usd, language: .english, timeZone: zone, workweekStart: .monday,
                invoicePrefix: prefix, paymentTermsDays: terms))
    }

    @Test("only who manages clients sets one up")
    func permission() {
        let people: [Viewer] =
            Cast.everybody.map(Viewer.contact) + [Cast.sam, Cast.bill].map(Viewer.staff) + [.nobody]
        for viewer in people {
            for command in [client(), worksite(), assignment(), .registerWorker(number: "9", name: "X")] {
                #expect(throws: SetupRefusal.notAllowed) {
                    try SetupRules.decide(command, state, Cast.context(viewer))
                }
            }
        }
    }

    @Test("a client is opened once, with a name, a prefix and terms that invoices can carry")
    func opens() throws {
        try decide(client(), TenantState())
        #expect(throws: SetupRefusal.alreadyOpen) { try decide(client()) }
        for (command, refusal) in [
            (client(name: "  "), .nameMissing), (client(name: String(repeating: "n", count: 201)), .tooLong),
            (client(prefix: ""), .prefixInvalid), (client(prefix: "nc"), .prefixInvalid),
            (client(prefix: "ABCDEFGHI"), .prefixInvalid), (client(prefix: "N1"), .prefixInvalid),
            (client(terms: -1), .termsInvalid), (client(terms: 181), .termsInvalid),
            (client(zone: String(repeating: "z", count: 201)), .tooLong),
        ] as [(SetupCommand, SetupRefusal)] {
            #expect(throws: refusal) { try decide(command, TenantState()) }
        }
    }

    @Test("a worksite needs a name and a code that no other has")
    func worksites() throws {
        try decide(worksite())
        #expect(throws: SetupRefusal.codeTaken) { try decide(worksite(code: "D4")) }
        #expect(throws: SetupRefusal.nameMissing) { try decide(worksite(code: "")) }
        #expect(throws: SetupRefusal.nameMissing) { try decide(worksite(name: " ")) }
        #expect(throws: SetupRefusal.tooLong) {
            try decide(worksite(name: String(repeating: "n", count: 201)))
        }
    }

    @Test("a worker's number is found once")
    func workers() throws {
        try decide(.registerWorker(number: "W-300", name: "Lena Fuchs"))
        #expect(throws: SetupRefusal.numberTaken) {
            try decide(.registerWorker(number: "W-201", name: "Other"))
        }
        #expect(throws: SetupRefusal.nameMissing) { try decide(.registerWorker(number: "", name: "Lena")) }
        #expect(throws: SetupRefusal.nameMissing) { try decide(.registerWorker(number: "W-300", name: "")) }
    }

    @Test("an assignment needs a worker and a worksite of this client, and numbers that can be")
    func assignments() throws {
        try decide(assignment())
        let impossible = WeekSchedule(minutes: [1_441, 0, 0, 0, 0, 0, 0])
        let backward = DayRange(from: Cast.today, through: Cast.today.adding(days: -1))
        for (command, refusal) in [
            (assignment(worker: Identifier(9)), .unknownWorker),
            (assignment(worksite: Identifier(9)), .unknownWorksite),
            (assignment(days: backward), .datesBackward),
            (assignment(rate: 0), .rateImpossible), (assignment(rate: 1_000_001), .rateImpossible),
            (assignment(schedule: impossible), .scheduleImpossible),
            (assignment(days: DayRange(from: Cast.begin)), .duplicateAssignment),
        ] as [(SetupCommand, SetupRefusal)] {
            #expect(throws: refusal) { try decide(command) }
        }
        try decide(assignment(rate: HourlyRate.highest))
    }
}
