import Staffing
import Tenancy
import Testing
import TimeRules

@testable import Portal

@Suite("The agency's files")
struct AgencyFilesTests {
    @Test("the demo's files make its clients, worksites, workers, assignments and people")
    func demo() throws {
        let files = try DemoFiles.agency.get()
        #expect(files.staff.count == 6)
        #expect(files.tenants.map(\.id.slug) == ["northwind", "cedar", "harbor"])
        let states = try DemoFiles.states.get()
        #expect(states.values.reduce(0) { $0 + $1.worksites.count } == 9)
        #expect(states.values.reduce(0) { $0 + $1.assignments.count } == 300)
        #expect(states.values.reduce(0) { $0 + $1.contacts.count } == 40)
        #expect(states["cedar"]?.client.workweekStart == .sunday)
        #expect(states["harbor"]?.client.currency == .cad)
        let rules = states["harbor"]?.worksitesByCode.map { $0.overtimeRules ?? "" }
        #expect(rules == ["", "CA-ON", "CA-BC"])
        for files in files.tenants {
            let state = try DemoFiles.state(files.id.slug)
            #expect(files.setup(state).isEmpty)
            #expect(files.placements(state).isEmpty)
            #expect(files.overtimeRules(state).isEmpty)
            #expect(files.people(state).isEmpty)
            #expect(files.payRates(state).count == state.assignments.count)
        }
    }

    @Test("a client's files come into its actor once, however often they are read")
    func performs() async throws {
        let house = try await TestHouse()
        let files = try DemoFiles.agency.get()
        let run = AgencyImport(agency: house.services.agency, tenants: house.services.tenants, as: .system)
        try await run.perform(files)
        let tenant = try await house.tenant("cedar")
        let revision = await tenant.revision
        let state = await tenant.state
        #expect(state.assignments.count == 100)
        let agency = await house.services.agency.state
        #expect(agency.staff.count == 6)
        #expect(state.assignments.keys.allSatisfy { agency.payRate(of: $0, at: tenant.id) != nil })
        try await run.perform(files)
        #expect(await tenant.revision == revision)
        #expect(await house.services.agency.state.digest == agency.digest)
    }

    @Test("of an agency with many clients only some are awake while its files are taken over")
    func manyClients() async throws {
        let house = try await TestHouse()
        let count = AgencyImport.clientsAwake + 1
        let files = try AgencyFiles { name in
            let header = String(decoding: try DemoFiles.bytes(name), as: UTF8.self).prefix { !$0.isNewline }
            let rows = (0..<count).map { "client-\($0),Client \($0),USD,en-US,America/Denver,monday,C,30" }
            let lines = [String(header)] + (name == "tenants.csv" ? rows : [])
            return Array(lines.joined(separator: "\n").utf8)
        }
        let tenants = house.services.tenants
        try await AgencyImport(agency: house.services.agency, tenants: tenants, as: .system).perform(files)
        #expect(tenants.all.count >= count)
        #expect(tenants.awakeCount < AgencyImport.clientsAwake)
        #expect(try await house.tenant("client-0").state.client.name == "Client 0")
    }

    /// A file, what is replaced in it, by what, and the fault with its line.
    static let faults: [(String, String, String, Int, AgencyFileRefusal.Reason)] = [
        ("staff.csv", "name,email,role", "name,mail,role", 1, .columnMissing("email")),
        (
            "staff.csv", "ops-admin", "boss", 2,
            .badValue(
                "role", value: "boss",
                allowed: "recruiter, coordinator, billing, finance, leader, ops-admin, auditor")
        ),
        ("tenants.csv", "cedar,", "northwind,", 3, .twice(first: 2)),
        ("worksites.csv", "cedar,YAK", "cedars,YAK", 5, .unknownTenant("cedars")),
        ("worksites.csv", "northwind,DFW", "northwind,SEA", 3, .twice(first: 2)),
        (
            "worksites.csv", "en-CA,CA-BC", "en-CA,CA-XX", 8,
            .badValue(
                "overtime_rules", value: "CA-XX",
                allowed: RulePacks.current.map(\.id).joined(separator: ", "))
        ),
        (
            "assignments.csv", "2026-06-22,,8.0", "22.06.2026,,8.0", 2,
            .badValue("from", value: "22.06.2026", allowed: "a date as yyyy-MM-dd")
        ),
        (
            "assignments.csv", "29.12,19.55", "\"29,12\",19.55", 2,
            .badValue("bill_rate", value: "29,12", allowed: "a number such as 37.50")
        ),
        ("assignments.csv", "Tatiana Ahmed,SEA", "Tatiana Ahmed,SEB", 2, .unknownWorksite("SEB")),
        ("contacts.csv", "SEA|BUF", "SEA|ROC", 5, .unknownWorksite("ROC")),
    ]

    @Test("a fault is named with its file and line", arguments: faults)
    func names(
        file: String, old: String, new: String, line: Int, reason: AgencyFileRefusal.Reason
    ) throws {
        let refusal = AgencyFileRefusal(file: file, line: line, reason: reason)
        #expect(throws: refusal) {
            try AgencyFiles { name in
                let bytes = try DemoFiles.bytes(name)
                guard name == file else { return bytes }
                return Array(
                    String(decoding: bytes, as: UTF8.self).replacing(old, with: new, maxReplacements: 1).utf8)
            }
        }
        #expect(English().explain(refusal).hasPrefix("\(file), line \(line): "))
    }
}
