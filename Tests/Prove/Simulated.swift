import Simulation
import Unix

/// `prove simulate --seeds A..B`: whole lives of the server, each decided by one seed.
enum Simulated {
    static func prove(_ order: Order) async -> [Tally] {
        await byItself { run(order) }
    }

    private static func run(_ order: Order) -> [Tally] {
        var tally = Tally(
            what: "seeds: two to four lives of the whole server each", tried: order.seeds.count,
            seeds: "\(order.seeds.lowerBound)..\(order.seeds.upperBound)")
        var answers = 0
        var fingerprint: UInt64 = 0
        for seed in order.seeds {
            do {
                let outcome = try Simulation(seed: seed).run()
                answers += outcome.answers
                fingerprint = fingerprint &* 31 &+ outcome.hash
                guard !outcome.findings.isEmpty else { continue }
                tally.found += 1
                tally.lost += 1
                tally.failures.append(try story(of: seed))
            } catch {
                tally.found += 1
                tally.failures.append("seed \(seed) could not be run: \(error)")
            }
        }
        let line = "\(answers) answers, history \(String(fingerprint, radix: 16))\n"
        ProcessFacts.write(Array(line.utf8), to: 1)
        return [tally]
    }

    /// The end of the same run once more, in words, and how to have all of it.
    private static func story(of seed: UInt64) throws -> String {
        let outcome = try Simulation(seed: seed, isTold: true).run()
        let lines = outcome.lines.suffix(mostTold) + outcome.findings.map { "FOUND: \($0)" }
        return "seed \(seed); alone: Scripts/simulate --seeds \(seed)\n  " + lines.joined(separator: "\n  ")
    }

    private static let mostTold = 400
}

/// A simulation plays all threads, so it has one to itself.
private func byItself(_ proof: @escaping @Sendable () -> [Tally]) async -> [Tally] {
    do {
        return try await alone(proof)
    } catch {
        return [Tally(what: "the simulation", tried: 1, found: 1, failures: ["\(error)"])]
    }
}

/// `prove plants`: mistakes that are planted on purpose, each of which the simulation must find.
enum Planted {
    static func prove(_ order: Order) async -> [Tally] {
        await byItself { run(order) }
    }

    private static func run(_ order: Order) -> [Tally] {
        let most = UInt64(order.count ?? 200)
        var tally = Tally(
            what: "planted mistakes that must be found within \(most) seeds", tried: Plant.allCases.count,
            seeds: "1..\(most)")
        for plant in Plant.allCases {
            let hit = (1...most).first { seed in
                ((try? Simulation(seed: seed, plant: plant).run())?.findings.isEmpty ?? true) == false
            }
            let found = hit.map { "found by seed \($0)" } ?? "NOT FOUND"
            ProcessFacts.write(Array("\(plant.rawValue): \(found)\n".utf8), to: 1)
            if hit == nil {
                tally.found += 1
                tally.failures.append("\(plant.rawValue) is not found: the simulation is blind to it")
            }
        }
        return [tally]
    }
}
