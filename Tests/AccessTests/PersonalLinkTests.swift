import Access
import MemoryDisk
import Staffing
import Testing

@Suite("Personal links of workers")
struct PersonalLinkTests {
    private var time = Time()
    private let ana = WorkerID(201)

    private func tenant(_ slug: String = "harbour") throws -> TenantID { try #require(TenantID(slug)) }

    private func look(
        _ text: String, at door: Doorkeeper, _ slug: String = "harbour", from network: String = "a"
    ) async throws -> PersonalLinkOutcome {
        await door.personalLink(text, at: .tenant(try tenant(slug)), from: network, now: time.reading)
    }

    @Test("a link opens its worker's page at its client, as often as it is looked at and after a restart")
    func opens() async throws {
        let disk = MemoryDisk()
        let door = try Doorkeeper.open(disk, try settings(), at: time.reading)
        let made = await door.makePersonalLink(of: ana, at: try tenant(), now: time.reading)
        let link = try #require(made).text
        for _ in 0..<3 { #expect(try await look(link, at: door) == .opens(ana)) }
        #expect(try await look(link, at: door, "cedar") == .nothing)
        let again = try Doorkeeper.open(disk.restarted(.everything), try settings(), at: time.reading)
        #expect(try await look(link, at: again) == .opens(ana))
    }

    @Test("it ends by its date, by a newer one, and when somebody ends it, for good")
    mutating func ends() async throws {
        let disk = MemoryDisk()
        let door = try Doorkeeper.open(disk, try settings(), at: time.reading)
        let harbour = try tenant()
        let first = try #require(await door.makePersonalLink(of: ana, at: harbour, now: time.reading))
        let second = try #require(await door.makePersonalLink(of: ana, at: harbour, now: time.reading))
        #expect(try await look(first.text, at: door) == .nothing)
        time.advance(seconds: Doorkeeper.personalLinkSeconds - 1)
        #expect(try await look(second.text, at: door) == .opens(ana))
        time.advance(seconds: 1)
        #expect(try await look(second.text, at: door) == .nothing)
        let third = try #require(await door.makePersonalLink(of: ana, at: harbour, now: time.reading))
        #expect(await door.endPersonalLink(of: ana, at: harbour, now: time.reading))
        let again = try Doorkeeper.open(disk.restarted(.everything), try settings(), at: time.reading)
        for keeper in [door, again] { #expect(try await look(third.text, at: keeper) == .nothing) }
    }

    @Test("links that open nothing are counted by network, and one that opens always does")
    func limited() async throws {
        var settings = try settings()
        settings.links.network = Budget(burst: 2, refillSeconds: 60)
        settings.links.pair = settings.links.network
        let door = try Doorkeeper.open(MemoryDisk(), settings, at: time.reading)
        let made = await door.makePersonalLink(of: ana, at: try tenant(), now: time.reading)
        let link = try #require(made).text
        let dead = String(repeating: "A", count: AccessToken.textCount)
        for _ in 0..<2 { #expect(try await look(dead, at: door) == .nothing) }
        guard case .tooMany = try await look(dead, at: door) else {
            Issue.record("the third try is answered")
            return
        }
        #expect(try await look(link, at: door) == .opens(ana))
        #expect(try await look(dead, at: door, from: "b") == .nothing)
    }
}
