/// Finds the place of a record in its list by a number that follows from the record: four bytes for each slot
/// and an eighth of the slots empty at least, so five to seven bytes a record.
///
/// Public and inlinable because the table of records is. A slot holds one more than a place, or zero.
public struct PlaceIndex: Sendable {
    @usableFromInline var slots: [UInt32] = []
    private var count = 0

    public init() {}

    /// The place for which `isRight` holds, among those that were put in under this number, or -1.
    @inlinable public func place(_ number: UInt64, where isRight: (Int) -> Bool) -> Int {
        guard !slots.isEmpty else { return -1 }
        var slot = slot(of: number)
        while slots[slot] != 0 {
            let place = Int(slots[slot]) - 1
            if isRight(place) { return place }
            slot = slot + 1 == slots.count ? 0 : slot + 1
        }
        return -1
    }

    /// The upper half of the product depends on every bit of the number, and stands for a part of the whole.
    @inlinable func slot(of number: UInt64) -> Int {
        Int((number &* 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: UInt64(slots.count)).high)
    }

    /// Puts in a place that is not there yet. `number` is asked for the others as well when more room is
    /// needed.
    mutating func insert(_ place: Int, _ number: (Int) -> UInt64) {
        if Self.slots(for: count + 1) > slots.count { resize(Self.slots(for: (count + 1) * 3 / 2), number) }
        point(number(place), to: place)
        count += 1
    }

    /// Makes room for so many in all, and no more.
    mutating func reserve(_ count: Int, _ number: (Int) -> UInt64) {
        if Self.slots(for: count) > slots.count { resize(Self.slots(for: count), number) }
    }

    private static func slots(for count: Int) -> Int { count * 8 / 7 + 1 }

    private mutating func resize(_ size: Int, _ number: (Int) -> UInt64) {
        let old = slots
        slots = [UInt32](repeating: 0, count: size)
        for entry in old where entry != 0 { point(number(Int(entry) - 1), to: Int(entry) - 1) }
    }

    private mutating func point(_ number: UInt64, to place: Int) {
        var slot = slot(of: number)
        while slots[slot] != 0 { slot = slot + 1 == slots.count ? 0 : slot + 1 }
        slots[slot] = UInt32(place) + 1
    }
}
