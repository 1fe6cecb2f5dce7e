import Formats
import Staffing
import Testing

@testable import CountersignCommand

@Suite("Hosts of clients in the settings file")
struct OwnHostSettingsTests {
    private static let section = """
        [host Portal.Northwind.example]
        tenant = northwind
        certificate-file = /etc/own.pem
        key-file = /etc/own-key.pem

        """

    private func read(_ text: String) throws -> [OwnHostSettings] {
        try OwnHostSettings.all(in: SettingsFile(text), "some.conf", baseDomain: "portal.agency.example")
    }

    @Test("are read in their order, in one spelling")
    func reads() throws {
        let other = Self.section.replacing("Portal.", with: "hours.")
        let hosts = try read(Self.section + other)
        #expect(hosts.map(\.host) == ["portal.northwind.example", "hours.northwind.example"])
        #expect(hosts.first?.tenant.slug == "northwind")
        #expect(hosts.first?.certificateFile == "/etc/own.pem" && hosts.first?.keyFile == "/etc/own-key.pem")
        #expect(try read("base-domain = x.example\n").isEmpty)
    }

    @Test(
        "that are no host, ours already, named twice or not whole are refused with the section",
        arguments: [
            ("Portal.Northwind.example", "northwind"), ("Portal.Northwind.example", "-x.example"),
            ("Portal.Northwind.example", "*.northwind.example"),
            ("Portal.Northwind.example", "portal.agency.example"),
            ("Portal.Northwind.example", "x.portal.agency.example"), ("tenant = northwind", "tenant = A_b"),
            ("tenant = northwind", "# none"), ("key-file", "kye-file"), ("host ", "hosts "),
        ])
    func refuses(part: String, other: String) {
        #expect(throws: Complaint.self) { try read(Self.section.replacing(part, with: other)) }
    }

    @Test("are not named twice in two spellings")
    func twice() {
        let other = Self.section.replacing("Portal", with: "portal")
        #expect(throws: Complaint.self) { try read(Self.section + other) }
    }
}
