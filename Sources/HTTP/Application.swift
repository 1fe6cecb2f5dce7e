/// What stands behind a gateway: it is handed whole requests, and answers each exactly once.
package protocol Application: Sendable {
    /// How large a body this request may have, in bytes; asked before the body is read.
    func bodyLimit(for head: RequestHead) -> Int

    /// Called on the thread of the connection's loop. Must not block.
    func answer(_ request: Request, _ exchange: Exchange) -> Answer
}

/// The circumstances of one request, and the way back to its connection.
package struct Exchange: Sendable {
    /// Random, for logs, error pages and events; not a secret.
    package let id: UInt64
    /// The peer's address as text, and the network that limits count as one.
    package let peer: String
    package let network: String
    /// The loop that the connection lives on now.
    package let loop: Int
    /// Answers a request that was answered with `.later`; from any thread, once. Later calls do nothing.
    package let reply: @Sendable (Response) -> Void

    package init(
        id: UInt64, peer: String, network: String, loop: Int,
        reply: @escaping @Sendable (Response) -> Void
    ) {
        self.id = id
        self.peer = peer
        self.network = network
        self.loop = loop
        self.reply = reply
    }
}

package enum Answer: Sendable {
    case now(Response)
    /// The answer will come through `Exchange.reply`; until then the connection takes no further request.
    case later
    /// The same request must be asked again on another loop, and the connection stays there.
    case move(toLoop: Int)
}
