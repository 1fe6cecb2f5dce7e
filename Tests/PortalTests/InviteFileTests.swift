import HTTP
import Staffing
import Tenancy
import Testing

@testable import Portal

@Suite("Inviting several people from a file")
struct InviteFileTests {
    private func scene() async throws -> (scene: PeopleScene, clerk: InviteFileClerk) {
        let scene = try await PeopleScene()
        return (scene, InviteFileClerk(browser: scene.admin))
    }

    @Test("a file says what would happen, row by row, and nobody is invited before it is confirmed")
    func looksFirst() async throws {
        let (scene, clerk) = try await scene()
        let rows =
            "Ana Ruiz,ana@northwind.example,en,Approver,Dock A,2026-12-01,2027-01-31\n"
            + "Ana Ruiz,ana@northwind.example,,viewer,company,,\n"
            + ",viewer@northwind.example,,approver,B,,\n"
            + "Nobody,nobody,,viewer,A,,\n"
        let (address, page) = try await clerk.check(rows)
        #expect(page.text.contains("can approve time at Dock A from Dec 1, 2026, until Jan 31, 2027"))
        #expect(page.text.contains("Invite 1 person and give more to 1 person"))
        #expect(page.text.contains("1 row refused") && page.fault == nil)
        #expect(
            try await scene.state().contact(email: #require(EmailAddress("ana@northwind.example"))) == nil)
        #expect(scene.house.mails.mails.isEmpty)
        let done = try await clerk.confirm(address, page)
        let result = try await scene.admin.get(try #require(done.location))
        #expect(result.text.contains("1 person is invited and 1 person holds more."))
        #expect(try await scene.contact("ana").grants.count == 2)
        #expect(try await scene.contact("viewer").grants.count == 2)
        #expect(scene.house.mails.mails.count == 1, "who is in already needs no link")
        #expect(try await Browser(scene.house, at: "northwind").get(scene.house.mails.link()).status == .ok)
    }

    @Test("the same file again changes nothing")
    func again() async throws {
        let (scene, clerk) = try await scene()
        let rows =
            "Ana,ana@northwind.example,,approver,A,,\nAna,ana@northwind.example,,viewer,B,,2027-02-28\n"
        _ = try await clerk.invite(rows)
        let revision = await (try scene.house.tenant("northwind")).revision
        let (address, page) = try await clerk.check(rows)
        #expect(page.text.contains("nothing in this file that would change anything"))
        _ = try await clerk.confirm(address, page)
        #expect(await (try scene.house.tenant("northwind")).revision == revision)
        #expect(scene.house.mails.mails.count == 1)
    }

    @Test(
        "a row that cannot stand is refused with its line, its column and what to do",
        arguments: [
            ("Ana,ana@x.example,,boss,A,,", "role", "There is no role “boss”"),
            ("Ana,ana@x.example,,interviewer,A,,", "role", "Your agency gives this role itself"),
            ("Ana,ana@x.example,,recruiter,A,,", "role", "There is no role “recruiter”"),
            ("Ana,ana@x.example,,viewer,Quay 9,,", "place", "Nothing here is called “Quay 9”"),
            ("Ana,ana@x.example,,viewer,,,", "place", "“company” for the whole company"),
            ("Ana,ana@x.example,de,viewer,A,,", "language", "no language of the portal"),
            ("Ana,ana@x.example,,viewer,A,soon,", "from", "“soon” is no date"),
            ("Ana,ana@x.example,,viewer,A,2026-12-01,2026-11-30", "until", "not before the first"),
            (",ana@x.example,,viewer,A,,", "name", "Enter a name"),
            ("Ana,ana,,viewer,A,,", "email", "name@company.example"),
            ("V,viewer@northwind.example,,viewer,A,2026-01-01,", "role", "on other dates"),
        ])
    func refuses(row: String, column: String, words: String) async throws {
        let (scene, clerk) = try await scene()
        let (address, page) = try await clerk.check("Ok,ok@x.example,,viewer,A,,\n" + row + "\n")
        #expect(page.text.contains("1 row refused"))
        #expect(
            page.text.contains(">3</td>") && page.text.contains("<span class=\"shape bad\">\(column)</span>"))
        let refused = try await clerk.refused(address)
        #expect(refused.count == 2 && refused[0].last == "reason")
        #expect(refused[1].last?.contains(words) == true, "\(refused[1])")
        #expect(scene.house.mails.mails.isEmpty)
    }

    @Test("rows that contradict each other are refused with the line of the other one")
    func contradictions() async throws {
        let (_, clerk) = try await scene()
        let (address, _) = try await clerk.check(
            "Ana,ana@x.example,en,viewer,A,,\nBea,ana@x.example,,viewer,B,,\n"
                + "Ana,ana@x.example,fr,viewer,B,,\nAna,ANA@x.example,,viewer,Dock A,2027-01-01,\n")
        let reasons = try await clerk.refused(address).dropFirst().compactMap(\.last)
        #expect(reasons.count == 3 && reasons.allSatisfy { $0.contains("Line 2") }, "\(reasons)")
    }

    @Test("a file that cannot be read says why, and nothing of it is taken")
    func unreadable() async throws {
        let (_, clerk) = try await scene()
        let utf16 = "name,email,role,place\n".utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
        let many = String(repeating: "Ana,ana@x.example,,viewer,A,,\n", count: InviteFile.mostRows + 1)
        for (bytes, words) in [
            ([0xff, 0xfe] + utf16, "UTF-16"), (Array("name,email,role,place,untill\n".utf8), "“untill”"),
            (Array("name,email,role\nA,a@x.example,viewer\n".utf8), "“place” is missing"),
            (Array(InviteFileScene.header.utf8), "has no rows"),
            (Array((InviteFileScene.header + many).utf8), "5001"),
            (
                Array("name,email,role,place,from\nA,a@x.example,viewer,A,1/2/2027\n".utf8),
                "month first and day first"
            ),
        ] {
            let answer = try await clerk.upload(bytes)
            #expect(answer.status == .unprocessableContent && answer.text.contains(words), "\(words)")
        }
    }

    @Test("what spreadsheets make of a file is read: a mark of the encoding, semicolons, dates of their own")
    func spreadsheets() async throws {
        let (scene, clerk) = try await scene()
        let text =
            "\u{FEFF}Name;Email;Role;Place;From\r\n\"Ruiz; Ana\";ana@x.example;Approver;a;12/31/2026\r\n"
        let sent = try await clerk.upload(Array(text.utf8))
        let page = try await scene.admin.get(try #require(sent.location))
        #expect(page.text.contains("Ruiz; Ana") && page.text.contains("from Dec 31, 2026"))
    }

    @Test("cells that a spreadsheet would run come back as text")
    func formulas() async throws {
        let (_, clerk) = try await scene()
        let sent = try await clerk.upload("=cmd,ana,,viewer,A,,\n")
        let file = try await clerk.browser.get(
            try #require(sent.location).replacing("/check", with: "/refused"))
        #expect(file.text.contains("\"'=cmd\""))
    }
}
