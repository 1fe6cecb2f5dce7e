/// How much a client may send before it is refused. Every number is bytes unless its name says otherwise.
package struct Limits: Sendable {
    /// The request line with its line end; longer answers 414. One header line has the same limit and
    /// answers 431.
    package var line = 8 * 1024
    /// All header lines together; more answers 431.
    package var headers = 32 * 1024
    package var headerCount = 100
    package var method = 32
    package var host = 255
    /// Extensions of all chunks of one body together: they carry nothing, so they get little.
    package var chunkExtensions = 256
    package var chunkSizeDigits = 8
    /// Bytes of later requests that may wait while one is being answered.
    package var backlog = 64 * 1024
    package var query = FormLimits(size: 8 * 1024, fields: 128)

    package static let standard = Limits()

    package init() {}
}

/// How much a form or a query may hold.
package struct FormLimits: Sendable {
    /// Bytes before decoding.
    package var size: Int
    package var fields: Int
    package var nameBytes: Int = 256

    package static let standard = FormLimits(size: 256 * 1024, fields: 1_000)

    package init(size: Int, fields: Int) {
        self.size = size
        self.fields = fields
    }
}
