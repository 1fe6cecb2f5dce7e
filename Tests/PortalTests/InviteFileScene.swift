import Foundation
import HTTP
import Staffing
import Tenancy
import Testing

@testable import Portal

/// Files of people, and the way they take through the pages.
enum InviteFileScene {
    static let header = "name,email,language,role,place,from,until\n"

    /// One new person for worksite A.
    static func file(of slug: String = "northwind") -> [UInt8] {
        Array((header + "Nils Aho,nils@\(slug).example,en,viewer,A,2026-11-18,\n").utf8)
    }

    static func plan(
        _ bytes: [UInt8], at tenant: Tenant, linkless: Set<ContactID> = []
    ) async throws -> InvitePlan {
        let (state, context) = await tenant.run { ($0.state, $0.context(for: .system)) }
        let file = try InviteFile(bytes)
        let reading = InviteReading(
            state, file.dates, on: context.today, under: context.roles, English())
        return InvitePlan(file, reading, state, context, linkless: linkless)
    }
}

/// Somebody who invites from files.
struct InviteFileClerk: Sendable {
    let browser: Browser
    /// `/people/from-file`, or the same below a client on the staff side.
    var path = "/people/from-file"

    func upload(_ rows: String) async throws -> Response {
        try await upload(Array((InviteFileScene.header + rows).utf8))
    }

    func upload(_ bytes: [UInt8]) async throws -> Response {
        try await browser.upload(path, [], files: [("file", "people.csv", bytes)])
    }

    /// The page that says what would happen, and its address.
    func check(_ rows: String) async throws -> (address: String, page: Response) {
        let sent = try await upload(rows)
        let address = try #require(sent.location, "\(sent.text)")
        return (address, try await browser.get(address))
    }

    func confirm(_ address: String, _ page: Response) async throws -> Response {
        let file = try #require(
            URLComponents(string: address)?.queryItems?.first { $0.name == "file" }?.value)
        let seen = page.text.firstMatch(of: #/name="seen" value="([^"]*)"/#).map { String($0.1) } ?? ""
        return try await browser.post(path + "/invitations", [("file", file), ("seen", seen)])
    }

    /// Uploads, confirms, and gives back the page that tells what was done.
    func invite(_ rows: String) async throws -> Response {
        let (address, page) = try await check(rows)
        let done = try await confirm(address, page)
        return try await browser.get(try #require(done.location, "\(done.text)"))
    }

    func refused(_ address: String) async throws -> [[String]] {
        let file = try await browser.get(address.replacing("/check", with: "/refused"))
        return try CSVText(file.body).rows
    }
}
