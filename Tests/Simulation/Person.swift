import Unix

/// Somebody at a browser: keeps a cookie, reads forms from pages, sends them, waits, and now and then sends the
/// same form twice because nobody seemed to answer.
final class Person {
    enum Role: Sendable {
        case approver, reader, admin, guesser
        /// Somebody with the cookie of a session that has ended.
        case ghost
    }

    enum Sending: Sendable {
        case first
        /// Nobody answered the first time: it may have happened, and must not happen twice.
        case again
        /// It was answered: the answer must be the same.
        case needless
    }

    struct Asked {
        let deed: Deed
        let at: Int64
        let sending: Sending
        let cookie: String?
        /// Whether they had been let go by then, as everybody knew.
        let isGone: Bool
    }

    let author: Ledger.Author
    let role: Role
    let chance: Chance
    /// Sheets that wait here, with what was seen of them.
    var waiting: [(sheet: String, seen: String)] = []
    var approved: [String] = []
    var cookie: String?
    var formToken: String?
    /// Something that was asked and never answered, with its fields.
    var unanswered: (deed: Deed, fields: String)?
    /// The last form that was answered, with the answer.
    var answered: (deed: Deed, fields: String, status: Int, location: String)?
    var nextAct: Int64 = 0
    var comments = 0
    /// Signing out was asked for, and nobody knows what came of it.
    var mayHaveSignedOut = false
    /// Closes the browser before the answer can come.
    var leavesEarly = false
    private(set) var pending: [Asked] = []
    private var line: Line?
    private var outbox: ArraySlice<UInt8> = []
    private var inbox: [UInt8] = []
    private var room = [UInt8](repeating: 0, count: Line.readSize)

    init(_ name: String, at slug: String, _ role: Role, seed: UInt64) {
        author = Ledger.Author(slug: slug, name: name)
        self.role = role
        chance = Chance(seed, for: "\(name)@\(slug)")
    }

    /// Somebody who comes with what is left of a session.
    convenience init(ghostOf author: Ledger.Author, _ token: String, seed: UInt64) {
        self.init("ghost", at: author.slug, .ghost, seed: seed)
        cookie = token
    }

    var host: String { "\(author.slug).\(House.domain):\(House.port)" }

    var isWaiting: Bool { !pending.isEmpty }

    /// What the first of the open questions is about.
    var oldest: Deed? { pending.first?.deed }

    func deadline(_ patience: Int64) -> Int64 {
        (pending.first?.at ?? 0) + (leavesEarly ? patience / 100 : patience)
    }

    /// A line of one's own to a loop; the number of the far end is for the gateway.
    func connect() throws(Errno) -> Int32? {
        if line != nil { return nil }
        let ends = try Line.pair()
        line = Line(ends.near)
        return ends.far
    }

    /// Leaves without a word. What was asked stays unanswered.
    func hangUp() {
        line = nil
        (pending, outbox, inbox) = ([], [], [])
        leavesEarly = false
    }

    /// `fields` are those of the form without its token; nil for a page that is only looked at.
    func ask(_ deed: Deed, _ fields: String?, _ sending: Sending, at now: Int64, isGone: Bool) {
        pending.append(Asked(deed: deed, at: now, sending: sending, cookie: cookie, isGone: isGone))
        outbox += bytes(of: deed, fields.map { $0 + (formToken.map { "&csrf=" + $0 } ?? "") })
        if deed == .signOut { mayHaveSignedOut = true }
        if let fields, deed.isRecorded, sending != .needless { unanswered = (deed, fields) }
    }

    private func bytes(of deed: Deed, _ body: String?) -> [UInt8] {
        var head = "\(body == nil ? "GET" : "POST") \(deed.path) HTTP/1.1\r\nhost: \(host)\r\n"
        if let cookie { head += "cookie: __Host-session=\(cookie)\r\n" }
        guard let body else { return Array((head + "\r\n").utf8) }
        head += "origin: https://\(host)\r\nsec-fetch-site: same-origin\r\n"
        head += "content-type: application/x-www-form-urlencoded\r\n"
        return Array((head + "content-length: \(body.utf8.count)\r\n\r\n" + body).utf8)
    }

    /// Sends some of what is to be sent; true when something went.
    func send() throws(Errno) -> Bool {
        guard !outbox.isEmpty, line != nil else { return false }
        let count = chance.happens(percent: 70) ? outbox.count : chance.within(1...outbox.count)
        guard let sent = try line?.send(outbox.prefix(count)) else { return false }
        outbox = outbox.dropFirst(sent)
        return sent > 0
    }

    /// What has been answered meanwhile, in order.
    func receive() throws(Errno) -> (replies: [(Asked, Reply)], isOver: Bool) {
        guard !pending.isEmpty, line != nil else { return ([], false) }
        guard let count = try line?.receive(into: &room) else { return ([], true) }
        if count == 0 { return ([], false) }
        inbox += room[..<count]
        var replies: [(Asked, Reply)] = []
        while !pending.isEmpty, let reply = Reply(takenFrom: &inbox) {
            replies.append((pending.removeFirst(), reply))
        }
        return (replies, false)
    }

    /// More answers than questions.
    var hasStrayBytes: Bool { pending.isEmpty && !inbox.isEmpty }
}
