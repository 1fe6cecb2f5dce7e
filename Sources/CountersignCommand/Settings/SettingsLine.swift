import Access
import Formats
import Gateway
import Telemetry
import Unix

/// A line of the settings file, for what can be wrong with it.
struct SettingsLine {
    let path: String
    let entry: SettingsFile.Entry

    func complaint(_ why: String) -> Complaint {
        Complaint(
            "Line \(entry.line) of \(path) cannot be used.", why: "\(why).",
            next: "Deploy/countersign.conf explains every key.")
    }

    func number(_ range: ClosedRange<Int>) throws(Complaint) -> Int {
        guard let number = Int(entry.value), range.contains(number) else {
            throw complaint("\(entry.key) takes a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func place() throws(Complaint) -> GatewaySettings.Place {
        guard let place = GatewaySettings.Place(entry.value) else {
            throw complaint("\(entry.key) takes an address and a port, such as 0.0.0.0:8443 or [::]:8443")
        }
        return place
    }

    /// The passwords of the file that it names.
    func blocklist() throws(Complaint) -> PasswordBlocklist {
        let bytes: [UInt8]
        do throws(Errno) {
            bytes = try WholeFile.read(entry.value, atMost: PasswordBlocklist.largestFile)
        } catch {
            throw complaint("\(entry.key) names a file that cannot be read: \(error.description)")
        }
        guard let blocklist = PasswordBlocklist(file: bytes) else {
            throw complaint(
                "\(entry.key) takes a file of passwords in UTF-8, one a line, at most "
                    + "\(PasswordBlocklist.mostEntries) of \(PasswordRules.length.lowerBound) characters up"
            )
        }
        return blocklist
    }

    func level() throws(Complaint) -> LogLevel {
        guard let level = LogLevel(rawValue: entry.value) else {
            throw complaint("log-level is one of error, warning, info, debug")
        }
        return level
    }
}

extension GatewaySettings.Place {
    /// `address:port`, an IPv6 address in brackets.
    init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...])
        else { return nil }
        var address = String(text[..<colon])
        if address.hasPrefix("["), address.hasSuffix("]") { address = String(address.dropFirst().dropLast()) }
        guard !address.isEmpty else { return nil }
        self.init(address: address, port: port)
    }
}
