import Gateway
import HTTP
import MemoryDisk
import Reactor
import Unix

/// From one start of the server to its end, whichever way that comes.
struct Life {
    let disk: MemoryDisk
    let house: House
    let people: [Person]
    let feed: Feed
    let ledger: Ledger
    let story: Story
    let weather: Weather
    let roster: Roster
    let chance: Chance

    enum Ending: Int { case powerCut, kill, orderly }

    /// With no fault at work, everybody has an answer by then.
    private static let patience: Int64 = 10_000_000
    private static let longestThought = 400_000

    /// Serves until the time is over or the disk is gone.
    func serve(for microseconds: Int64) throws {
        let conductor = house.conductor
        let end = conductor.now + microseconds
        for person in people { person.nextAct = conductor.now + Int64(chance.below(Self.longestThought)) }
        while conductor.now < end, !disk.isOff {
            if chance.happens(percent: 50), try attend(chance.pick(people)) { continue }
            if conductor.turn(house.duties) { continue }
            var isBusy = false
            for person in people where try attend(person) { isBusy = true }
            feed.settle(ledger)
            if !isBusy { conductor.advance(to: next(before: end)) }
        }
        feed.settle(ledger)
    }

    private func next(before end: Int64) -> Int64 {
        let acts = people.map { $0.isWaiting ? $0.deadline(Self.patience) : $0.nextAct }
        return min(end, ([house.conductor.nextDue].compactMap { $0 } + acts).min() ?? end)
    }

    /// Lets one person do what they can do now; false when that is nothing.
    private func attend(_ person: Person) throws -> Bool {
        let now = house.conductor.now
        let (replies, isOver) = try person.receive()
        for (asked, reply) in replies { hear(reply, asked, person) }
        if isOver { return leave(person, "the server hangs up") }
        if person.hasStrayBytes { ledger.find("\(person.who) gets more answers than there were questions") }
        if try person.send() {
            house.conductor.stir()
            return true
        }
        if !replies.isEmpty { return true }
        if person.isWaiting {
            guard now >= person.deadline(Self.patience) else { return false }
            if !person.leavesEarly, !mayFail(person) {
                ledger.find("\(person.who) waits ten seconds for an answer")
            }
            return leave(person, "nobody answers")
        }
        guard now >= person.nextAct else { return false }
        try act(person)
        return true
    }

    private func leave(_ person: Person, _ why: String) -> Bool {
        story.note(3, person.author.name.utf8.count, words: "\(person.who): \(why)")
        person.hangUp()
        house.conductor.stir()
        return true
    }

    private func mayFail(_ person: Person) -> Bool {
        person.oldest.map { weather.mayTrouble(person.author.slug, $0) } ?? !weather.isFair
    }

    private func hear(_ reply: Reply, _ asked: Person.Asked, _ person: Person) {
        story.countAnswer()
        story.note(
            2, asked.deed.code, reply.status, reply.body.count,
            words: "\(person.who) hears \(reply.status) \(reply.location)")
        for slug in Roster.slugs where slug != person.author.slug {
            if reply.body.firstPlace(of: Array(Roster.canary(slug).utf8)) != nil {
                ledger.find("\(person.who) \(asked.deed.words) and reads of \(slug)")
            }
        }
        person.hear(reply, to: asked, ledger, isTroubled: weather.mayTrouble(person.author.slug, asked.deed))
    }

    private func act(_ person: Person) throws {
        let now = house.conductor.now
        person.nextAct = now + Int64(chance.below(Self.longestThought))
        if let number = try person.connect() {
            let loop = chance.below(house.conductor.loops.count)
            house.gateway.admit(Arrival(number: number, peer: Self.address(of: person)), onLoop: loop)
        }
        let isKnown = person.cookie != nil && person.formToken != nil
        if isKnown, let (deed, fields) = person.unanswered {
            return ask(deed, fields, .again, person)
        }
        if isKnown, let answered = person.answered, chance.happens(percent: 15) {
            ask(answered.deed, answered.fields, .needless, person)
            return
        }
        let (deed, fields) = person.choose(roster)
        ledger.ask(deed, by: person.author)
        ask(deed, fields, .first, person)
        if fields == nil, chance.happens(percent: 20) { ask(.look("/account"), nil, .first, person) }
        if chance.happens(percent: 4) { person.leavesEarly = true }
    }

    private func ask(_ deed: Deed, _ fields: String?, _ sending: Person.Sending, _ person: Person) {
        story.note(
            1, deed.code, words: "\(person.who) \(deed.words)\(sending == .first ? "" : ", \(sending)")")
        person.ask(
            deed, fields, sending, at: house.conductor.now, isGone: ledger.removed.contains(person.author))
    }

    /// Everybody from a network of their own.
    private static func address(of person: Person) -> PeerAddress {
        let number = UInt8(truncatingIfNeeded: person.who.utf8.reduce(7) { ($0 &* 31 &+ Int($1)) & 0xff })
        return PeerAddress(bytes: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 203, 0, 113, number])
    }
}
