/// The server's side of one HTTP/1.1 connection, without the connection: bytes in, actions out.
///
/// It is strict (RFC 9112, and narrower where leniency lets two parsers disagree), it never hands out a
/// request that did not arrive, and after a rejection or the last request it looks at no further byte. The
/// verdict on a stream does not depend on how the stream was cut into reads.
///
///     var machine = ServerMachine()
///     machine.receive(bytes)                          // whatever one read gave
///     while true {
///         switch machine.next() {
///         case .needMore: return                      // read again while `machine.wantsBytes`
///         case .head(let head):                       // comes only if a body follows
///             if let limit = routes.bodyLimit(head) { machine.accept(bodyLimit: limit) }
///             else { machine.refuse(); answer(notFound.closing, head) }
///         case .sendContinue: write("HTTP/1.1 100 Continue\r\n\r\n")
///         case .request(let request): answer(handle(request), request.head)
///         case .reject(let rejection): answer(Response(rejection), nil)   // then close
///         case .finished: close()
///         }
///     }
///
/// Answers leave in the order of requests: call `next()` again when the answer to the last request is
/// decided, and meanwhile stop reading once `wantsBytes` is false.
package struct ServerMachine: Sendable {
    package enum Action: Sendable {
        /// Nothing to do until more bytes arrive.
        case needMore
        /// A request with a body has begun. Answer with `accept(bodyLimit:)` or `refuse()`, then ask again.
        case head(RequestHead)
        /// The client waits for `100 Continue` before it sends the body.
        case sendContinue
        case request(Request)
        /// Answer with this status, then close. Nothing more comes but `finished`.
        case reject(Rejection)
        /// No further request will come: close when everything is written.
        case finished
    }

    private enum Phase {
        case head, judging, promising, body, ended
        case rejected(Rejection)
    }

    private let limits: Limits
    private var phase = Phase.head
    private var buffer: [UInt8] = []
    /// Up to here the buffer is used up.
    private var position = 0
    private var parser: HeadParser
    private var head: RequestHead?
    private var body: BodyReader?
    private var inputHasEnded = false
    private var hasOverflowed = false

    /// A buffer that grew beyond this is given back when it is empty, so that idle connections stay small.
    private static let keptCapacity = 4 * 1024

    package init(limits: Limits = .standard) {
        precondition(limits.line + limits.headers < 1 << 16, "Places in a head are counted in sixteen bits.")
        self.limits = limits
        parser = HeadParser(limits: limits)
    }

    /// Whether reading on makes sense. False when enough waits already, and after the end.
    package var wantsBytes: Bool {
        switch phase {
        case .ended, .rejected: false
        case .head, .judging, .promising, .body: unread <= limits.backlog && !inputHasEnded
        }
    }

    /// Bytes that have arrived and belong to no request yet.
    package var unread: Int { buffer.count - position }

    /// Whether no request has begun: the connection may be closed without harm to anybody.
    package var isIdle: Bool {
        if case .head = phase { unread == 0 } else { false }
    }
}

extension ServerMachine {
    package mutating func receive(_ bytes: [UInt8]) { receive(bytes[...]) }

    package mutating func receive(_ bytes: ArraySlice<UInt8>) {
        switch phase {
        case .ended, .rejected: return
        case .head, .judging, .promising, .body: break
        }
        guard !hasOverflowed, unread <= limits.backlog else {
            hasOverflowed = true
            return
        }
        if position > 0 {
            buffer.removeSubrange(..<position)
            position = 0
        }
        buffer += bytes
    }

    /// The client will send no more.
    package mutating func endOfInput() { inputHasEnded = true }

    /// Takes the body of the request whose head was just handed out, up to a number of bytes (decoded).
    package mutating func accept(bodyLimit: Int) {
        guard case .judging = phase, let head else { return }
        do throws(Rejection) {
            body = try BodyReader(head.framing, limits: limits, bodyLimit: bodyLimit)
            phase = head.expectsContinue ? .promising : .body
        } catch {
            phase = .rejected(error)
        }
    }

    /// Ends the conversation at a head: the caller answers it and closes, and the body is never read.
    package mutating func refuse() {
        guard case .judging = phase else { return }
        end(.ended)
    }

    package mutating func next() -> Action {
        do throws(Rejection) {
            if let action = try advance() { return action }
            return try starved()
        } catch {
            end(.ended)
            return .reject(error)
        }
    }
}

extension ServerMachine {
    private mutating func advance() throws(Rejection) -> Action? {
        switch phase {
        case .head: return try advanceHead()
        case .judging: return head.map(Action.head)
        case .promising:
            phase = .body
            return .sendContinue
        case .body: return try advanceBody()
        case .rejected(let rejection): throw rejection
        case .ended: return .finished
        }
    }

    private mutating func advanceHead() throws(Rejection) -> Action? {
        guard try parser.advance(buffer, from: position), let line = parser.requestLine else {
            return nil
        }
        let bytes = buffer[position..<(position + parser.length)]
        let head = try RequestHead(bytes, line: line, fields: parser.fields, limits)
        position += parser.length
        parser = HeadParser(limits: limits)
        if head.framing == .none { return finish(head, []) }
        self.head = head
        phase = .judging
        return .head(head)
    }

    private mutating func advanceBody() throws(Rejection) -> Action? {
        guard let head, var reader = body.take() else { return nil }
        guard try reader.advance(buffer, &position) else {
            body = reader
            return nil
        }
        self.head = nil
        return finish(head, reader.bytes)
    }

    private mutating func finish(_ head: RequestHead, _ body: [UInt8]) -> Action {
        if head.keepAlive { phase = .head } else { end(.ended) }
        return .request(Request(head: head, body: body))
    }

    /// What follows when the bytes do not suffice: more of them, or an end.
    private mutating func starved() throws(Rejection) -> Action {
        if hasOverflowed { throw .backlogTooLong }
        if inputHasEnded {
            guard isIdle else { throw .cutShort }
            end(.ended)
            return .finished
        }
        if unread == 0 {
            position = 0
            buffer.removeAll(keepingCapacity: buffer.capacity <= ServerMachine.keptCapacity)
        }
        return .needMore
    }

    private mutating func end(_ last: Phase) {
        phase = last
        (buffer, position, head, body) = ([], 0, nil, nil)
    }
}
