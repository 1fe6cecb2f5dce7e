extension Response {
    /// Writes all of the answer but its body behind what `buffer` holds.
    ///
    /// Without a `Cache-Control` the answer is `no-store`: what nobody thought about is not kept anywhere.
    /// - Parameters:
    ///   - head: the request it answers; nil if there was none, which closes the connection.
    ///   - date: the current time as `HTTPDate.bytes`, made once a second by the caller.
    ///   - buffer: what waits to be written; nothing in it is changed.
    package func encodeHead(for head: RequestHead?, date: [UInt8], into buffer: inout [UInt8]) {
        buffer += status.line
        buffer += "date: ".utf8
        buffer += date
        buffer += "\r\n".utf8
        for field in headers.fields { buffer.appendLine(field.name.text, field.value.text) }
        if headers[.cacheControl] == nil { buffer.appendLine(HeaderName.cacheControl.text, "no-store") }
        if let etag { buffer.appendLine("etag", etag.text) }
        if let lastModified { buffer.appendLine("last-modified", lastModified.text) }
        if offersRanges { buffer.appendLine(HeaderName.acceptRanges.text, "bytes") }
        if !status.forbidsBody { buffer.appendLine("content-length", String(length)) }
        if closesConnection || head?.keepAlive != true { buffer.appendLine("connection", "close") }
        buffer += security.lines
        buffer += "\r\n".utf8
    }
}

extension [UInt8] {
    mutating func appendLine(_ name: String, _ value: String) {
        self += name.utf8
        self += ": ".utf8
        self += value.utf8
        self += "\r\n".utf8
    }

    /// The interim answer to `Expect: 100-continue`.
    package static let continueAnswer = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)
}
