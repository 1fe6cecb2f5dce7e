import Formats
import Staffing
import TLS
import Unix

/// A host of a client's own: a section `[host portal.client.example]` of the settings file.
struct OwnHostSettings: Hashable {
    let host: String
    let tenant: TenantID
    let certificateFile: String
    let keyFile: String

    private static let heading = "host "
    private static let keys: Set = ["tenant", "certificate-file", "key-file"]

    /// Those of a settings file, in its order. Nothing is taken over while any of them is wrong.
    static func all(
        in file: SettingsFile, _ path: String, baseDomain: String
    ) throws(Complaint) -> [OwnHostSettings] {
        var all: [OwnHostSettings] = []
        for section in file.sections {
            guard section.hasPrefix(heading) else {
                throw wrong(section, path, "only sections such as [host portal.client.example] are known")
            }
            let own = try OwnHostSettings(section, file, path, baseDomain: baseDomain)
            guard !all.contains(where: { $0.host == own.host }) else {
                throw wrong(section, path, "this host has a section already")
            }
            all.append(own)
        }
        return all
    }

    private init(
        _ section: String, _ file: SettingsFile, _ path: String, baseDomain: String
    ) throws(Complaint) {
        let name = section.dropFirst(Self.heading.count).trimming().lowercased()
        guard Self.isHost(name), name != baseDomain, !name.hasSuffix("." + baseDomain) else {
            throw Self.wrong(section, path, "it takes a host name that is not below base-domain")
        }
        for entry in file.entries(in: section) where !Self.keys.contains(entry.key) {
            throw SettingsLine(path: path, entry: entry).complaint("a host has no key “\(entry.key)”")
        }
        func text(_ key: String) throws(Complaint) -> String {
            guard let value = file[section, key]?.value, !value.isEmpty else {
                throw Self.wrong(section, path, "it lacks \(key)")
            }
            return value
        }
        guard let tenant = TenantID(try text("tenant")) else {
            throw Self.wrong(section, path, "tenant takes a client's short name")
        }
        host = name
        self.tenant = tenant
        certificateFile = try text("certificate-file")
        keyFile = try text("key-file")
    }

    /// Two labels at least, of letters, digits and inner hyphens.
    private static func isHost(_ text: String) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count > 1 && text.utf8.count <= 253
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                    && label.utf8.allSatisfy {
                        (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2d
                    }
            }
    }

    private static func wrong(_ section: String, _ path: String, _ why: String) -> Complaint {
        Complaint(
            "The section [\(section)] of \(path) cannot be used.", why: "\(why).",
            next: "Deploy/countersign.conf shows one.")
    }
}

extension Substring {
    fileprivate func trimming() -> Substring {
        let start = drop { $0 == " " }
        return start.lastIndex { $0 != " " }.map { start[...$0] } ?? ""
    }
}
