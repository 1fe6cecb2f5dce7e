import HTTP
import Testing

@Suite("Patience with slow clients")
struct PatienceTests {
    @Test("a head has ten seconds, and a drip of bytes does not stretch them")
    func heads() {
        var patience = Patience(openedAt: .zero)
        patience.headBegan(at: .seconds(5))
        patience.received(1, at: .seconds(9))
        #expect(patience.verdict(at: .seconds(9)) == .wait(until: .seconds(10)))
        #expect(patience.verdict(at: .seconds(10)) == .reject)
    }

    @Test("a body must keep up a kilobyte a second after its grace")
    func bodies() {
        var patience = Patience(openedAt: .zero)
        patience.bodyBegan(at: .seconds(1))
        #expect(patience.deadline == .seconds(11))
        patience.received(2_048, at: .seconds(5))
        #expect(patience.deadline == .seconds(13))
        #expect(patience.verdict(at: .seconds(13)) == .reject)
        for second in 1...100 { patience.received(1_024, at: .seconds(second)) }
        #expect(patience.verdict(at: .seconds(100)) == .wait(until: .seconds(113)))
    }

    @Test("nothing is due while we work")
    func working() {
        var patience = Patience(openedAt: .zero)
        patience.requestComplete()
        #expect(patience.verdict(at: .seconds(1_000_000)) == .wait(until: nil))
    }

    @Test("an idle connection is closed after a minute, and its next byte begins a head")
    func idle() {
        var patience = Patience(openedAt: .zero)
        patience.idleBegan(at: .seconds(2))
        #expect(patience.verdict(at: .seconds(62)) == .close)
        patience.received(1, at: .seconds(50))
        #expect(patience.deadline == .seconds(60))
    }

    @Test("an answer that nobody takes is given up, and so is one that is sipped")
    func writes() {
        var patience = Patience(openedAt: .zero)
        patience.writeBegan(at: .zero)
        patience.wrote(0, at: .seconds(20))
        #expect(patience.verdict(at: .seconds(30)) == .close)
        patience.wrote(100_000, at: .seconds(29))
        #expect(patience.deadline == .seconds(59))
        var sipped = Patience(openedAt: .zero)
        sipped.writeBegan(at: .zero)
        for second in 1...40 { sipped.wrote(1, at: .seconds(second)) }
        #expect(sipped.verdict(at: .seconds(40)) == .close)
    }
}
