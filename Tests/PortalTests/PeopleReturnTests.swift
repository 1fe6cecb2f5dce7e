import Access
import HTTP
import Staffing
import Testing

@testable import Portal

@Suite("What somebody leaves behind, and their way back")
struct PeopleReturnTests {
    @Test("the person's page lists what ends and who must take over, before anything is pressed")
    func lists() async throws {
        let scene = try await PeopleScene()
        try await scene.remove("approver-all")
        _ = try await scene.company.signedIn("approver-b", at: "northwind")
        let path = try await scene.path("approver-b")
        try await scene.admin.post(path + "/invitation")
        for page in [try await scene.admin.get(path), try await scene.admin.get(path + "/removal")] {
            #expect(page.status == .ok)
            #expect(page.fault == nil)
            #expect(page.text.contains("1 open session ends."))
            #expect(page.text.contains("A link that they have not used yet ends."))
            #expect(page.text.contains("Nobody else can approve at Dock B;"))
            #expect(page.text.contains("Hand over and remove access"))
        }
        let viewer = try await scene.admin.get(try await scene.path("viewer"))
        #expect(viewer.text.contains("No worksite is left without an approver."))
    }

    @Test("each worksite may go to somebody else, and one choice may stand for all")
    func perSite() async throws {
        let scene = try await PeopleScene()
        for name in ["approver", "approver-b"] { try await scene.remove(name) }
        let path = try await scene.path("approver-all", "/removal")
        let (viewer, requester) = (try await scene.contact("viewer"), try await scene.contact("requester"))
        let field = Belongings.field(try await scene.site("B"))
        let half = try await scene.admin.post(path, [(field, viewer.id.pathText)])
        #expect(half.status == .conflict)
        #expect(half.fault == nil)
        #expect(half.text.contains("nobody can approve at Dock A"))
        #expect(try await scene.contact("approver-all").standing == .active)
        let fields = [("receiver", requester.id.pathText), (field, viewer.id.pathText)]
        #expect(try await scene.admin.post(path, fields).location == "/people?done=removed")
        #expect(try await scene.contact("viewer").grants.last?.node == .worksite(try await scene.site("B")))
        #expect(
            try await scene.contact("requester").grants.last?.node == .worksite(try await scene.site("A")))
    }

    @Test("an undo gives back roles and takes back the handover; what opened the door stays ended")
    func undo() async throws {
        let scene = try await PeopleScene()
        try await scene.remove("approver-all")
        let leaver = try await scene.company.signedIn("approver-b", at: "northwind")
        let before = try await scene.contact("approver-b")
        let path = try await scene.path("approver-b")
        let receiver = try await scene.contact("viewer").id.pathText
        try await scene.admin.post(path + "/removal", [("receiver", receiver)])
        let list = try await scene.admin.get("/people?done=removed")
        #expect(list.fault == nil)
        #expect(list.text.contains("Undo: let approver-b of northwind back in"))
        let page = try await scene.admin.post(path + "/return")
        #expect(page.status == .ok)
        #expect(page.fault == nil)
        #expect(page.text.contains("approver-b of northwind is back"))
        // Whoever has been in before gets the link by mail only.
        let link = try scene.house.mails.link()
        #expect(!page.text.contains(link))
        #expect(try await scene.contact("approver-b") == before)
        #expect(try await scene.contact("viewer").grants.map(\.role) == [.viewer])
        #expect(try await leaver.get("/account").location?.hasPrefix("/sign-in") == true)
        let guest = Browser(scene.house, at: "northwind")
        let old = try await guest.post(
            "/sign-in", [("email", before.email.text), ("password", TestHouse.password)])
        #expect(old.status == .unprocessableContent)
        #expect(try await guest.get(link).status == .ok)
        #expect(!(try await scene.admin.get("/people").text.contains("Undo: let approver-b")))
    }

    @Test("where a crash spared the keys, the way back ends them first")
    func keysEndFirst() async throws {
        let scene = try await PeopleScene()
        let leaver = try await scene.company.signedIn("viewer", at: "northwind")
        let path = try await scene.path("viewer", "/return")
        // Recorded as removed, and the process died before the keys were ended.
        try await scene.remove("viewer")
        #expect(try await scene.admin.post(path).status == .ok)
        #expect(try await leaver.get("/account").location?.hasPrefix("/sign-in") == true)
        let guest = Browser(scene.house, at: "northwind")
        let old = try await guest.post(
            "/sign-in", [("email", "viewer@northwind.example"), ("password", TestHouse.password)])
        #expect(old.status == .unprocessableContent)
    }

    @Test("keys that cannot be ended for good let nobody back")
    func keysRemain() async throws {
        let scene = try await PeopleScene()
        let path = try await scene.path("viewer", "/return")
        try await scene.remove("viewer")
        scene.failKeys()
        #expect(try await scene.admin.post(path).status == .serviceUnavailable)
        let gone = try await scene.state().contacts.values.first { $0.email.text.hasPrefix("viewer@") }
        #expect(gone?.standing == .removed)
    }

    @Test("there is no way back for who has not left, after ten minutes, nor from another company")
    func refuses() async throws {
        let scene = try await PeopleScene()
        let path = try await scene.path("viewer", "/return")
        #expect(try await scene.admin.post(path).status == .conflict)
        let link = try await scene.company.signedIn("viewer", at: "northwind")
        #expect(try await link.get("/account").status == .ok)
        try await scene.remove("viewer")
        let stranger = try await scene.company.signedIn("admin", at: "cedar")
        #expect(try await stranger.post(path).status == .notFound)
        scene.house.clock.advance(seconds: Departure.undoSeconds + 1)
        let late = try await scene.admin.post(path)
        #expect(late.status == .conflict)
        #expect(late.text.contains("Invite the person anew."))
        #expect(!(try await scene.admin.get("/people").text.contains("Undo: let")))
    }
}
