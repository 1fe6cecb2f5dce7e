/// What a mail server says that it can do (the lines of its answer to EHLO, RFC 5321 section 4.1.1.1).
struct SMTPOffers: Hashable, Sendable {
    private(set) var startsTLS = false
    private(set) var takesEightBits = false
    private(set) var takesUnicodeAddresses = false
    private(set) var asksForSize = false
    /// Octets of a mail; nothing where the server names no limit.
    private(set) var largestMail: Int?
    private(set) var signInWays: Set<String> = []

    init() {}

    init(_ reply: SMTPReply) {
        // The first line greets.
        for line in reply.lines.dropFirst() {
            let words = line.uppercased().split(separator: " ").map(String.init)
            switch words.first {
            case "STARTTLS": startsTLS = true
            case "8BITMIME": takesEightBits = true
            case "SMTPUTF8": takesUnicodeAddresses = true
            case "AUTH": signInWays = Set(words.dropFirst())
            case "SIZE":
                asksForSize = true
                largestMail = words.dropFirst().first.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
            default: break
            }
        }
    }
}
