import HTTP

/// Requests by which one parser has been made to see another message than the next, and what several requests
/// in a row must come to.
extension StrictCase {
    private static let next = get("/next")

    static let smuggling: [StrictCase] =
        contradictions.map {
            .no(
                .lengthBesideTransferEncoding, "a length beside a coding: \($0.debugDescription)",
                post($0, "0\r\n\r\n"))
        }
        + disguises.map {
            .no(
                $0.contains("\u{b}") ? .malformedHeader : .transferEncodingUnsupported,
                "the disguised coding \($0.debugDescription)", post("Transfer-Encoding:\($0)", "0\r\n\r\n"))
        } + hiddenFraming

    private static let contradictions = [
        "Transfer-Encoding: chunked\r\nContent-Length: 6",
        "Content-Length: 0\r\nTransfer-Encoding: chunked",
        "TRANSFER-ENCODING: chunked\r\ncontent-length: 5",
    ]
    private static let disguises = [
        " chunked, identity", "identity, chunked", "chunked;q=1", "\"chunked\"", "chunked chunked",
        "\u{b}chunked",
        "CHUNKED", "chunk\u{e9}d", "x, chunked", ", chunked", "chunked\t;",
    ]

    private static let hiddenFraming: [StrictCase] = [
        .no(
            .malformedHeader, "a space behind the coding's name",
            post("Transfer-Encoding : chunked", "0\r\n\r\n")),
        .no(.malformedHeader, "a tab behind the length's name", post("Content-Length\t: 5", "hello")),
        .no(
            .foldedHeader, "a coding on a continued line",
            post("Transfer-Encoding:\r\n chunked", "0\r\n\r\n")),
        .no(.foldedHeader, "a length on a continued line", post("X: a\r\n\tContent-Length: 5", "hello")),
        .no(.malformedHeader, "a NUL before the coding's name", post("\0Transfer-Encoding: chunked")),
        .no(.malformedHeader, "a NUL in the length", post("Content-Length: 5\0", "hello")),
        .no(.malformedHeader, "a CR in front of the length's name", post("\rContent-Length: 5", "hello")),
        .no(
            .malformedHeader, "a length hidden behind a bare CR", post("X: a\rContent-Length: 5", "hello")
        ),
        .no(.bareLineFeed, "a length hidden behind a bare LF", post("X: a\nContent-Length: 5", "hello")),
        .no(
            .lengthRepeated, "the same length in two spellings",
            post("Content-Length: 5\r\nCONTENT-LENGTH: 5", "hello")),
        .no(.lengthMalformed, "a length with a list", post("Content-Length: 5, 5", "hello")),
        .no(.lengthMalformed, "a length with a unit", post("Content-Length: 5b", "hello")),
        .no(.lengthMalformed, "a length with a point", post("Content-Length: 5.0", "hello")),
        .no(.lengthMalformed, "a length with an exponent", post("Content-Length: 1e1", "helloworld")),
        .no(.lengthMalformed, "a length in Arabic digits", post("Content-Length: \u{665}", "hello")),
        .no(.lengthMalformed, "a length of nineteen digits", post("Content-Length: 1000000000000000000")),
        .no(.bodyTooLarge, "a length of eighteen digits", post("Content-Length: 100000000000000000")),
        .yes("a name that ends like the length's", post("X-Content-Length: 5")),
        .yes("a name with an underscore is another name", post("Content_Length: 5")),
        .yes("a coding of the trailers", post("TE: trailers")),
        .no(.hostRepeated, "two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"),
        .no(.hostMalformed, "a host with a space", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n"),
        .no(.hostMalformed, "a host with an escape", "GET / HTTP/1.1\r\nHost: a%2eb\r\n\r\n"),
        .no(.hostMalformed, "a host outside ASCII", "GET / HTTP/1.1\r\nHost: \u{e9}\r\n\r\n"),
        .no(.hostMalformed, "a port that is no number", "GET / HTTP/1.1\r\nHost: a:x\r\n\r\n"),
        .no(.hostMalformed, "a port of six digits", "GET / HTTP/1.1\r\nHost: a:655360\r\n\r\n"),
    ]

    static let pipelines: [StrictCase] = [
        .yes("two requests", get("/one") + next, requests: 2),
        .yes("ten requests", String(repeating: next, count: 10), requests: 10),
        .yes("a body and a request", post("Content-Length: 5", "hello") + next, requests: 2),
        .yes("chunks and a request", chunked("5\r\nhello\r\n0\r\n\r\n") + next, requests: 2),
        .yes("a body that looks like a request", post("Content-Length: \(next.utf8.count)", next)),
        .yes(
            "chunks that look like a request", chunked("1f\r\n" + next + "\r\n0\r\n\r\n")),
        .yes(
            "GET with a body, and a request", get("/", "Content-Length: 5\r\n") + "hello" + next, requests: 2),
        .yes("HEAD and a request", "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n" + next, requests: 2),
        .yes("nothing is read behind a request that closes", get("/", "Connection: close\r\n") + next),
        .yes("nor behind one that closes among other words", get("/", "Connection: x, Close\r\n") + next),
        .yes("nor behind HTTP/1.0", "GET / HTTP/1.0\r\nHost: a\r\n\r\n" + next),
        .yes(
            "nor behind HTTP/1.0 that asks to stay",
            "GET / HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n" + next),
        .yes("rubbish behind a request that closes", get("/", "Connection: close\r\n") + "\0\n\r"),
        .no(.malformedRequestLine, "rubbish behind a request", get("/") + "\0\r\n", after: 1),
        .no(.malformedRequestLine, "a body without a length", post("X: a") + "hello\r\n", after: 1),
        .yes(
            "a body longer than its length leaves a strange method",
            post("Content-Length: 3", "hello") + next,
            requests: 2),
        .no(
            .cutShort, "a body shorter than its length swallows the next request",
            post("Content-Length: 99", "hello") + next),
        .no(.malformedRequestLine, "an empty line between two requests", get("/") + "\r\n" + next, after: 1),
        .no(.bareLineFeed, "a line feed between two requests", get("/") + "\n" + next, after: 1),
        .no(.malformedHeader, "a good request and a bad one", get("/") + get("/", "X : a\r\n"), after: 1),
        .no(
            .lengthBesideTransferEncoding, "a good request and a smuggled one",
            get("/") + post("Content-Length: 4\r\nTransfer-Encoding: chunked", "0\r\n\r\n") + next, after: 1),
        .no(
            .trailersUnexpected, "a body that ends behind the last chunk's size", chunked("0\r\n") + next),
        .no(.trailersUnexpected, "a request where a trailer may stand", chunked("0\r\n" + next)),
        .no(.cutShort, "half a request line behind a request", get("/") + "GET /ne", after: 1),
        .yes(
            "an upgrade that nobody takes", get("/", "Upgrade: h2c\r\nConnection: Upgrade\r\n") + next,
            requests: 2),
        .yes(
            "a websocket that nobody opens",
            get(
                "/",
                "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            )),
        .yes(
            "a body that waits for a word", post("Expect: 100-continue\r\nContent-Length: 5", "hello") + next,
            requests: 2),
        .yes("a word awaited without a body", get("/", "Expect: 100-Continue\r\n") + next, requests: 2),
        .no(.malformedTarget, "CONNECT", "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n"),
    ]

    static let limits: [StrictCase] = [
        .no(.targetTooLong, "a request line without end", "GET /" + String(repeating: "a", count: 20_000)),
        .no(
            .headersTooLarge, "a header name without end",
            "GET / HTTP/1.1\r\n" + String(repeating: "A", count: 20_000)),
        .no(
            .headersTooLarge, "a value without end",
            "GET / HTTP/1.1\r\nHost: a\r\nX: " + String(repeating: "a", count: 20_000)),
        .no(
            .hostMalformed, "a host of 256 bytes",
            "GET / HTTP/1.1\r\nHost: " + String(repeating: "a", count: 256) + "\r\n\r\n"),
        .yes(
            "a host of 255 bytes",
            "GET / HTTP/1.1\r\nHost: " + String(repeating: "a", count: 255) + "\r\n\r\n"),
        .yes("a method of 32 bytes", String(repeating: "A", count: 32) + " / HTTP/1.1\r\nHost: a\r\n\r\n"),
        .yes("128 fields in a query", get("/?" + String(repeating: "a&", count: 128))),
        .no(
            .malformedQuery, "a field name of 257 bytes",
            get("/?" + String(repeating: "a", count: 257) + "=b")),
        .no(
            .bodyTooLarge, "chunks that add up beyond the limit",
            chunked("F4240\r\n" + String(repeating: "a", count: 1_000_000) + "\r\n1\r\n")),
        .no(
            .chunkExtensionTooLong, "extensions that add up beyond the limit",
            chunked(String(repeating: "1;" + String(repeating: "a", count: 60) + "\r\nx\r\n", count: 5))),
        .no(.chunkSizeTooLong, "a chunk size that would overflow", chunked("FFFFFFFFFFFFFFFFF\r\n")),
        .no(.chunkSizeTooLong, "a chunk size of zeros", chunked("000000000\r\n\r\n")),
    ]
}
