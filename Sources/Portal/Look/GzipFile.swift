/// What can be told of a gzip file (RFC 1952) without unpacking it.
enum GzipFile {
    /// Whether it is one that was made of so many bytes.
    static func holds(_ file: [UInt8], count: Int) -> Bool {
        guard file.count >= shortest, file.starts(with: beginning) else { return false }
        let size = file.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
        return size == count & 0xffff_ffff
    }

    /// Two bytes of magic, and deflate as the method.
    private static let beginning: [UInt8] = [0x1f, 0x8b, 8]
    /// Header, an empty block and trailer.
    private static let shortest = 20
}
