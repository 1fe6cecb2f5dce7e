internal import Journal
package import Staffing

/// Where a session was opened, so that its person knows it again.
package struct SessionPlace: Hashable, Sendable {
    /// An IPv4 address, or the first 64 bits of an IPv6 one.
    package let network: String
    package let device: Device

    package init(network: String, device: Device) {
        self.network = network
        self.device = device
    }
}

/// A browser by its family and the system that it runs on: what people call it, and no more than that.
package struct Device: Hashable, Sendable {
    package let browser: Browser
    package let system: System

    // The numbers are stored.
    package enum Browser: UInt8, Sendable, CaseIterable {
        case other, chrome, edge, firefox, safari, samsung, opera
    }
    package enum System: UInt8, Sendable, CaseIterable {
        case other, windows, mac, linux, android, iPhone, iPad, chromeOS
    }

    package static let unknown = Device(browser: .other, system: .other)

    package init(browser: Browser, system: System) {
        self.browser = browser
        self.system = system
    }

    /// Browsers name their ancestors too, so the order in which the names are looked for matters.
    package init(userAgent text: String) {
        func first<Kind>(_ names: [(String, Kind)]) -> Kind? { names.first { text.contains($0.0) }?.1 }
        browser =
            first([
                ("Edg", .edge), ("OPR/", .opera), ("SamsungBrowser/", .samsung), ("Firefox/", .firefox),
                ("FxiOS/", .firefox), ("CriOS/", .chrome), ("Chrome/", .chrome), ("Safari/", .safari),
            ]) ?? .other
        system =
            first([
                ("iPhone", .iPhone), ("iPad", .iPad), ("Android", .android), ("Windows", .windows),
                ("CrOS", .chromeOS), ("Macintosh", .mac), ("Linux", .linux),
            ]) ?? .other
    }
}

/// One of somebody's sessions, for the list of them.
package struct OpenSession: Sendable {
    package let id: SessionID
    package let opened: Moment
    package let seen: Moment
    package let place: SessionPlace?
}

extension RecordWriter {
    mutating func write(_ place: SessionPlace) {
        write(place.network)
        write(place.device.browser.rawValue)
        write(place.device.system.rawValue)
    }
}

extension RecordReader {
    mutating func readSessionPlace() throws(Damaged) -> SessionPlace {
        let network = try readText()
        guard let browser = Device.Browser(rawValue: try readByte()),
            let system = Device.System(rawValue: try readByte())
        else { throw Damaged("a browser of an unknown kind") }
        return SessionPlace(network: network, device: Device(browser: browser, system: system))
    }
}
