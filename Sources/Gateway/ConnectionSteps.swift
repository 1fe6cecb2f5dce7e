import HTTP
import TLS
import Telemetry

/// How a connection gets on.
extension Connection {
    /// Does what can be done now. Whatever it returns other than a question, the bench's output is empty.
    mutating func step(_ bench: inout Workbench) -> Step {
        switch stage {
        case .handshaking: shakeHands(&bench)
        case .serving: converse(&bench)
        case .held: flush(&bench) ? .wait : .close
        case .closing: conclude(&bench)
        case .lingering: linger(&bench)
        }
    }

    private mutating func shakeHands(_ bench: inout Workbench) -> Step {
        switch wire.handshake() {
        case .done:
            serverName = wire.serverName
            bench.metrics.handshakes.add()
            stage = .serving
            return converse(&bench)
        case .wantsRead where bench.isStopping: return .close
        case .wantsRead: return .wait
        case .wantsWrite:
            wantsRoom = true
            return .wait
        case .closed, .failed:
            bench.metrics.failedHandshakes.add()
            return .close
        }
    }

    private mutating func converse(_ bench: inout Workbench) -> Step {
        while true {
            if !rest.isEmpty || bench.output.count >= bench.limits.outputBacklog {
                guard flush(&bench) else { return .close }
                if !rest.isEmpty { return .wait }
            }
            switch machine.next() {
            case .needMore:
                if let step = feed(&bench) { return step }
            case .head(let head):
                openHead = head
                patience.bodyBegan(at: bench.moment)
                return .judge(head)
            case .sendContinue: bench.output += [UInt8].continueAnswer
            case .request(let request):
                openHead = nil
                isOurTurn = true
                patience.requestComplete()
                guard isMisdirected(request.head) else { return .ask(request) }
                refuse(.misdirectedRequest, request.head, &bench)
                return conclude(&bench)
            case .reject(let rejection):
                reject(rejection, &bench)
                return conclude(&bench)
            case .finished:
                stage = .closing
                return conclude(&bench)
            }
        }
    }

    /// A client that asked TLS for one host and HTTP for another may have been sent here by somebody else.
    private func isMisdirected(_ head: RequestHead) -> Bool {
        guard let serverName, !Self.isAddress(serverName) else { return false }
        return serverName != head.host
    }

    /// RFC 6066 section 3 allows no addresses as names; a client that sends one has named nobody.
    private static func isAddress(_ name: String) -> Bool {
        name.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2e }
    }

    private mutating func refuse(_ status: Status, _ head: RequestHead, _ bench: inout Workbench) {
        var response = Response(plain: status)
        response.closesConnection = true
        answer(response, to: Pending(head: head, since: bench.now), &bench)
    }

    /// Sends what waits and gets the machine more bytes; a step if it cannot go on.
    private mutating func feed(_ bench: inout Workbench) -> Step? {
        guard flush(&bench) else { return .close }
        if !rest.isEmpty { return .wait }
        passTurn(bench.moment)
        guard machine.wantsBytes, mayRead || wire.hasBufferedBytes else { return pause(&bench) }
        // The socket tells again what is left in it, and TLS what is left in its memory.
        mayRead = false
        switch wire.read(&bench) {
        case .done(let count):
            bench.metrics.received.add(count)
            patience.received(count, at: bench.moment)
            machine.receive(bench.input)
            return nil
        case .wantsRead: return pause(&bench)
        case .wantsWrite:
            wantsRoom = true
            return .wait
        case .closed:
            // In TLS; the socket's own end is about to follow.
            mayRead = true
            machine.endOfInput()
            return nil
        case .failed: return .close
        }
    }

    /// A connection that is between two requests does not outlast the gateway.
    private mutating func pause(_ bench: inout Workbench) -> Step {
        guard bench.isStopping, machine.isIdle else { return .wait }
        stage = .closing
        return conclude(&bench)
    }

    /// All answers are sent: what is the client at?
    private mutating func passTurn(_ now: Duration) {
        guard isOurTurn else { return }
        isOurTurn = false
        if openHead != nil {
            patience.bodyBegan(at: now)
        } else if machine.isIdle {
            patience.idleBegan(at: now)
        } else {
            patience.headBegan(at: now)
        }
    }
}
