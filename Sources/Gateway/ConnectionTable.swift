import Unix

/// A connection in its place at a loop, and what the loop's epoll knows of it. Only the loop's gate has it.
final class Slot {
    let token: Epoll.Token
    var interest: Epoll.Interest
    /// Nothing once it has ended or moved away.
    var connection: Connection?

    init(_ connection: consuming Connection, token: Epoll.Token, interest: Epoll.Interest) {
        self.token = token
        self.interest = interest
        self.connection = consume connection
    }

    var number: Int32 { Int32(truncatingIfNeeded: token.rawValue & 0xffff_ffff) }
}

/// A loop's connections by descriptor. A descriptor's number is used again as soon as it is closed, so a
/// token also carries a generation: an event or an answer for a connection that is gone finds nobody.
struct ConnectionTable {
    private var slots: [Slot?] = []
    private var generation: UInt32 = 0
    private(set) var count = 0

    /// Tokens of this generation are those of listeners.
    static let listeners: UInt64 = 0

    static func listenerToken(_ number: Int32) -> Epoll.Token {
        Epoll.Token(rawValue: listeners << 32 | UInt64(number))
    }

    var all: [Slot] { slots.compactMap(\.self) }

    /// The order of descriptors says nothing and differs between two equal runs; this one does not.
    var inOrderOfArrival: [Slot] { all.sorted { $0.token.rawValue < $1.token.rawValue } }

    mutating func insert(_ connection: consuming Connection) -> Slot {
        // Neither the listeners' generation nor that of the loop's own token.
        generation = generation >= UInt32.max - 1 ? 1 : generation + 1
        let number = connection.wire.file.number
        let token = Epoll.Token(rawValue: UInt64(generation) << 32 | UInt64(number))
        let slot = Slot(consume connection, token: token, interest: .readable)
        while slots.count <= Int(number) { slots.append(nil) }
        slots[Int(number)] = slot
        count += 1
        return slot
    }

    subscript(token: Epoll.Token) -> Slot? {
        let number = Int(token.rawValue & 0xffff_ffff)
        guard number < slots.count, let slot = slots[number], slot.token == token else { return nil }
        return slot
    }

    mutating func remove(_ slot: Slot) {
        guard self[slot.token] != nil else { return }
        slots[Int(slot.number)] = nil
        count -= 1
    }
}
