import Access
import Formats
import Gateway
import Telemetry
import Unix

/// What the operator decides, from `countersign.conf` and the command line. Every key stands in Deploy's
/// example.
struct ServerSettings {
    var listen = GatewaySettings.Place(address: "0.0.0.0", port: 8443)
    var redirect: GatewaySettings.Place?
    /// Where those who run the server ask how it is; nil for nowhere.
    var operations: GatewaySettings.Place?
    var data = "/var/lib/countersign"
    var baseDomain = "localhost"
    var agencyName = "Meridian Staffing"
    /// Where checkpoints are written besides the data folder.
    var checkpoints: String?
    var certificateFile: String?
    var keyFile: String?
    var idleMinutes = 30
    var absoluteHours = 12
    var loops = 0
    var ioThreads = 64
    var hashThreads = 2
    /// Passwords that nobody may choose, from a file.
    var blocklist = PasswordBlocklist.empty
    /// Clients whose records are kept in memory; the others wait on disk.
    var awakeTenants = 2_000
    var connectionsPerAddress = 64
    var logLevel = LogLevel.info
    var mail = MailSettings()
    var ownHosts: [OwnHostSettings] = []
    /// Where the settings came from, for a reload.
    var file: String?

    private static let largestFile = 64 * 1024

    /// The settings file if one is named, then what the command line says.
    init(_ arguments: Arguments) throws(Complaint) {
        if let file = arguments["settings"] { try read(file) }
        if let data = arguments["data"] { self.data = data }
        if let port = try arguments.number("port", 0...65_535) {
            listen = GatewaySettings.Place(address: listen.address, port: UInt16(port))
        }
        if let text = arguments["operations"] {
            guard let place = GatewaySettings.Place(text) else {
                throw .usage("--operations takes an address and a port, such as 127.0.0.1:9464.")
            }
            operations = place
        }
    }

    private mutating func read(_ path: String) throws(Complaint) {
        file = path
        let entries = try Self.entries(of: path)
        for entry in entries.entries(in: "") { try take(entry, path) }
        ownHosts = try OwnHostSettings.all(in: entries, path, baseDomain: baseDomain)
        try mail.check()
        guard (certificateFile == nil) == (keyFile == nil) else {
            throw Complaint(
                "\(path) names only one of certificate-file and key-file.",
                why: "A certificate is of no use without its key.",
                next: "Name both, or neither for a certificate of our own.")
        }
    }

    /// The hosts that clients have of their own, as the file names them now.
    func ownHostsNow() throws(Complaint) -> [OwnHostSettings] {
        guard let file else { return [] }
        return try OwnHostSettings.all(in: try Self.entries(of: file), file, baseDomain: baseDomain)
    }

    private static func entries(of path: String) throws(Complaint) -> SettingsFile {
        let text: [UInt8]
        do throws(Errno) {
            text = try WholeFile.read(path, atMost: largestFile)
        } catch {
            throw Complaint(
                "The settings file \(path) cannot be read.", why: error.description,
                next: "Check the path after --settings; Deploy/countersign.conf is an example.")
        }
        do throws(SettingsRefusal) {
            return try SettingsFile(bytes: text)
        } catch {
            throw Complaint(
                "\(path) is not a settings file.", why: error.explanation, next: "Mend that line.")
        }
    }

    private mutating func take(_ entry: SettingsFile.Entry, _ path: String) throws(Complaint) {
        let line = SettingsLine(path: path, entry: entry)
        let value = entry.value
        if value.isEmpty { return }
        switch entry.key {
        case "listen": listen = try line.place()
        case "redirect-listen": redirect = try line.place()
        case "operations": operations = try line.place()
        case "data": data = value
        case "checkpoints": checkpoints = value
        case "base-domain": baseDomain = value.lowercased()
        case "agency-name": agencyName = value
        case "certificate-file": certificateFile = value
        case "key-file": keyFile = value
        case "session-idle-minutes": idleMinutes = try line.number(1...1_440)
        case "session-absolute-hours": absoluteHours = try line.number(1...168)
        case "loops": loops = try line.number(0...256)
        case "io-threads": ioThreads = try line.number(1...256)
        case "hash-threads": hashThreads = try line.number(1...16)
        case "password-blocklist": blocklist = try line.blocklist()
        case "awake-tenants": awakeTenants = try line.number(1...1_000_000)
        case "max-connections-per-address": connectionsPerAddress = try line.number(1...65_535)
        case "log-level": logLevel = try line.level()
        case let key where MailSettings.keys.contains(key): try mail.take(line)
        default: throw line.complaint("there is no key “\(entry.key)”")
        }
    }
}
