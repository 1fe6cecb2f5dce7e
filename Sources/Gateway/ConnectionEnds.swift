import HTTP
import TLS
import Telemetry

/// How answers leave a connection, and how it ends.
extension Connection {
    /// Tells the client that its bytes are no request; the reason is for the log.
    mutating func reject(_ rejection: Rejection, _ bench: inout Workbench) {
        bench.metrics.rejections.add()
        bench.log.info(
            "request.rejected", ["peer": .text(guest.peer), "reason": .text(rejection.explanation)])
        answer(Response(rejection), to: nil, &bench)
    }

    /// Sends the bench's output behind what already waits. What the socket does not take is kept. False when
    /// the connection is broken.
    mutating func flush(_ bench: inout Workbench) -> Bool {
        // Nothing is said in the middle of a body.
        guard !rest.isWithinBody || bench.output.isEmpty else { return false }
        gather(&bench)
        if rest.isEmpty || rest.isFetching { return true }
        guard send(&bench) else { return false }
        if rest.isEmpty {
            allIsSent(&bench)
        } else if rest.isFetching {
            patience.requestComplete()
        } else {
            patience.writeBegan(at: bench.moment)
        }
        return true
    }

    /// Writes until the socket is full, all is sent, or a piece has to be fetched.
    private mutating func send(_ bench: inout Workbench) -> Bool {
        while true {
            switch rest.refill() {
            case .unneeded, .more: break
            case .mustBeFetched: return true
            case .unreadable: return tellDamage(bench)
            }
            let asked = rest.sendable
            if rest.isEmpty { return true }
            if asked.isEmpty { continue }
            switch wire.write(rest.front, asked, isFollowed: rest.isFollowed) {
            case .done(let count):
                rest.wrote(count)
                bench.metrics.sent.add(count)
                patience.wrote(count, at: bench.moment)
                if count < asked.count || rest.isEmpty { return true }
            case .wantsWrite: return true
            case .wantsRead, .closed, .failed: return false
            }
        }
    }

    /// A body that cannot be read to its end is cut off, which a client tells by the length it was promised.
    func tellDamage(_ bench: borrowing Workbench) -> Bool {
        bench.log.error("gateway.body-unreadable", ["peer": .text(guest.peer)])
        return false
    }

    /// Gives the buffer back to the bench, unless one large answer would make it large for ever.
    private mutating func allIsSent(_ bench: inout Workbench) {
        rest.trade(&bench.output)
        rest = Outflow()
        let isKept = bench.output.capacity <= bench.limits.keptOutput
        bench.output.removeAll(keepingCapacity: isKept)
        if case .held = stage { patience.requestComplete() }
    }

    /// Sends the last bytes, says goodbye and waits for the client to do the same.
    mutating func conclude(_ bench: inout Workbench) -> Step {
        guard flush(&bench) else { return .close }
        guard rest.isEmpty, wire.bidFarewell() else { return .wait }
        stage = .lingering(until: bench.moment + bench.limits.lingering, bytes: 0)
        return mayRead ? linger(&bench) : .wait
    }

    mutating func linger(_ bench: inout Workbench) -> Step {
        while true {
            guard case .lingering(let end, let bytes) = stage else { return .close }
            switch wire.discard(&bench) {
            case .done(let count):
                guard bytes + count <= bench.limits.lingeringBytes else { return .close }
                stage = .lingering(until: end, bytes: bytes + count)
            case .wantsRead: return .wait
            case .wantsWrite, .closed, .failed: return .close
            }
        }
    }

    /// Whether time has run out for something. If so, `step` follows, unless `.close` is returned.
    mutating func expire(_ bench: inout Workbench) -> Expiry {
        if case .lingering(let end, _) = stage { return bench.moment >= end ? .close : .none }
        if case .held(let pending) = stage,
            bench.moment >= .microseconds(pending.since) + bench.limits.answerTime
        {
            bench.log.error("gateway.unanswered", ["path": .text(pending.head.path)])
            answer(Response(plain: .gatewayTimeout), to: pending, &bench)
            return .step
        }
        switch patience.verdict(at: bench.moment) {
        case .wait: return .none
        case .reject: return rejectSlowness(&bench)
        case .close:
            if rest.isEmpty { _ = wire.bidFarewell() }
            return .close
        }
    }

    enum Expiry { case none, step, close }

    /// Who has not begun a request is owed no answer.
    private mutating func rejectSlowness(_ bench: inout Workbench) -> Expiry {
        switch stage {
        case .handshaking, .held, .closing, .lingering: return .close
        case .serving:
            if machine.isIdle {
                _ = wire.bidFarewell()
                return .close
            }
            reject(.tooSlow, &bench)
            return .step
        }
    }
}
