/// The five characters that HTML reads as something other than themselves.
enum Escape {
    /// All five are at or below `>`, which letters are not, so most bytes cost one comparison. They are
    /// ASCII, and no byte of a longer UTF-8 sequence can be mistaken for one of them.
    static func isNeeded(in text: String) -> Bool {
        let bytes = text.utf8.span
        for index in bytes.indices where bytes[index] <= UInt8(ascii: ">") {
            switch bytes[index] {
            case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
                UInt8(ascii: "'"):
                return true
            default:
                continue
            }
        }
        return false
    }

    static func write(_ text: String, into bytes: inout [UInt8]) {
        bytes.reserveCapacity(bytes.count + text.utf8.count + 32)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
            default: bytes.append(byte)
            }
        }
    }
}
