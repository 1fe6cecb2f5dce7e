import Access
import Foundation
import HTTP
import Journal
import MemoryDisk
import Staffing
import Tenancy
import Testing

@testable import Portal

/// What tests about people ask again and again.
struct PeopleScene: Sendable {
    let company: TestCompany
    let admin: Browser

    static let password = "violet anchors drift slowly"

    init() async throws {
        company = try await TestCompany.open(in: TestHouse())
        admin = try await company.signedIn("admin", at: "northwind")
    }

    var house: TestHouse { company.house }

    func state() async throws -> TenantState { try await house.tenant("northwind").state }

    func contact(_ name: String) async throws -> Contact {
        let address = try #require(EmailAddress("\(name)@northwind.example"))
        return try #require(try await state().contact(email: address))
    }

    func site(_ code: String) async throws -> WorksiteID {
        try #require(try await state().worksite(code: code)).id
    }

    func path(_ name: String, _ rest: String = "") async throws -> String {
        "/people/" + (try await contact(name)).id.pathText + rest
    }

    /// The fields of an invitation for approving at A, with others in their place.
    func invitation(_ changes: [(String, String)] = []) async throws -> [(String, String)] {
        let grant = Holding(.approver, .worksite(try await site("A"))).formText
        let fields = [
            ("name", "Ana Ribeiro"), ("email", "ana@northwind.example"), ("language", "en"),
            ("from", "2026-11-18"), ("through", ""), ("grant", grant),
        ]
        return fields.filter { field in !changes.contains { $0.0 == field.0 } } + changes
    }

    /// The fields of the form about somebody known, as the page would send them.
    func form(of name: String, _ changes: [(String, String)] = []) async throws -> [(String, String)] {
        let contact = try await contact(name)
        let draft = PersonDraft(
            contact, edition: contact.edition(house.services.world.fingerprint), English())
        let fields =
            [
                ("name", draft.name), ("email", draft.email), ("language", draft.language.rawValue),
                ("from", draft.from), ("through", draft.through), ("edition", draft.edition),
            ] + draft.holdings.map { ("grant", $0.formText) }
        return fields.filter { field in !changes.contains { $0.0 == field.0 } } + changes
    }

    /// The disk fails at its next call: with nothing else going on, that is where links are written down,
    /// and what failed there once takes no more.
    func failKeys() {
        house.disk.plan(.fails(.failed("the test says so")), atCall: house.disk.calls + 1)
    }

    /// Something done by the program itself.
    func perform(_ command: PeopleCommand) async throws {
        let tenant = try await house.tenant("northwind")
        try await tenant.perform(command, for: .system)
        try await tenant.untilDurable()
    }

    func remove(_ name: String) async throws {
        try await perform(.remove(try await contact(name).id, leavingUncovered: true))
    }

    /// Gives somebody these roles and no others.
    func give(_ name: String, _ asks: [GrantAsk]) async throws {
        let contact = try await contact(name)
        try await perform(
            .edit(
                contact.id, name: contact.name, email: contact.email.text, language: contact.language,
                grants: asks))
    }
}

extension Response {
    /// The first thing that is wrong with a page's elements, if anything is: an end without its beginning,
    /// or the other way round, or two elements with one `id`.
    var fault: String? {
        let empty: Set<String> = ["meta", "link", "input", "br", "path", "rect", "!doctype"]
        var open: [String] = []
        var ids: Set<String> = []
        for match in text.matches(of: #/<(/?)([!a-zA-Z0-9]+)((?:"[^"]*"|[^>"])*)>/#) {
            let name = String(match.2).lowercased()
            if let id = match.3.firstMatch(of: #/ id="([^"]*)"/#), !ids.insert(String(id.1)).inserted {
                return "two elements are called \(id.1)"
            }
            if empty.contains(name) || match.3.hasSuffix("/") { continue }
            if match.1.isEmpty {
                open.append(name)
            } else if open.popLast() != name {
                return "</\(name)> ends nothing"
            }
        }
        return open.last.map { "<\($0)> does not end" }
    }
}
