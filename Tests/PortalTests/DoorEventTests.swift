import HTTP
import Locking
import Portal
import Testing

/// What a house's doors reported.
final class DoorEvents: Sendable {
    private let events = Lock<[DoorEvent]>([])

    func note(_ event: DoorEvent) { events.withLock { $0.append(event) } }

    var all: [DoorEvent] { events.withLock { $0 } }
}

@Suite("What happens at a door is reported")
struct DoorEventTests {
    @Test("a sign-in that fails and one that succeeds, without a word of what was typed")
    func signIn() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = Browser(company.house, at: "northwind")
        let typed = [("email", "admin@northwind.example"), ("password", "a password typed in vain")]
        _ = try await browser.post("/sign-in", typed)
        _ = try await company.signedIn("admin", at: "northwind")
        let events = company.house.doorEvents.all.suffix(2)
        #expect(events.first?.kind == .wrongPassword)
        #expect(events.first?.person == nil)
        guard case .signedIn = events.last?.kind else {
            Issue.record("the second is a sign-in")
            return
        }
        #expect(events.last?.person != nil)
        #expect(events.allSatisfy { $0.realm == "northwind" && !$0.network.isEmpty })
        #expect(!"\(events)".contains("typed in vain"))
    }

    @Test("guessing beyond the limit")
    func tooMany() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = Browser(company.house, at: "northwind")
        for number in 0..<7 {
            let typed = [("email", "nobody@northwind.example"), ("password", "guess number \(number)")]
            _ = try await browser.post("/sign-in", typed)
        }
        #expect(company.house.doorEvents.all.last?.kind == .tooManyTries)
    }

    @Test("forms of other sites, and forms without their token")
    func forgery() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let browser = try await company.signedIn("admin", at: "northwind")
        let form: [(HeaderName, String)] = [(.contentType, "application/x-www-form-urlencoded")]
        let foreign = form + [(.origin, "https://evil.example")]
        _ = try await browser.send(.post, "/sign-out", headers: foreign, body: [])
        #expect(company.house.doorEvents.all.last?.kind == .foreignForm)
        let ours = form + [(.origin, "https://northwind.localhost:8443")]
        _ = try await browser.send(.post, "/sign-out", headers: ours, body: Array("csrf=x".utf8))
        #expect(company.house.doorEvents.all.last?.kind == .formWithoutToken)
    }

    @Test("a link that opens nothing")
    func deadInvitation() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        _ = try await Browser(company.house, at: "northwind").get(
            "/invitations/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
        #expect(company.house.doorEvents.all.last?.kind == .deadInvitation)
    }
}
