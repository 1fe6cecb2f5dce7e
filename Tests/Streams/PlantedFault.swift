/// Something that readers of HTTP have got wrong before. A proof that does not find it proves nothing.
package enum PlantedFault: CaseIterable, Sendable {
    case none
    /// Takes a line feed alone for a line end, and looks at each read by itself.
    case forgivesBareLineFeeds
    /// Skips empty lines in front of whatever a read begins with.
    case skipsLeadingBlankLines
    /// Takes NUL for nothing, as programs in C do.
    case overlooksZeros
    /// Refuses, but reads on behind what it refused.
    case goesOnAfterRefusal

    /// The bytes of one read as a reader with this fault sees them.
    func altered(_ read: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        switch self {
        case .none, .goesOnAfterRefusal: return read
        case .overlooksZeros: return read.filter { $0 != 0 }[...]
        case .skipsLeadingBlankLines: return read.drop { $0 == 0x0D || $0 == 0x0A }
        case .forgivesBareLineFeeds:
            var seen: [UInt8] = []
            for byte in read {
                if byte == 0x0A, seen.last != 0x0D { seen.append(0x0D) }
                seen.append(byte)
            }
            return seen[...]
        }
    }
}
