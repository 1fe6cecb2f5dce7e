import HTTP
import Staffing
import Tenancy
import Testing

@testable import Portal

@Suite("Invitations of a file as they are done")
struct InviteFileRunTests {
    private static let wrong = 40

    /// Five thousand rows, every 125th with a role that there is not.
    private static let rows = (1...InviteFile.mostRows).map { number in
        let role = number % (InviteFile.mostRows / wrong) == 0 ? "boss" : "viewer"
        return "Person \(number),p\(number)@x.example,,\(role),\(number % 2 == 0 ? "A" : "B"),,\n"
    }.joined()

    @Test(
        "five thousand rows of which forty are wrong: the others are invited, each with a mail, in small steps"
    )
    func many() async throws {
        let scene = try await PeopleScene()
        let clerk = InviteFileClerk(browser: scene.admin)
        let before = try await scene.state().contacts.count
        let (address, page) = try await clerk.check(Self.rows)
        #expect(page.text.contains("40 rows refused") && page.text.contains("Invite 4,960 people"))
        let done = try await clerk.confirm(address, page)
        let result = try await scene.admin.get(try #require(done.location))
        #expect(result.text.contains("4,960 people are invited."))
        #expect(try await scene.state().contacts.count == before + 4_960)
        #expect(scene.house.mails.mails.count == 4_960)
        #expect(try await clerk.refused(address).count == 41)
        let revision = await (try scene.house.tenant("northwind")).revision
        let (_, second) = try await clerk.check(Self.rows)
        #expect(second.text.contains("nothing in this file that would change anything"))
        #expect(await (try scene.house.tenant("northwind")).revision == revision)
    }

    @Test("what changed since somebody looked is shown again, and nothing is done")
    func changedMeanwhile() async throws {
        let scene = try await PeopleScene()
        let clerk = InviteFileClerk(browser: scene.admin)
        let (address, page) = try await clerk.check("V,viewer@northwind.example,,approver,B,,\n")
        try await scene.remove("viewer")
        let answer = try await clerk.confirm(address, page)
        #expect(answer.status == .conflict && answer.text.contains("so nothing was done"))
        #expect(scene.house.mails.mails.isEmpty)
        #expect(try await clerk.confirm(address, answer).status == .seeOther, "the page shows what holds now")
    }

    @Test(
        "who has not proved who they are for a while is asked first, before the file and before the invitations"
    )
    func stepUp() async throws {
        let scene = try await PeopleScene()
        let clerk = InviteFileClerk(browser: scene.admin)
        let (address, page) = try await clerk.check("Ana,ana@x.example,,viewer,A,,\n")
        scene.house.clock.advance(seconds: 20 * 60)
        let form = try await scene.admin.get("/people/from-file")
        #expect(form.text.contains("id=\"proof\"") && !form.text.contains("type=\"file\""))
        #expect(try await clerk.upload("Bo,bo@x.example,,viewer,A,,\n").status == .unprocessableContent)
        #expect(try await clerk.confirm(address, page).status == .unprocessableContent)
        #expect(scene.house.mails.mails.isEmpty)
        let answer = try await scene.admin.post(
            "/account/proof", [("password", TestHouse.password), ("next", address)])
        #expect(answer.location == address)
        #expect(try await clerk.confirm(address, page).status == .seeOther)
    }

    @Test("mails that cannot be written leave no link behind, and the same file sends them later")
    func noMail() async throws {
        let scene = try await PeopleScene()
        let clerk = InviteFileClerk(browser: scene.admin)
        scene.house.mails.breakDown()
        let rows = "Ana,ana@x.example,,viewer,A,,\nBo,bo@x.example,,viewer,A,,\n"
        let result = try await clerk.invite(rows)
        #expect(result.text.contains("2 mails could not be written"))
        let (_, page) = try await clerk.check(rows)
        #expect(page.text.contains("Send 2 new links"))
    }

    @Test("an admin of one worksite finds no such page, and another client's file is none of theirs")
    func reach() async throws {
        let scene = try await PeopleScene()
        let sent = try await InviteFileClerk(browser: scene.admin).upload("Ana,ana@x.example,,viewer,A,,\n")
        let address = try #require(sent.location)
        let other = try await scene.company.signedIn("admin", at: "cedar")
        #expect(try await other.get(address).status == .notFound)
        let approver = try await scene.company.signedIn("approver", at: "northwind")
        #expect(try await approver.get(address).status == .notFound)
        let view = try await approver.get("/people/from-file")
        #expect(view.status == .notFound)
    }

    @Test("ops admins do the same for a client, and may give what only the agency gives; others find nothing")
    func staff() async throws {
        let scene = try await PeopleScene()
        let ops = try await scene.company.signedIn("ops", at: "staff")
        let clerk = InviteFileClerk(browser: ops, path: "/tenants/northwind/people/from-file")
        #expect(try await ops.get("/tenants/northwind/people").text.contains("Invite several"))
        let result = try await clerk.invite("Ana,ana@x.example,,interviewer,company,,\n")
        #expect(result.text.contains("1 person is invited.") && result.fault == nil)
        #expect(scene.house.mails.latest.contains("https://northwind.localhost:8443/invitations/"))
        let coordinator = try await scene.company.signedIn("coordinator", at: "staff")
        #expect(try await coordinator.get(clerk.path).status == .notFound)
        let log = try await scene.admin.get("/access-log")
        #expect(log.text.contains("Invited people from a file"))
    }

    @Test("the template is a file that can be read, with a place of each kind")
    func template() async throws {
        let scene = try await PeopleScene()
        let file = try await scene.admin.get("/people/from-file/template")
        let plan = try await InviteFileScene.plan(file.body, at: scene.house.tenant("northwind"))
        #expect(plan.lines.count == 2)
        #expect(plan.lines.allSatisfy { if case .refused = $0.outcome { false } else { true } })
    }
}
