/// The outcome of a request (RFC 9110 section 15): only the codes that this house sends.
package enum Status: Int, Hashable, Sendable, CaseIterable {
    case ok = 200
    case created = 201
    case accepted = 202
    case noContent = 204
    case partialContent = 206
    case movedPermanently = 301
    case found = 302
    case seeOther = 303
    case notModified = 304
    case temporaryRedirect = 307
    case permanentRedirect = 308
    case badRequest = 400
    case unauthorized = 401
    case forbidden = 403
    case notFound = 404
    case methodNotAllowed = 405
    case notAcceptable = 406
    case requestTimeout = 408
    case conflict = 409
    case gone = 410
    case lengthRequired = 411
    case preconditionFailed = 412
    case contentTooLarge = 413
    case targetTooLong = 414
    case unsupportedMediaType = 415
    case rangeNotSatisfiable = 416
    case expectationFailed = 417
    case misdirectedRequest = 421
    case unprocessableContent = 422
    case tooEarly = 425
    case tooManyRequests = 429
    case headersTooLarge = 431
    case internalServerError = 500
    case notImplemented = 501
    case badGateway = 502
    case serviceUnavailable = 503
    case gatewayTimeout = 504
    case versionNotSupported = 505
    case insufficientStorage = 507

    package var code: Int { rawValue }

    /// An answer with these never has a body, nor a length (RFC 9112 section 6.3).
    package var forbidsBody: Bool { self == .noContent || self == .notModified }

    package var phrase: String { Status.phrases[self] ?? "" }

    /// The first line of an answer.
    var line: [UInt8] { Status.lines[code - Status.first] }

    private static let first = 200

    /// Ready lines, the code minus the first telling the place.
    private static let lines: [[UInt8]] = {
        let last = allCases.map(\.code).max() ?? first
        var lines = [[UInt8]](repeating: [], count: last - first + 1)
        for status in allCases {
            lines[status.code - first] = Array("HTTP/1.1 \(status.code) \(status.phrase)\r\n".utf8)
        }
        return lines
    }()

    /// A table and not a switch: forty cases would not fit in a function. A test holds it complete.
    private static let phrases: [Status: String] = [
        .ok: "OK", .created: "Created", .accepted: "Accepted", .noContent: "No Content",
        .partialContent: "Partial Content",
        .movedPermanently: "Moved Permanently", .found: "Found", .seeOther: "See Other",
        .notModified: "Not Modified", .temporaryRedirect: "Temporary Redirect",
        .permanentRedirect: "Permanent Redirect",
        .badRequest: "Bad Request", .unauthorized: "Unauthorized", .forbidden: "Forbidden",
        .notFound: "Not Found", .methodNotAllowed: "Method Not Allowed", .notAcceptable: "Not Acceptable",
        .requestTimeout: "Request Timeout", .conflict: "Conflict", .gone: "Gone",
        .lengthRequired: "Length Required", .preconditionFailed: "Precondition Failed",
        .contentTooLarge: "Content Too Large", .targetTooLong: "URI Too Long",
        .unsupportedMediaType: "Unsupported Media Type", .rangeNotSatisfiable: "Range Not Satisfiable",
        .expectationFailed: "Expectation Failed", .misdirectedRequest: "Misdirected Request",
        .unprocessableContent: "Unprocessable Content", .tooEarly: "Too Early",
        .tooManyRequests: "Too Many Requests", .headersTooLarge: "Request Header Fields Too Large",
        .internalServerError: "Internal Server Error", .notImplemented: "Not Implemented",
        .badGateway: "Bad Gateway", .serviceUnavailable: "Service Unavailable",
        .gatewayTimeout: "Gateway Timeout", .versionNotSupported: "HTTP Version Not Supported",
        .insufficientStorage: "Insufficient Storage",
    ]
}
