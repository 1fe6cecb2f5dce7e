import Cast
import Journal
import Staffing
import Testing

@testable import Tenancy

@Suite("Stored events")
struct StoredEventTests {
    @Test("there is a sample of each kind, and none twice")
    func samplesAreWhole() {
        #expect(Samples.tenant.map(Samples.place(of:)) == Array(0..<49))
        #expect(Samples.agency.map(Samples.place(of:)) == Array(0..<11))
    }

    @Test("each kind comes back as it was stored", arguments: Samples.tenant)
    func roundTrip(event: TenantEvent) throws {
        var reader = RecordReader(Samples.bytes(event))
        let read = try TenantEvent(named: StoredName(event.storedName), from: &reader)
        #expect(read == event && reader.isAtEnd)
    }

    @Test("each kind of the agency comes back as it was stored", arguments: Samples.agency)
    func agencyRoundTrip(event: AgencyEvent) throws {
        var reader = RecordReader(Samples.bytes(event))
        let read = try AgencyEvent(named: StoredName(event.storedName), from: &reader)
        #expect(read == event && reader.isAtEnd)
    }

    @Test("what was written once is read for ever: names and bytes are frozen")
    func frozen() {
        let found =
            Samples.tenant.map { Frozen(name: $0.storedName, hex: hex(Samples.bytes($0))) }
            + Samples.agency.map { Frozen(name: $0.storedName, hex: hex(Samples.bytes($0))) }
        for (found, frozen) in zip(found, Frozen.all) { #expect(found == frozen) }
        #expect(found.count == Frozen.all.count)
    }

    @Test("a step carries who, when and in which request, for each of its events")
    func step() throws {
        let caller = Caller(viewer: .contact(Cast.ana), request: 77)
        let step = try #require(StoredStep(Samples.tenant, at: Cast.now, by: caller))
        let read = try StoredStep<TenantEvent>(from: step.bytes)
        #expect(read.events == step.events && read.events.count == 49)
        let last = try #require(read.events.last)
        #expect(last.by == .contact(Cast.ana.id) && last.name == "Ana Ribeiro")
        #expect(last.at == Cast.now && last.request == 77)
        #expect(StoredStep([TenantEvent](), at: Cast.now, by: caller) == nil)
    }

    @Test("a step that ends too early, or has more than it says, is refused")
    func cutShort() throws {
        let step = try #require(StoredStep(Samples.tenant, at: Cast.now, by: .system))
        let bytes = step.bytes
        for length in 0..<bytes.count {
            #expect(throws: Damaged.self) { try StoredStep<TenantEvent>(from: Array(bytes[..<length])) }
        }
        #expect(throws: Damaged.self) { try StoredStep<TenantEvent>(from: bytes + [0]) }
    }

    @Test(
        "an event of a newer program is refused, not guessed",
        arguments: ["client.opened/2", "contact.painted/1", "timesheet.", "", "moon.rose/1"])
    func unknownNames(name: String) {
        #expect(throws: Damaged.self) {
            var reader = RecordReader(Array(repeating: 1, count: 64))
            _ = try TenantEvent(named: StoredName(name), from: &reader)
        }
    }

    @Test("a step with any one bit changed is refused, or read as another that is spelled just like that")
    func flippedBits() throws {
        let step = try #require(StoredStep(Samples.tenant, at: Cast.now, by: .system))
        let bytes = step.bytes
        var refused = 0
        for bit in 0..<bytes.count * 8 {
            var changed = bytes
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            do throws(Damaged) {
                // Each step has one spelling: so what is read must be another one, and written as it was
                // read.
                let read = try StoredStep<TenantEvent>(from: changed)
                #expect(read.bytes == changed, "bit \(bit)")
                #expect(read.events != step.events, "bit \(bit)")
            } catch {
                refused += 1
            }
        }
        #expect(refused > bytes.count)
    }

    @Test("a client whose workweek starts on no weekday is damage")
    func noWeekday() throws {
        var bytes = Samples.bytes(try #require(Samples.setup.first))
        let place = try #require(bytes.lastIndex(of: 0))
        bytes[place] = 14
        #expect(throws: Damaged.self) {
            var reader = RecordReader(bytes)
            _ = try TenantEvent(named: StoredName("client.opened/1"), from: &reader)
        }
    }

    @Test(
        "hours that no day has are damage, not a sum that overflows",
        arguments: [
            HoursByType(regular: .max, overtime: 1), HoursByType(overtime: -1),
            HoursByType(doubleTime: 1_441),
        ])
    func impossibleHours(hours: HoursByType) {
        #expect(throws: Damaged.self) { try again(WorkedDay(day: Cast.week, hours: hours)) }
    }

    @Test("a day beyond the calendar is damage", arguments: [Int32.min, -719_163, 2_932_897, .max])
    func impossibleDay(number: Int32) {
        #expect(throws: Damaged.self) { try again(Day(number: number)) }
    }

    @Test("the longest day and the ends of the calendar come back")
    func edges() throws {
        for number in [-719_162, 2_932_896] as [Int32] {
            let worked = WorkedDay(
                day: Day(number: number), hours: HoursByType(regular: 1_440, overtime: 0, doubleTime: 1_440))
            #expect(try again(worked) == worked)
        }
    }

    /// Written and read.
    private func again<Value: Storable>(_ value: Value) throws -> Value {
        var writer = RecordWriter()
        writer.write(value)
        var reader = RecordReader(writer.bytes)
        return try reader.read()
    }

    private func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

/// The name of an event and its sample's bytes, as the first version wrote them. A test that fails here asks
/// for a new name with the next number, not for a new line.
struct Frozen: Hashable {
    let name: String
    let hex: String
}
