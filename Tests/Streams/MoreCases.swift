import HTTP

/// Bytes that stand where none of their kind may.
extension StrictCase {
    static let moreLines: [StrictCase] =
        badLines.map { .no($0.1, $0.0, $0.2) } + oddMethods

    private static let badLines: [(name: String, verdict: Rejection, stream: String)] = [
        ("nothing but a line feed", .bareLineFeed, "\n"),
        ("nothing but a line end", .malformedRequestLine, "\r\n"),
        ("NUL first", .malformedRequestLine, "\0" + get("/")),
        ("a space first", .malformedRequestLine, " " + get("/")),
        ("a byte order mark first", .malformedRequestLine, "\u{feff}" + get("/")),
        ("a TLS greeting", .bareLineFeed, "\u{16}\u{3}\u{1}\u{2}\0\u{1}\n"),
        ("HTTP/0.9", .malformedRequestLine, "GET /\r\n"),
        ("version 1", .malformedRequestLine, "GET / HTTP/1\r\n"),
        ("version 1.10", .malformedRequestLine, "GET / HTTP/1.10\r\n"),
        ("version 01.1", .malformedRequestLine, "GET / HTTP/01.1\r\n"),
        ("version 3.0", .versionUnsupported, "GET / HTTP/3.0\r\n"),
        ("version 0.9", .versionUnsupported, "GET / HTTP/0.9\r\n"),
        ("version 1,1", .malformedRequestLine, "GET / HTTP/1,1\r\n"),
        ("HTTPS/1.1", .malformedRequestLine, "GET / HTTPS/1.1\r\n"),
        ("a space behind the version", .malformedRequestLine, "GET / HTTP/1.1 \r\n"),
        ("two spaces before the version", .malformedRequestLine, "GET /  HTTP/1.1\r\n"),
        ("two carriage returns", .malformedRequestLine, "GET / HTTP/1.1\r\r\n"),
        ("a vertical tab for a space", .malformedRequestLine, "GET\u{b}/ HTTP/1.1\r\n"),
        ("a method outside ASCII", .malformedRequestLine, "G\u{c9}T / HTTP/1.1\r\n"),
        ("a method in brackets", .malformedRequestLine, "[GET] / HTTP/1.1\r\n"),
        ("no target", .malformedRequestLine, "GET HTTP/1.1\r\n"),
        ("no method", .malformedRequestLine, "/ HTTP/1.1\r\n"),
    ]

    private static let oddMethods: [StrictCase] = [
        .yes("a lower-case method is another method", "get / HTTP/1.1\r\nHost: a\r\n\r\n"),
        .yes("a method of every token byte", "!#$%&'*+-.^_`|~9 / HTTP/1.1\r\nHost: a\r\n\r\n"),
    ]

    static let moreHeads: [StrictCase] =
        bytesOfNoName.map {
            .no(.malformedHeader, "the byte \($0.debugDescription) in a name", get("/", "X\($0)Y: a\r\n"))
        }
        + bytesOfNoValue.map {
            .no(.malformedHeader, "the byte \($0.debugDescription) in a value", get("/", "X: a\($0)b\r\n"))
        } + oddHeads

    private static let bytesOfNoName = [
        "(", ")", "<", ">", "@", ",", ";", "\\", "\"", "/", "?", "=", "{", "}", "]", " ", "\u{1}", "\u{7f}",
    ]
    private static let bytesOfNoValue = ["\u{1}", "\u{8}", "\u{b}", "\u{c}", "\u{1b}", "\u{1f}"]

    private static let oddHeads: [StrictCase] = [
        .no(.malformedHeader, "a carriage return before the line end", get("/", "X: a\r\r\n")),
        .no(.malformedHeader, "a line of a carriage return", get("/", "\r\r\n")),
        .no(.foldedHeader, "a line of one space", get("/", " \r\n")),
        .no(.foldedHeader, "a line of one tab", get("/", "\t\r\n")),
        .no(.foldedHeader, "a value that is continued with a tab", get("/", "X: a\r\n\tb\r\n")),
        .yes("a colon in a value", get("/", "X: a:b:\r\n")),
        .yes("the same header twice", get("/", "X: a\r\nX: b\r\n")),
        .yes("a value outside ASCII", get("/", "X: caf\u{e9}\r\n")),
        .no(.contentEncoded, "a body that says it is not compressed", post("Content-Encoding: identity")),
        .no(.expectationUnknown, "two expectations in one", get("/", "Expect: 100-continue, x\r\n")),
    ]

    static let moreTargets: [StrictCase] =
        bytesOfNoPath.map {
            .no(.malformedTarget, "the byte \($0.debugDescription) in a path", get("/a\($0)b"))
        } + oddTargets

    private static let bytesOfNoPath = ["\"", "<", ">", "^", "`", "{", "|", "}", "[", "]"]

    private static let oddTargets: [StrictCase] = [
        .no(.malformedTarget, "a target without a slash", get("a")),
        .no(.malformedTarget, "a question mark alone", get("?a=b")),
        .no(.malformedTarget, "an absolute form with a user", get("http://u:p@a/")),
        .no(.malformedTarget, "a fragment behind a query", get("/?a#b")),
        .no(.malformedTarget, "the asterisk and more", "OPTIONS *a HTTP/1.1\r\nHost: a\r\n\r\n"),
        .no(.forbiddenPath, "an encoded delete", get("/%7f")),
        .no(.forbiddenPath, "half an encoded dot dot", get("/a/.%2e/b")),
        .no(.forbiddenPath, "a dot at the end", get("/a/.")),
        .no(.forbiddenPath, "an escape with a space", get("/%2%0")),
        .no(.forbiddenPath, "an escape of UTF-16", get("/%u0041")),
        .no(.forbiddenPath, "UTF-8 that ends too early", get("/%e2%82")),
        .no(.forbiddenPath, "UTF-8 beyond Unicode", get("/%f4%90%80%80")),
        .no(.malformedQuery, "overlong UTF-8 in a query", get("/?a=%c0%af")),
        .yes("an empty segment", get("//a//")),
        .yes("three dots", get("/.../a")),
        .yes("a question mark in a query", get("/a??b=c?")),
        .yes("every byte that a path may have", get("/aZ09-._~!$&'()*+,;=:@")),
        .yes("a semicolon in a path is part of its name", get("/a;b=c/d")),
    ]
}
