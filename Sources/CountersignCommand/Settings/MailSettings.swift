import Formats
import Mail
import TLS
import Unix

/// The mail server of the settings file, if one is named.
struct MailSettings {
    private var lines: [String: SettingsLine] = [:]

    static let keys: Set = [
        "mail-server", "mail-port", "mail-security", "mail-user", "mail-password-file", "mail-from",
        "mail-ca-file",
    ]
    /// RFC 4616 sets no limit; no provider has longer ones.
    private static let longestUser = 255
    private static let longestPassword = 1_024
    private static let largestAuthorities = 256 * 1_024
    private static let thisMachine: Set = ["localhost", "127.0.0.1", "::1"]

    /// Takes a line as it is, once its value alone makes sense.
    mutating func take(_ line: SettingsLine) throws(Complaint) {
        let value = line.entry.value
        switch line.entry.key {
        case "mail-server":
            guard Self.isHost(value) else {
                throw line.complaint(
                    "mail-server takes a host name or an address; its port goes to mail-port")
            }
        case "mail-port": _ = try line.number(1...65_535)
        case "mail-security":
            guard SMTPTerms.Security(rawValue: value) != nil else {
                throw line.complaint("mail-security is one of starttls, tls, none")
            }
        case "mail-user":
            guard value.utf8.count <= Self.longestUser else {
                throw line.complaint("mail-user is longer than \(Self.longestUser) bytes")
            }
        case "mail-from":
            guard Mailbox("", value) != nil else {
                throw line.complaint("mail-from takes an address such as portal@agency.example")
            }
        default: break
        }
        lines[line.entry.key] = line
    }

    /// What cannot be said of one line alone.
    func check() throws(Complaint) {
        guard let server = lines["mail-server"] else {
            let first = lines.values.min { $0.entry.line < $1.entry.line }
            if let first { throw first.complaint("\(first.entry.key) is of no use without mail-server") }
            return
        }
        guard sender != nil else {
            throw server.complaint("mail-server needs mail-from, the address that mails come from")
        }
        if let line = lines["mail-security"], security == .none,
            !Self.thisMachine.contains(server.entry.value.lowercased())
        {
            throw line.complaint(
                "mail-security = none is only for a mail-server on this machine (localhost)")
        }
        if let user = lines["mail-user"], lines["mail-password-file"] == nil {
            throw user.complaint("mail-user needs mail-password-file")
        }
        if let file = lines["mail-password-file"], lines["mail-user"] == nil {
            throw file.complaint("mail-password-file needs mail-user")
        }
    }

    /// The address that mails come from.
    var sender: String? { lines["mail-from"]?.entry.value }

    private var security: SMTPTerms.Security {
        lines["mail-security"].flatMap { SMTPTerms.Security(rawValue: $0.entry.value) } ?? .startTLS
    }

    private var port: UInt16 {
        if let text = lines["mail-port"]?.entry.value, let port = UInt16(text) { return port }
        return switch security {
        case .startTLS: 587
        case .tls: 465
        case .none: 25
        }
    }

    /// Reads the files that the settings name; nothing where no server is named. `name`: how we call
    /// ourselves.
    func server(
        name: String, patience: MailPatience = .standard
    ) throws(Complaint) -> MailServer? {
        guard let host = lines["mail-server"]?.entry.value else { return nil }
        return MailServer(
            host: host, port: port,
            terms: SMTPTerms(name: name, security: security, account: try account()), trust: try trust(),
            patience: patience)
    }

    private func account() throws(Complaint) -> SMTPTerms.Account? {
        guard let user = lines["mail-user"]?.entry.value, let line = lines["mail-password-file"] else {
            return nil
        }
        let bytes = try read(line, atMost: Self.longestPassword)
        let password = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        let rest = bytes.dropFirst(password.count)
        guard !password.isEmpty, !password.contains(0),
            rest.allSatisfy({ $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") })
        else { throw line.complaint("mail-password-file holds the password on one line and nothing else") }
        return SMTPTerms.Account(user: user, password: String(decoding: password, as: UTF8.self))
    }

    private func trust() throws(Complaint) -> ClientContext {
        var authorities: [UInt8] = []
        if let line = lines["mail-ca-file"] {
            authorities = try read(line, atMost: Self.largestAuthorities)
            guard !authorities.isEmpty else { throw line.complaint("\(line.entry.value) is empty") }
        }
        do throws(TLSFailure) {
            return try ClientContext(
                authorities: authorities, of: lines["mail-ca-file"]?.entry.value ?? "")
        } catch {
            let why = String(error.explanation.dropLast())
            if let line = lines["mail-ca-file"] { throw line.complaint(why) }
            throw Complaint("TLS cannot be prepared for mail.", why: "\(why).")
        }
    }

    private func read(_ line: SettingsLine, atMost limit: Int) throws(Complaint) -> [UInt8] {
        do throws(Errno) { return try WholeFile.read(line.entry.value, atMost: limit) } catch {
            throw line.complaint("\(line.entry.value) cannot be read: \(error.description)")
        }
    }

    /// Letters, digits, dots, hyphens; colons for an IPv6 address, of which there are at least two.
    private static func isHost(_ text: String) -> Bool {
        let colons = text.utf8.count { $0 == UInt8(ascii: ":") }
        return (1...253).contains(text.utf8.count) && colons != 1
            && text.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x3a: true
                default: false
                }
            }
    }
}
