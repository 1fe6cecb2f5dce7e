import Locking
import MemoryMail
import Testing

@testable import Mail

@Suite("Mails until they are delivered")
final class QueueTests {
    private let folder = MemoryFolder()
    private let carrier = TestCarrier()
    private let clock = Lock<Int64>(1_000_000)

    private static let unreachable = MailTrouble(.unreachable, words: "connection refused")
    private static let greylisted = MailTrouble(.delayed, code: 451, words: "4.7.1 later")
    private static let unknown = MailTrouble(.refused, code: 550, words: "5.1.1 no such user")

    private func mail(_ id: UInt64, to person: String = "p1") -> OutgoingMail {
        OutgoingMail(
            id: id, written: clock.withLock { $0 }, sender: "portal@agency.example",
            recipient: "ana\(id)@northwind.example",
            addressee: Addressee(realm: "northwind", person: person),
            bytes: Array("S: x\r\n\r\nlink\r\n".utf8))
    }

    /// One look around at this moment, with the round that it begins.
    private func round(_ queue: MailQueue) {
        let now = clock.withLock { $0 }
        Postman(queue, carrier, now: { now }, run: { $0() }, report: { _ in }).lookAround()
    }

    private func later(_ seconds: Int64) { clock.withLock { $0 += seconds } }

    @Test("a mail is kept before anybody is told, and sent once")
    func sentOnce() throws {
        let queue = try MailQueue(folder)
        #expect(queue.put(mail(1)))
        #expect(folder.files.count == 1)
        round(queue)
        round(queue)
        #expect(carrier.carried == [1])
        #expect(queue.all.map(\.standing) == [.sent(at: 1_000_000)])
    }

    @Test("where it cannot be kept, nobody is told that it is on its way")
    func fullDisk() throws {
        let queue = try MailQueue(folder)
        folder.fill()
        #expect(!queue.put(mail(1)))
        #expect(queue.all.isEmpty)
    }

