import Access
import Portal
import Staffing
import Tenancy
import Unix

/// `countersign person`: lets somebody in, or gives them a new password.
enum PersonCommand {
    static let grammar = Arguments.Grammar.common.adding(
        values: ["name", "role", "tenant", "worksite"], operands: 2...2)
    private static let longestInput = 4 * 1024

    static func run(_ arguments: Arguments) async throws(Complaint) {
        let settings = try ServerSettings(arguments)
        let email = arguments.operands[1]
        switch arguments.operands[0] {
        case "invite":
            let link = try await withInstallation(settings) { (installation) async throws(Complaint) in
                try await invite(email, arguments, installation)
            }
            Console.print(link)
        case "password":
            // Only the end of the line is not part of a password: spaces are.
            let password = String(ProcessFacts.readInput(atMost: longestInput).prefix { !$0.isNewline })
            try await withInstallation(settings) { (installation) async throws(Complaint) in
                try await setPassword(password, of: email, at: arguments["tenant"], installation)
            }
            Console.tell("The password is set, and all earlier sessions have ended.")
        default: throw .usage("person takes invite or password.", next: "countersign person --help")
        }
    }

    private static func invite(
        _ email: String, _ arguments: Arguments, _ installation: Installation
    ) async throws(Complaint) -> String {
        let name = try arguments.required("name")
        let words = try arguments.required("role").split(separator: ",").map(String.init)
        guard let slug = arguments["tenant"] else {
            let roles = Set(try roles(words, .staff, installation))
            return try await installation.inviteStaff(name: name, email: email, roles: roles)
        }
        let roles = try roles(words, .client, installation)
        let tenant = try await installation.tenant(slug)
        let node = try await node(arguments["worksite"], tenant)
        let today = await tenant.today
        let asks = roles.map { GrantAsk(role: $0, node: node, days: DayRange(from: today)) }
        let events: [PeopleEvent]
        do throws(Turned<PeopleRefusal>) {
            events = try await tenant.perform(
                .invite(name: name, email: email, language: .english, grants: asks), for: .system)
        } catch {
            throw installation.complaint(error, "\(email) could not be invited.") { "\($0)" }
        }
        guard case .invited(let contact) = events.first else { throw Complaint("\(email) was not invited.") }
        let account = Account(realm: .tenant(tenant.id), person: .contact(contact.id))
        return try await installation.link(
            for: account, host: installation.services.setting.origin(of: tenant.id))
    }

    private static func node(_ code: String?, _ tenant: Tenant) async throws(Complaint) -> Node {
        guard let code else { return .tenant }
        guard let worksite = await tenant.state.worksite(code: code) else {
            throw Complaint("\(tenant.id.slug) has no worksite “\(code)”.")
        }
        return .worksite(worksite.id)
    }

    private static func roles(
        _ words: [String], _ side: RoleDefinition.Side, _ installation: Installation
    ) throws(Complaint) -> [Role] {
        let book = installation.services.world.roles.book
        let known = book.all(of: side).filter { !$0.isRetired }.map(\.role)
        let roles = words.compactMap { Role(rawValue: $0) }.filter(known.contains)
        guard roles.count == words.count else {
            let names = known.map(\.rawValue).joined(separator: ", ")
            throw .usage("--role is one or more of \(names).")
        }
        return roles
    }

    private static func setPassword(
        _ password: String, of email: String, at slug: String?, _ installation: Installation
    ) async throws(Complaint) {
        let account = try await account(email, slug, installation)
        let now = installation.services.reading()
        let outcome = await installation.services.doorkeeper.setPassword(
            account, to: password, words: [email], at: now)
        guard outcome == .changed else {
            throw Complaint(
                "The password was not set.", why: "\(outcome).",
                next: "Give one line with 15 to 128 characters on standard input.")
        }
    }

    private static func account(
        _ email: String, _ slug: String?, _ installation: Installation
    ) async throws(Complaint) -> Account {
        let unknown = Complaint("Nobody has the address \(email) there.", next: "Check it, and --tenant.")
        guard let address = EmailAddress(email) else { throw unknown }
        if let slug {
            let tenant = try await installation.tenant(slug)
            guard let contact = await tenant.state.contact(email: address) else { throw unknown }
            return Account(realm: .tenant(tenant.id), person: .contact(contact.id))
        }
        guard let member = await installation.services.agency.state.staff(email: address) else {
            throw unknown
        }
        return Account(realm: .agency, person: .staff(member.id))
    }
}
