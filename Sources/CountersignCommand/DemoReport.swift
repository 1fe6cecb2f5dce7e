import Formats
import Portal
import Staffing
import Tenancy
import Unix

/// What the demonstration says once it serves: to a person, or in one line to a script.
struct DemoReport {
    private let setting: InstallationSetting
    private let tenants: [(id: TenantID, name: String)]
    private let people: [DemoPeople.Person]
    private let certificate: String
    private let data: String
    private let operations: String?

    init(server: Server, people: DemoPeople, port: UInt16) async {
        setting = server.installation.services.setting
        tenants = await server.installation.services.agency.state.tenants.sorted { $0.key < $1.key }
            .map { (id: $0.key, name: $0.value) }
        self.people = people.people
        certificate = server.certificates.certificatePath
        data = server.installation.folder.path
        operations = server.operationsAddress
    }

    private func url(of person: DemoPeople.Person) -> String {
        TenantID(person.tenant).map(setting.origin) ?? setting.staffOrigin
    }

    var json: String {
        let bytes = JSONWriter.object { report in
            report.field("landing", setting.landingOrigin)
            report.field("staff", setting.staffOrigin)
            report.array("tenants") { list in
                for tenant in tenants {
                    list.object { entry in
                        entry.field("id", tenant.id.slug)
                        entry.field("name", tenant.name)
                        entry.field("url", setting.origin(of: tenant.id))
                    }
                }
            }
            report.array("people") { list in
                for person in people {
                    list.object { entry in
                        entry.field("name", person.name)
                        entry.field("email", person.email)
                        entry.field("password", person.password)
                        entry.field("role", person.role)
                        entry.field("url", url(of: person))
                        entry.array("worksites") { $0.elements(person.worksites) }
                    }
                }
            }
            report.field("certificate", certificate)
            report.field("data", data)
            if let operations { report.field("operations", operations) }
            report.field("pid", ProcessFacts.identifier)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    var text: String {
        var lines = [
            "", "The demonstration is served. Your browser will ask about the certificate, which is our own.",
            "",
            "  Installation   \(setting.landingOrigin)", "  Agency staff   \(setting.staffOrigin)",
        ]
        if let operations { lines.append("  Operations     \(operations)/readyz, /livez, /metrics") }
        for tenant in tenants { lines.append("  \(tenant.name)   \(setting.origin(of: tenant.id))") }
        lines += ["", "People who can sign in:"]
        for person in people {
            let place = person.tenant.isEmpty ? "agency" : person.tenant
            let worksites = person.worksites.isEmpty ? "" : " (\(person.worksites.joined(separator: ", ")))"
            lines.append("  \(place): \(person.role)\(worksites)")
            lines.append("      \(person.email)   \(person.password)")
        }
        lines += ["", "Stop it with Ctrl-C. The records stay in \(data)."]
        return lines.joined(separator: "\n")
    }
}