    @Test("a settled mail keeps no text, because the text holds a link")
    func noTextKept() throws {
        let queue = try MailQueue(folder)
        #expect(queue.put(mail(1)) && queue.put(mail(2, to: "p2")) && queue.put(mail(3, to: "p3")))
        carrier.answer(nil, Self.unknown)
        #expect(queue.giveUp(3, at: 1_000_001) == .done)
        round(queue)
        for bytes in folder.files.values {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("link"))
        }
    }

    @Test("the pauses grow, and after two days it is given up")
    func backOff() throws {
        let queue = try MailQueue(folder)
        #expect(queue.put(mail(1)))
        for pause: Int64 in [60, 300, 900, 3_600, 14_400, 14_400] {
            carrier.answer(Self.greylisted)
            round(queue)
            let now = clock.withLock { $0 }
            #expect(queue.all[0].standing == .waiting(until: now + pause))
            later(pause - 1)
            let before = carrier.carried.count
            round(queue)
            #expect(carrier.carried.count == before)
            later(1)
        }
        later(48 * 3_600)
        carrier.answer(Self.greylisted)
        round(queue)
        #expect(queue.all[0].standing == .ended(at: clock.withLock { $0 }, .expired))
        #expect(queue.all[0].trouble == Self.greylisted)
        later(86_400)
        round(queue)
        #expect(carrier.carried.count == 7)
    }

    @Test("refused for good is over at once")
    func refused() throws {
        let queue = try MailQueue(folder)
        #expect(queue.put(mail(1)))
        carrier.answer(Self.unknown)
        round(queue)
        #expect(queue.all[0].standing == .ended(at: 1_000_000, .refused))
        #expect(queue.latest(for: Addressee(realm: "northwind", person: "p1"))?.isUndelivered == true)
    }

    @Test("a server that is away delays all that is due, and one bad mail delays no other")
    func away() throws {
        let queue = try MailQueue(folder)
        #expect(queue.put(mail(1)) && queue.put(mail(2, to: "p2")))
        carrier.stayAway(Self.unreachable)
        round(queue)
        #expect(carrier.carried.isEmpty)
        #expect(queue.all.map(\.attempts) == [1, 1])
        later(60)
        carrier.answer(MailTrouble(.hungUp))
        round(queue)
        #expect(carrier.carried == [1, 2])
        #expect(queue.all.map(\.isWaiting) == [false, true])
    }

    @Test("after a restart everything goes on where it stood")
    func restart() throws {
        let before = try MailQueue(folder)
        for id: UInt64 in 1...3 { #expect(before.put(mail(id, to: "p\(id)"))) }
        carrier.answer(nil, Self.greylisted, Self.unknown)
        round(before)
        let after = try MailQueue(folder)
        #expect(after.all == before.all)
        #expect(after.strangers.isEmpty)
        later(60)
        round(after)
        #expect(carrier.carried == [1, 2, 3, 2])
        #expect(after.all.allSatisfy { !$0.isWaiting })
    }

    @Test("what the disk did not take down is not sent again by the same process")
    func notRecorded() throws {
        let queue = try MailQueue(folder)
        #expect(queue.put(mail(1)))
        folder.fill()
        round(queue)
        folder.fill(false)
        round(queue)
        #expect(carrier.carried == [1])
        // The one case in which a mail goes out twice: the process ends before that is on disk.
        round(try MailQueue(folder))
        #expect(carrier.carried == [1, 1])
    }

    @Test("a newer mail takes the place of one that waits, whose link has ended")
    func replaced() throws {
        let queue = try MailQueue(folder)
        #expect(queue.put(mail(1)))
        later(5)
        #expect(queue.put(mail(2)))
        round(queue)
        #expect(carrier.carried == [2])
        #expect(queue.all.map(\.standing) == [.sent(at: 1_000_005), .ended(at: 1_000_005, .replaced)])
    }

    @Test("of two mails of one second the newer is listed first, also after a restart")
    func sameSecond() throws {
        let queue = try MailQueue(folder)
        #expect(queue.put(mail(2)) && queue.put(mail(1)) && queue.put(mail(3, to: "p2")))
        for queue in [queue, try MailQueue(folder)] {
            #expect(queue.all.filter { $0.addressee?.person == "p1" }.map(\.id) == [1, 2])
            #expect(queue.latest(for: Addressee(realm: "northwind", person: "p1"))?.id == 1)
        }
    }

    @Test("what does not hold any more does not go out")
    func withdrawn() throws {
        let queue = try MailQueue(folder)
        #expect(queue.put(mail(1)) && queue.put(mail(2, to: "p2")))
        queue.withdraw(Addressee(realm: "northwind", person: "p1"), at: 1_000_003)
        round(queue)
        #expect(carrier.carried == [2])
        #expect(queue.latest(for: Addressee(realm: "northwind", person: "p1"))?.isUndelivered == true)
    }

    @Test("staff can hurry a mail or stop it, and nothing that is settled")
    func wishes() throws {
        let queue = try MailQueue(folder)
        #expect(queue.put(mail(1)) && queue.put(mail(2, to: "p2")))
        carrier.stayAway(Self.unreachable)
        round(queue)
        #expect(queue.hurry(1, at: 1_000_001) == .done)
        #expect(queue.giveUp(2, at: 1_000_001) == .done)
        later(1)
        round(queue)
        #expect(carrier.carried == [1])
        #expect(queue.hurry(1, at: 1_000_002) == .settledAlready)
        #expect(queue.hurry(2, at: 1_000_002) == .settledAlready)
        #expect(queue.giveUp(9, at: 1_000_002) == .unknown)
    }

    @Test("a mail that is on its way is left alone")
    func onItsWay() throws {
        let queue = try MailQueue(folder)
        #expect(queue.put(mail(1)))
        let letter = try #require(queue.next(at: 1_000_000))
        #expect(queue.giveUp(1, at: 1_000_000) == .onItsWay)
        #expect(queue.next(at: 1_000_000) == nil)
        _ = queue.settle(letter, nil, at: 1_000_000)
        #expect(queue.giveUp(1, at: 1_000_000) == .settledAlready)
    }

    @Test("a clock that was set back does not keep a mail for years")
    func clockSetBack() throws {
        let queue = try MailQueue(folder)
        #expect(queue.put(mail(1)))
        carrier.answer(Self.greylisted)
        round(queue)
        later(-500_000)
        round(queue)
        #expect(carrier.carried == [1, 1])
    }

    @Test("files of somebody else are counted and left alone")
    func strangers() throws {
        let files = ["1-x.mail": Array("no JSON".utf8), "README": Array("hello".utf8)]
        let queue = try MailQueue(MemoryFolder(files))
        #expect(queue.all.isEmpty)
        #expect(queue.strangers == ["1-x.mail"])
    }

    @Test("what is settled for a month is forgotten, with its file")
    func forgotten() throws {
        let queue = try MailQueue(folder)
        #expect(queue.put(mail(1)))
        round(queue)
        later(31 * 86_400)
        #expect(queue.put(mail(2, to: "p2")))
        round(queue)
        #expect(queue.all.map(\.id) == [2])
        #expect(folder.files.count == 1)
    }

    @Test("after the order to stop no mail begins")
    func stopping() throws {
        let queue = try MailQueue(folder)
        #expect(queue.put(mail(1)))
        let postman = Postman(queue, carrier, now: { 1_000_000 }, run: { $0() }, report: { _ in })
        #expect(postman.stop())
        postman.lookAround()
        #expect(carrier.carried.isEmpty)
    }
}
