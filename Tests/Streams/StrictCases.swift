import HTTP

extension StrictCase {
    package static let all =
        lines + heads + targets + hosts + lengths + encodings + chunks + moreLines + moreHeads + moreTargets
        + smuggling + pipelines + limits

    private static let lines: [StrictCase] = [
        .yes("a plain request", get("/")),
        .no(.malformedRequestLine, "an empty line first", "\r\n" + get("/")),
        .no(.bareLineFeed, "a bare LF behind the request line", "GET / HTTP/1.1\nHost: a\r\n\r\n"),
        .no(.bareLineFeed, "a bare LF behind a header", "GET / HTTP/1.1\r\nHost: a\n\r\n"),
        .no(.bareLineFeed, "a bare LF as the last line", "GET / HTTP/1.1\r\nHost: a\r\n\n"),
        .no(.malformedRequestLine, "a bare CR in the request line", "GET / HTTP/1.1\rHost: a\r\n\r\n"),
        .no(.malformedHeader, "a bare CR in a value", get("/", "X: a\rb\r\n")),
        .no(.malformedRequestLine, "two spaces before the target", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n"),
        .no(.malformedRequestLine, "a tab for a space", "GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n"),
        .no(.malformedRequestLine, "a space within the target", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n"),
        .no(.malformedRequestLine, "no version", "GET /\r\n\r\n"),
        .no(.malformedRequestLine, "a lower-case protocol", "GET / http/1.1\r\nHost: a\r\n\r\n"),
        .no(.malformedRequestLine, "a method that is no token", "G(T / HTTP/1.1\r\nHost: a\r\n\r\n"),
        .no(.methodTooLong, "a long method", String(repeating: "A", count: 33) + " / HTTP/1.1\r\n"),
        .yes("an unknown method, which is the caller's to refuse", "BREW / HTTP/1.1\r\nHost: a\r\n\r\n"),
        .no(.versionUnsupported, "HTTP/2.0", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        .no(.versionUnsupported, "HTTP/1.2", "GET / HTTP/1.2\r\nHost: a\r\n\r\n"),
        .yes("HTTP/1.0", "GET / HTTP/1.0\r\nHost: a\r\n\r\n"),
        .no(.cutShort, "an end within the head", "GET / HTTP/1.1\r\nHost: a\r\n"),
        .no(.cutShort, "an end within the body", post("Content-Length: 10", "hello")),
    ]

    private static let heads: [StrictCase] = [
        .no(.foldedHeader, "a folded header", get("/", "X: a\r\n b\r\n")),
        .no(.foldedHeader, "a space before the first header", "GET / HTTP/1.1\r\n Host: a\r\n\r\n"),
        .no(.malformedHeader, "a space before the colon", get("/", "X : a\r\n")),
        .no(.malformedHeader, "no name", get("/", ": a\r\n")),
        .no(.malformedHeader, "no colon", get("/", "X\r\n")),
        .no(.malformedHeader, "a bracket in a name", get("/", "X[: a\r\n")),
        .no(.malformedHeader, "NUL in a value", get("/", "X: a\0b\r\n")),
        .no(.malformedHeader, "DEL in a value", get("/", "X: a\u{7f}\r\n")),
        .yes("spaces and tabs around a value", get("/", "X: \t a b\t \r\n")),
        .yes("an empty value", get("/", "X:\r\n")),
        .yes("a request line of 8 KiB", get("/" + String(repeating: "a", count: 8_192 - 16))),
        .no(
            .targetTooLong, "a request line of one byte more",
            get("/" + String(repeating: "a", count: 8_192 - 15))),
        .no(.targetTooLong, "a line without end", String(repeating: "A", count: 100_000)),
        .yes("a header line of 8 KiB", get("/", "X: " + String(repeating: "a", count: 8_187) + "\r\n")),
        .no(
            .headersTooLarge, "a header line of one byte more",
            get("/", "X: " + String(repeating: "a", count: 8_188) + "\r\n")
        ),
        .no(
            .headersTooLarge, "headers of more than 32 KiB",
            get("/", String(repeating: "X: " + String(repeating: "a", count: 7_000) + "\r\n", count: 5))),
        .yes("a hundred headers", get("/", String(repeating: "X: a\r\n", count: 99))),
        .no(.tooManyHeaders, "a hundred and one", get("/", String(repeating: "X: a\r\n", count: 100))),
        .no(.contentEncoded, "a compressed body", post("Content-Encoding: gzip\r\nContent-Length: 1", "a")),
        .no(.expectationUnknown, "an unknown expectation", get("/", "Expect: 200-ok\r\n")),
    ]

    private static let targets: [StrictCase] = [
        .yes("escapes", get("/caf%C3%A9/a%20b?q=1+2&%C3%A9=%25")),
        .no(.malformedTarget, "a fragment", get("/a#b")),
        .no(.malformedTarget, "a backslash", get("/a\\b")),
        .no(.malformedTarget, "NUL", get("/\0")),
        .no(.malformedTarget, "the absolute form", get("http://a/")),
        .no(.malformedTarget, "the asterisk with GET", get("*")),
        .yes("the asterisk with OPTIONS", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n"),
        .no(.forbiddenPath, "..", get("/a/../b")),
        .no(.forbiddenPath, "a dot", get("/./a")),
        .no(.forbiddenPath, "encoded ..", get("/a/%2e%2E/b")),
        .yes("twice encoded .., which is decoded once", get("/a/%252e%252e/b")),
        .no(.forbiddenPath, "an encoded slash", get("/a%2fb")),
        .no(.forbiddenPath, "an encoded backslash", get("/a%5cb")),
        .no(.forbiddenPath, "an encoded NUL", get("/a%00b")),
        .no(.forbiddenPath, "an encoded line end", get("/a%0d%0aX:b")),
        .no(.forbiddenPath, "overlong UTF-8", get("/%c0%af")),
        .no(.forbiddenPath, "a surrogate", get("/%ed%a0%80")),
        .no(.forbiddenPath, "half an escape", get("/a%2")),
        .no(.forbiddenPath, "an escape that is none", get("/a%zz")),
        .no(.malformedQuery, "half an escape in a query", get("/?a=%")),
        .no(.malformedQuery, "an encoded NUL in a query", get("/?a=%00")),
        .no(.malformedQuery, "too many fields", get("/?" + String(repeating: "a&", count: 129))),
    ]

    private static let hosts: [StrictCase] = [
        .no(.hostMissing, "no host", "GET / HTTP/1.1\r\n\r\n"),
        .no(.hostMissing, "no host in HTTP/1.0", "GET / HTTP/1.0\r\n\r\n"),
        .no(.hostRepeated, "the same host twice", get("/", "Host: a\r\n")),
        .no(.hostMalformed, "an empty host", "GET / HTTP/1.1\r\nHost: \r\n\r\n"),
        .no(.hostMalformed, "a user in the host", "GET / HTTP/1.1\r\nHost: u@a\r\n\r\n"),
        .no(.hostMalformed, "a path in the host", "GET / HTTP/1.1\r\nHost: a:80/b\r\n\r\n"),
        .no(.hostMalformed, "two hosts in one", "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n"),
        .no(.hostMalformed, "an empty port", "GET / HTTP/1.1\r\nHost: a:\r\n\r\n"),
        .yes("a port", "GET / HTTP/1.1\r\nHost: a:8443\r\n\r\n"),
        .yes("an IPv6 address", "GET / HTTP/1.1\r\nHost: [::1]:8443\r\n\r\n"),
        .no(.hostMalformed, "half an IPv6 address", "GET / HTTP/1.1\r\nHost: [::1\r\n\r\n"),
    ]

    private static let lengths: [StrictCase] =
        ["+5", "-1", "5,5", "0x5", "1_0", "1 0", "abc", "", "005", "00", "99999999999999999999"].map {
            .no(.lengthMalformed, "the length \($0)", post("Content-Length: \($0)", "hello"))
        } + [
            .yes("a length", post("Content-Length: 5", "hello")),
            .yes("the length 0", post("Content-Length: 0")),
            .yes("no length at all", post("X: a")),
            .no(.lengthRepeated, "two lengths", post("Content-Length: 5\r\nContent-Length: 5", "hello")),
            .no(.bodyTooLarge, "a length over the limit", post("Content-Length: 999999999")),
        ]

    private static let encodings: [StrictCase] =
        ["gzip", "identity", "xchunked", "Chunked", "chunked, chunked", "chunked,", "gzip, chunked", ""].map {
            .no(.transferEncodingUnsupported, "the coding '\($0)'", post("Transfer-Encoding: \($0)"))
        } + [
            .no(
                .transferEncodingUnsupported, "two codings",
                post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked")),
            .no(
                .lengthBesideTransferEncoding, "a length and a coding",
                post("Content-Length: 6\r\nTransfer-Encoding: chunked", "0\r\n\r\n")),
            .no(
                .transferEncodingInOldVersion, "a coding in HTTP/1.0",
                "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        ]

    private static let chunks: [StrictCase] =
        [
            " 5\r\n", "-1\r\n", "+5\r\n", "0x5\r\n", "1_0\r\n", "5 \r\n", "\r\n", "5;\r\n", "5;\n",
            "5;a\rX\r\n",
            "5;\0\r\n", "5;a[=b\r\n", "5\n", "5\rh", "5\r\nhello0\r\n", "5\r\nhello!!\r\n", "5\r\nhello\n",
            "0\r\n\n", "5;a;;b\r\n",
        ].map { .no(.chunkMalformed, "the chunk \($0.debugDescription)", chunked($0)) } + [
            .yes("chunks", chunked("5\r\nhello\r\n00A\r\n0123456789\r\n0\r\n\r\n")),
            .yes("extensions", chunked("5;a=b;c=\"d\"\r\nhello\r\n0\r\n\r\n")),
            .no(.chunkSizeTooLong, "nine digits", chunked("000000005\r\nhello")),
            .yes("extensions of 256 bytes", chunked(extended(256))),
            .no(.chunkExtensionTooLong, "extensions of 257 bytes", chunked(extended(257))),
            .no(.trailersUnexpected, "a trailer", chunked("0\r\nX: a\r\n\r\n")),
            .no(.bodyTooLarge, "a chunk over the limit", chunked("FFFFFFFF\r\n")),
            .no(.cutShort, "no last chunk", chunked("5\r\nhello\r\n")),
        ]

    private static func extended(_ count: Int) -> String {
        "5;" + String(repeating: "a", count: count) + "\r\nhello\r\n0\r\n\r\n"
    }
}
