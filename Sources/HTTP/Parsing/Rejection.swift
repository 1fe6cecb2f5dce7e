/// Why a connection's bytes are not a request. The caller answers with `status` and closes.
package enum Rejection: Error, Hashable, Sendable, CaseIterable {
    // The request line.
    case malformedRequestLine, versionUnsupported, targetTooLong, methodTooLong
    case malformedTarget, forbiddenPath, malformedQuery
    // Lines.
    case bareLineFeed, foldedHeader, malformedHeader, headersTooLarge, tooManyHeaders
    // What the headers say together.
    case hostMissing, hostRepeated, hostMalformed
    case lengthMalformed, lengthRepeated, lengthBesideTransferEncoding
    case transferEncodingUnsupported, transferEncodingInOldVersion
    case contentEncoded, expectationUnknown
    // The body.
    case bodyTooLarge, chunkMalformed, chunkSizeTooLong, chunkExtensionTooLong, trailersUnexpected
    // The conversation.
    case cutShort, backlogTooLong, tooSlow

    package var status: Status {
        switch self {
        case .malformedRequestLine, .malformedTarget, .forbiddenPath, .malformedQuery, .bareLineFeed,
            .foldedHeader, .malformedHeader, .hostMissing, .hostRepeated, .hostMalformed, .lengthMalformed,
            .lengthRepeated, .lengthBesideTransferEncoding, .transferEncodingUnsupported,
            .transferEncodingInOldVersion, .chunkMalformed, .chunkSizeTooLong, .chunkExtensionTooLong,
            .trailersUnexpected, .cutShort, .backlogTooLong, .methodTooLong:
            .badRequest
        case .tooSlow: .requestTimeout
        case .bodyTooLarge: .contentTooLarge
        case .targetTooLong: .targetTooLong
        case .contentEncoded: .unsupportedMediaType
        case .expectationUnknown: .expectationFailed
        case .headersTooLarge, .tooManyHeaders: .headersTooLarge
        case .versionUnsupported: .versionNotSupported
        }
    }

    /// A sentence for the log and for the person who wrote the client.
    package var explanation: String {
        switch self {
        case .malformedRequestLine: "The request line is not a method, a target and a version."
        case .versionUnsupported: "Only HTTP/1.1 and HTTP/1.0 are spoken here."
        case .targetTooLong: "The request line is too long."
        case .methodTooLong: "The method is too long."
        case .malformedTarget: "The request target has bytes that no address may have."
        case .forbiddenPath: "The path decodes to something that no path here contains."
        case .malformedQuery: "The query is malformed or has too many fields."
        case .bareLineFeed: "A line ends without a carriage return."
        case .foldedHeader: "A header continues on a second line."
        case .malformedHeader: "A header has bytes that no header may have."
        case .headersTooLarge: "The headers are too long."
        case .tooManyHeaders: "There are too many headers."
        case .hostMissing: "The Host header is missing."
        case .hostRepeated: "There is more than one Host header."
        case .hostMalformed: "The Host header is not a host and a port."
        case .lengthMalformed: "The Content-Length is not a plain number."
        case .lengthRepeated: "There is more than one Content-Length."
        case .lengthBesideTransferEncoding: "Content-Length and Transfer-Encoding contradict each other."
        case .transferEncodingUnsupported: "The only Transfer-Encoding is chunked."
        case .transferEncodingInOldVersion: "HTTP/1.0 has no Transfer-Encoding."
        case .contentEncoded: "Request bodies must not be compressed."
        case .expectationUnknown: "The only expectation is 100-continue."
        case .bodyTooLarge: "The body is longer than this address takes."
        case .chunkMalformed: "A chunk is malformed."
        case .chunkSizeTooLong: "A chunk size has too many digits."
        case .chunkExtensionTooLong: "The chunk extensions are too long."
        case .trailersUnexpected: "Fields after the body are not taken."
        case .cutShort: "The connection ended within a request."
        case .backlogTooLong: "Too many bytes were sent ahead of an answer."
        case .tooSlow: "The request took too long to arrive."
        }
    }
}
