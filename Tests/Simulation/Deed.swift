/// What somebody asks for.
enum Deed: Hashable, Sendable {
    case look(String)
    case signIn(isRight: Bool)
    case signOut
    case approve(sheet: String)
    case withdraw(sheet: String)
    case sendBack(sheet: String)
    case comment(sheet: String, words: String)
    case remove(contact: String)

    /// Whether it leaves an event in the client's journal.
    var isRecorded: Bool {
        switch self {
        case .look, .signIn, .signOut: false
        case .approve, .withdraw, .sendBack, .comment, .remove: true
        }
    }

    var path: String {
        switch self {
        case .look(let path): path
        case .signIn: "/sign-in"
        case .signOut: "/sign-out"
        case .approve(let sheet): "/timesheets/\(sheet)/approval"
        case .withdraw(let sheet): "/timesheets/\(sheet)/approval/withdrawal"
        case .sendBack(let sheet): "/timesheets/\(sheet)/rejection"
        case .comment(let sheet, _): "/timesheets/\(sheet)/comments"
        case .remove(let contact): "/people/\(contact)/removal"
        }
    }

    /// A number that is the same in every process, which `hashValue` is not.
    var code: Int {
        switch self {
        case .look: 1
        case .signIn(let isRight): isRight ? 2 : 3
        case .signOut: 4
        case .approve: 5
        case .withdraw: 6
        case .sendBack: 7
        case .comment: 8
        case .remove: 9
        }
    }

    var words: String {
        switch self {
        case .look(let path): "looks at \(path)"
        case .signIn(true): "signs in"
        case .signIn(false): "guesses a password"
        case .signOut: "signs out"
        case .approve(let sheet): "approves \(sheet)"
        case .withdraw(let sheet): "takes the approval of \(sheet) back"
        case .sendBack(let sheet): "sends \(sheet) back"
        case .comment(let sheet, let words): "comments on \(sheet): \(words)"
        case .remove(let contact): "removes \(contact)"
        }
    }
}

/// An answer as it came over the line.
struct Reply {
    let status: Int
    let location: String
    /// The session that it opens, if it does.
    let cookie: String?
    let body: [UInt8]

    private static let headEnd = Array("\r\n\r\n".utf8)
    private static let sessionCookie = "set-cookie: __Host-session="

    /// Takes the first whole answer from what has arrived.
    init?(takenFrom bytes: inout [UInt8]) {
        guard let end = bytes.firstPlace(of: Self.headEnd) else { return nil }
        let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n")
        var fields: [Substring: Substring] = [:]
        var session: Substring?
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            fields[line[..<colon]] = line[line.index(colon, offsetBy: 2)...]
            if line.hasPrefix(Self.sessionCookie) {
                session = line.dropFirst(Self.sessionCookie.count).prefix { $0 != ";" }
            }
        }
        let start = end + Self.headEnd.count
        let count = fields["content-length"].flatMap { Int($0) } ?? 0
        guard bytes.count >= start + count, let first = lines.first else { return nil }
        status = Int(first.split(separator: " ")[1]) ?? 0
        location = String(fields["location"] ?? "")
        cookie = session.flatMap { $0.isEmpty ? nil : String($0) }
        body = Array(bytes[start..<(start + count)])
        bytes.removeSubrange(..<(start + count))
    }
}

extension [UInt8] {
    func firstPlace(of needle: [UInt8], from start: Int = 0) -> Int? {
        guard let first = needle.first else { return start }
        let last = count - needle.count
        var place = start
        while place <= last {
            if self[place] == first, self[place..<(place + needle.count)].elementsEqual(needle) {
                return place
            }
            place += 1
        }
        return nil
    }

    /// What stands in a page behind each occurrence of `mark`, up to the next quotation mark.
    func quoted(behind mark: String, limit: Int = .max) -> [String] {
        let mark = Array(mark.utf8)
        var found: [String] = []
        var place = 0
        while found.count < limit, let hit = firstPlace(of: mark, from: place) {
            let begin = hit + mark.count
            let end = self[begin...].firstIndex(of: 0x22) ?? count
            found.append(String(decoding: self[begin..<end], as: UTF8.self))
            place = end
        }
        return found
    }
}
