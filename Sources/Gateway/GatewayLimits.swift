package import HTTP

/// What one gateway gives to its clients at most. Reaching a number is a refusal that somebody can count.
package struct GatewayLimits: Sendable {
    /// Connections of one network: an IPv4 address, or an IPv6 /64. More are closed at once.
    package var connectionsPerNetwork = 64
    /// Connections in all, on all loops and ports. Beyond it who keeps us waiting gives way to who arrives;
    /// where nobody does, nobody is accepted.
    package var connections = 8_192
    /// One in so many of the connections that keep us waiting gives way at once.
    package var partThatGivesWay = 16
    /// A network with more than one in so many of all connections gives way before others do.
    package var partThatIsACrowd = 8
    /// How long a client may take for what. The handshake shares the time of the first head.
    package var patience = Patience.Terms.standard
    /// What a request may hold.
    package var requests = Limits.standard
    /// Bytes of answers that may wait before no further request of that connection is looked at.
    package var outputBacklog = 64 * 1_024
    /// Bytes that are read at once.
    package var readSize = 32 * 1_024
    /// A loop's buffer for answers that grew beyond this is given back.
    package var keptOutput = 256 * 1_024
    /// How long the application may think. Then the client is told so, and an answer that still comes is
    /// dropped.
    package var answerTime = Duration.seconds(120)
    /// How often one request may be sent to another loop.
    package var moves = 3
    /// After the last answer: how long, and how many bytes, a client may go on sending before it is cut off.
    /// Closing with unread bytes would make the kernel reset the connection, and the client might lose our
    /// answer.
    package var lingering = Duration.seconds(5)
    package var lingeringBytes = 32 << 20

    package static let standard = GatewayLimits()

    package init() {}

    /// For the address of operations, which has few guests and must not be shut when the portal is full.
    static let ofOperations: GatewayLimits = {
        var limits = GatewayLimits()
        limits.connections = 64
        return limits
    }()

    /// Descriptors that files, loops and everything else but connections need.
    private static let reservedDescriptors = 256

    /// As many connections as the process may have descriptors for, and no more than the standard.
    package static func fitting(descriptors: Int) -> GatewayLimits {
        var limits = GatewayLimits()
        let spare = max(descriptors / 2, descriptors - reservedDescriptors)
        limits.connections = min(limits.connections, max(1, spare))
        return limits
    }
}
