import CLinux

/// A socket that connections arrive at.
package struct Listener: ~Copyable, Sendable {
    package let file: FileDescriptor

    private static let backlog: Int32 = 4_096

    /// Port 0 lets the kernel choose; `port` tells which. A taken port is `Errno.addressInUse`.
    package init(address: String, port: UInt16) throws(Errno) {
        let number = unsafe address.withCString { unsafe shim_listen($0, port, Self.backlog) }
        if number == -1 { throw Errno.current }
        file = FileDescriptor(owning: number)
    }

    package var port: UInt16 { shim_port(file.number) }

    /// The next connection, or nothing when none waits. `EMFILE` and its like are thrown.
    package func accept() throws(Errno) -> Arrival? {
        var peer = [UInt8](repeating: 0, count: PeerAddress.byteCount)
        let listener = file.number
        do throws(Errno) {
            let number = try retrying { unsafe shim_accept(listener, &peer) }
            return Arrival(number: number, peer: PeerAddress(bytes: peer))
        } catch {
            if error == .again || error == .connectionAborted { return nil }
            throw error
        }
    }
}

/// A connection that was just accepted: the number must be owned or closed by whoever takes it.
package struct Arrival: Sendable {
    package let number: Int32
    package let peer: PeerAddress

    package init(number: Int32, peer: PeerAddress) {
        self.number = number
        self.peer = peer
    }
}

/// Where a connection comes from: an IPv6 address, IPv4 mapped into it.
package struct PeerAddress: Hashable, Sendable {
    package static let byteCount = 16
    private let high: UInt64
    private let low: UInt64

    package init(bytes: [UInt8]) {
        precondition(bytes.count == Self.byteCount, "an address has sixteen bytes")
        high = bytes[0..<8].reduce(0) { $0 << 8 | UInt64($1) }
        low = bytes[8..<16].reduce(0) { $0 << 8 | UInt64($1) }
    }

    private var isMapped: Bool { high == 0 && low >> 32 == 0xffff }

    /// One customer of an internet provider holds a whole /64, so limits count those as one.
    package var network: PeerAddress { isMapped ? self : PeerAddress(high: high, low: 0) }

    private init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }
}

extension PeerAddress: CustomStringConvertible {
    package var description: String {
        if isMapped {
            return (0..<4).map { String(low >> UInt64(24 - 8 * $0) & 0xff) }.joined(separator: ".")
        }
        let groups = [high, low].flatMap { half in
            (0..<4).map { String(half >> UInt64(48 - 16 * $0) & 0xffff, radix: 16) }
        }
        return groups.joined(separator: ":")
    }
}
