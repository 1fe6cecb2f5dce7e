import MemoryDisk

/// One run: several lives of a server with its people, all of it decided by one seed.
package struct Simulation {
    package let seed: UInt64
    let plant: Plant?
    let isTold: Bool

    /// What came of a run.
    package struct Outcome: Sendable {
        package let seed: UInt64
        /// The same for the same seed, in every process.
        package let hash: UInt64
        package let findings: [String]
        /// What happened, line by line, where that was asked for.
        package let lines: [String]
        /// Requests that were answered.
        package let answers: Int
    }

    package init(seed: UInt64, plant: Plant? = nil, isTold: Bool = false) {
        self.seed = seed
        self.plant = plant
        self.isTold = isTold
    }

    package func run() throws -> Outcome {
        let run = Run(seed: seed, plant: plant, isTold: isTold, roster: try Founding.roster.get())
        try run.play()
        return Outcome(
            seed: seed, hash: run.story.hash, findings: run.ledger.findings, lines: run.story.lines,
            answers: run.story.answers)
    }
}

/// The lives of one seed, one after the other.
final class Run {
    let story: Story
    let ledger = Ledger()
    private let seed: UInt64
    private let plant: Plant?
    private let roster: Roster
    private let chance: Chance
    private let people: [Person]
    private let feed: Feed
    private let time: Time
    private var disk: MemoryDisk

    /// The clock goes on from life to life.
    private final class Time { var now = Roster.start + 60_000_000 }

    /// Microseconds; the gateway alone may take twenty seconds.
    private static let longestEnd: Int64 = 60_000_000

    private static let cast: [(String, Person.Role)] = [
        ("approver", .approver), ("approver-b", .approver), ("viewer", .reader), ("guest", .reader),
        ("admin", .admin), ("intruder", .guesser),
    ]

    init(seed: UInt64, plant: Plant?, isTold: Bool, roster: Roster) {
        (self.seed, self.plant, self.roster) = (seed, plant, roster)
        let time = Time()
        self.time = time
        story = Story(isTold: isTold, clock: { time.now })
        chance = Chance(seed, for: "run")
        disk = roster.disk.copy()
        feed = Feed(roster, seed: seed)
        people = Roster.slugs.flatMap { slug in
            Self.cast.map { Person($0.0, at: slug, $0.1, seed: seed) }
        }
    }

    func play() throws {
        let lives = chance.within(2...4)
        for number in 1...lives {
            try live(number)
            let inspection = Inspection(disk: disk, roster: roster, ledger: ledger)
            ledger.judge(inspection.run() + inspection.flip(chance), after: number)
            if !ledger.findings.isEmpty { break }
        }
    }

    private func live(_ number: Int) throws {
        let conductor = try Conductor(
            loops: 2, chance: Chance(seed &+ UInt64(number) << 40, for: "schedule"), now: time.now)
        conductor.setLatency(chance.pick([0...200, 0...20_000, 0...Conductor.slowest]))
        let weather = Weather(chance)
        let ending = chance.pick([Life.Ending.powerCut, .powerCut, .kill, .orderly])
        story.note(
            number, ending.rawValue, weather.kind.rawValue,
            words: "-- life \(number): \(weather.words), ends with \(ending)")
        let house: House
        do {
            house = try House.open(
                on: plant?.disk(disk) ?? disk, conductor, seed: seed &+ UInt64(number) << 32,
                idleSeconds: Int64(chance.within(1...4)), plant)
        } catch {
            return ledger.find("life \(number) does not begin: \(error)")
        }
        weather.begin(on: disk, used: disk.usedBytes)
        if ending != .orderly, chance.happens(percent: 70) {
            disk.plan(.powerCut, atCall: disk.calls + 1 + chance.below(160))
        }
        let life = Life(
            disk: disk, house: house, people: people + ghosts(number), feed: feed, ledger: ledger,
            story: story,
            weather: weather, roster: roster, chance: chance)
        story.follow { conductor.now }
        feed.begin(house)
        try life.serve(for: Int64(chance.within(1...4)) * 1_000_000)
        end(life, ending)
        time.now = conductor.now + 30_000_000
        story.follow { [time] in time.now }
    }

    /// After a restart, somebody tries what is left of sessions that had ended.
    private func ghosts(_ number: Int) -> [Person] {
        ledger.endedSessions.suffix(2).enumerated().map { place, ended in
            Person(ghostOf: ended.author, ended.token, seed: seed &+ UInt64(number * 2 + place))
        }
    }

    /// What was on its way is lost to people; what the disk keeps depends on how it ended.
    private func end(_ life: Life, _ ending: Life.Ending) {
        let conductor = life.house.conductor
        if ending == .orderly, !disk.isOff {
            let isClosed = Flag()
            life.house.close { isClosed.set() }
            let latest = conductor.now + Self.longestEnd
            while !isClosed.isSet, conductor.now < latest {
                if !conductor.turn(life.house.duties) { conductor.advance(to: conductor.nextDue ?? latest) }
            }
            if !isClosed.isSet, life.weather.isFair { ledger.find("the orderly end comes to no end") }
            feed.settle(ledger)
        }
        let left = ending == .kill ? disk.inherited() : disk.restarted(.byLot(seed: chance.next()))
        disk.turnOff()
        conductor.close()
        for person in life.people { person.hangUp() }
        conductor.stir()
        _ = conductor.runUntilIdle(life.house.duties)
        feed.settle(ledger)
        disk = left
    }
}
