import Access
import HTTP
import Staffing
import Testing

@testable import Portal

@Suite("Letting somebody go")
struct PeopleRemovalTests {
    @Test("sessions, password and links are dead before the answer leaves")
    func atOnce() async throws {
        let scene = try await PeopleScene()
        let leaver = try await scene.company.signedIn("approver-all", at: "northwind")
        let path = try await scene.path("approver-all")
        try await scene.admin.post(path + "/invitation")
        let link = try scene.house.mails.link()
        let answer = try await scene.admin.post(path + "/removal")
        #expect(answer.location == "/people?done=removed")
        let token = try #require(leaver.sessionToken)
        #expect(scene.house.services.doorkeeper.sessions.find(token, at: scene.house.clock.reading) == nil)
        #expect(try await leaver.get("/account").location?.hasPrefix("/sign-in") == true)
        let guest = Browser(scene.house, at: "northwind")
        #expect(try await guest.get(link).status == .notFound)
        let again = try await guest.post(
            "/sign-in", [("email", "approver-all@northwind.example"), ("password", TestHouse.password)])
        #expect(again.status == .unprocessableContent)
        #expect(try await scene.admin.get(path).status == .notFound)
        // A second press finds it done.
        #expect(try await scene.admin.post(path + "/removal").location == "/people?done=removed")
    }

    @Test("a worksite's last approver goes only when somebody says so with its name before them")
    func lastApprover() async throws {
        let scene = try await PeopleScene()
        try await scene.remove("approver-all")
        let path = try await scene.path("approver-b", "/removal")
        let page = try await scene.admin.post(path)
        #expect(page.status == .conflict)
        #expect(page.fault == nil)
        #expect(page.text.contains("Remove anyway: nobody can approve at Dock B"))
        #expect(try await scene.contact("approver-b").standing == .active)
        let other = try await scene.site("A").pathText
        #expect(try await scene.admin.post(path, [("uncovered", other)]).status == .conflict)
        let site = try await scene.site("B").pathText
        let answer = try await scene.admin.post(path, [("uncovered", site)])
        #expect(answer.location == "/people?done=removed")
    }

    @Test("approval is handed over and access ends in one step")
    func handsOver() async throws {
        let scene = try await PeopleScene()
        try await scene.remove("approver-all")
        let path = try await scene.path("approver-b", "/removal")
        let receiver = try await scene.contact("viewer").id.pathText
        for wrong in ["", "7", try await scene.contact("approver-b").id.pathText] {
            let page = try await scene.admin.post(path, [("handover", "yes"), ("receiver", wrong)])
            #expect(page.status == .conflict)
            #expect(page.fault == nil)
            #expect(page.text.contains("id=\"receiver-error\""))
        }
        let answer = try await scene.admin.post(path, [("handover", "yes"), ("receiver", receiver)])
        #expect(answer.location == "/people?done=removed")
        let roles = try await scene.contact("viewer").grants.map(\.role)
        #expect(roles == [.viewer, .approver])
        #expect(!(try await scene.admin.get("/people").text.contains("Nobody can approve")))
    }

    @Test("the last admin stays, and an admin who goes is asked first")
    func admins() async throws {
        let scene = try await PeopleScene()
        let path = try await scene.path("admin", "/removal")
        let last = try await scene.admin.post(path)
        #expect(last.status == .conflict)
        #expect(last.text.contains("the only client admin"))
        let second = GrantAsk(role: .clientAdmin, node: .tenant, days: DayRange(from: TestCompany.week))
        try await scene.give("viewer", [second])
        let page = try await scene.admin.post(path)
        #expect(page.status == .conflict)
        #expect(page.text.contains("This is you."))
        #expect(try await scene.contact("admin").standing == .active)
        #expect(try await scene.admin.post(path, [("own-loss", "yes")]).status == .seeOther)
        #expect(try await scene.admin.get("/people").location?.hasPrefix("/sign-in") == true)
    }

    @Test("when the keys cannot be ended for good, the answer says so and the person is out all the same")
    func keysRemain() async throws {
        let scene = try await PeopleScene()
        let leaver = try await scene.company.signedIn("viewer", at: "northwind")
        let path = try await scene.path("viewer")
        scene.failKeys()
        #expect(try await scene.admin.post(path + "/invitation").status == .serviceUnavailable)
        let page = try await scene.admin.post(path + "/removal")
        #expect(page.status == .serviceUnavailable)
        #expect(page.text.contains("Access is removed, and they cannot sign in."))
        #expect(try await leaver.get("/account").location?.hasPrefix("/sign-in") == true)
    }

    @Test("a person who was removed can be invited anew")
    func invitedAnew() async throws {
        let scene = try await PeopleScene()
        let path = try await scene.path("viewer", "/removal")
        try await scene.admin.post(path)
        let fields = try await scene.invitation([("email", "viewer@northwind.example")])
        #expect(try await scene.admin.post("/people", fields).status == .ok)
        #expect(try await scene.contact("viewer").standing == .invited)
    }
}
