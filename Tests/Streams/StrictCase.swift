package import HTTP

/// A stream and what must come of it.
package struct StrictCase: Sendable, CustomStringConvertible {
    package let name: String
    package let stream: [UInt8]
    package let verdict: Rejection?
    /// How many requests come out, before the refusal if there is one.
    package let requests: Int
    package var description: String { name }

    /// Refused, after so many good requests.
    static func no(
        _ verdict: Rejection, _ name: String, _ stream: String, after requests: Int = 0
    ) -> StrictCase {
        StrictCase(name: name, stream: Array(stream.utf8), verdict: verdict, requests: requests)
    }

    static func yes(_ name: String, _ stream: String, requests: Int = 1) -> StrictCase {
        StrictCase(name: name, stream: Array(stream.utf8), verdict: nil, requests: requests)
    }

    /// Whether a reader, perhaps one with a fault, comes to the verdict that was written here.
    package func isMet(fault: PlantedFault = .none) -> Bool {
        let seen = Conversation(stream, fault: fault)
        return seen.rejection == verdict && seen.requests.count == requests
    }

    package static func get(_ target: String, _ headers: String = "") -> String {
        "GET \(target) HTTP/1.1\r\nHost: a\r\n\(headers)\r\n"
    }

    package static func post(_ headers: String, _ body: String = "") -> String {
        "POST / HTTP/1.1\r\nHost: a\r\n\(headers)\r\n\r\n\(body)"
    }

    package static func chunked(_ body: String) -> String { post("Transfer-Encoding: chunked", body) }
}
