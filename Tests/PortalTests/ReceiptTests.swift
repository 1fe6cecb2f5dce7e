import Crypto
import Formats
import HTTP
import Staffing
import Tenancy
import Testing

@testable import Portal

/// The proof of a decision: what it says, that it is signed, and that there is none where nothing is decided.
@Suite("Receipts of decisions")
struct ReceiptTests {
    private static func approved(_ workers: String...) async throws -> (TimesheetScene, Browser) {
        let scene = try await TimesheetScene.open()
        let browser = try await scene.browser("approver")
        for worker in workers {
            let answer = try await browser.post(scene.path(worker, "/approval"), scene.fields(worker))
            #expect(answer.status == .seeOther)
        }
        return (scene, browser)
    }

    @Test("an approval has a signed one, which says which hours, who, and when; the same bytes each time")
    func approval() async throws {
        let (scene, browser) = try await Self.approved("A3")
        #expect(try await browser.get(scene.path("A3")).text.contains("/receipt\""))
        let answer = try await browser.get(scene.path("A3", "/receipt/json"))
        #expect(try await browser.get(scene.path("A3", "/receipt/json")).body == answer.body)
        let file = try ReceiptFile(file: Array(answer.text.utf8))
        let key = scene.house.services.receiptKey.publicKey
        #expect(file.signed.isSigned(by: key))
        let said = try file.content()
        let sheet = try await scene.sheet("A3")
        #expect(said["timesheet"]?["id"]?.string == sheet.id.pathText)
        #expect(said["timesheet"]?["minutes"]?["total"]?.integer == Int64(sheet.hours.total))
        #expect(said["timesheet"]?["days"]?.array?.count == sheet.days.count)
        #expect(said["decision"]?["what"]?.string == "approved")
        #expect(said["decision"]?["by"]?.string == "approver of northwind")
        #expect(said["history"]?.array?.count == sheet.history.count)
        guard case .approved(_, let moment) = sheet.status else { throw Missing() }
        #expect(said["decision"]?["at"]?.string == moment.isoExact)
        #expect(moment.isoExact.hasSuffix("Z") && moment.isoExact.count == 27)
    }

    private struct Missing: Error {}

    @Test("the page says the same and how to check it; the key is there for everybody")
    func page() async throws {
        let (scene, browser) = try await Self.approved("A1")
        let page = try await browser.get(scene.path("A1", "/receipt"))
        expectWellFormed(page)
        #expect(page.text.contains("approver of northwind approved 40.0 h of"))
        #expect(page.text.contains("openssl pkeyutl -verify"))
        let key = try await Browser(scene.house, at: scene.slug).get("/receipt-key.pem")
        #expect(VerifyingKey(pem: key.text) == scene.house.services.receiptKey.publicKey)
    }

    @Test("hours sent back have one with the reason and the words")
    func rejection() async throws {
        let (scene, browser) = try await Self.approved()
        let more = [("reason", "not-worked"), ("words", "Monday was a holiday.")]
        _ = try await browser.post(scene.path("A1", "/rejection"), scene.fields("A1", more))
        let answer = try await browser.get(scene.path("A1", "/receipt/json"))
        let decision = try ReceiptFile(file: Array(answer.text.utf8)).content()["decision"]
        #expect(decision?["what"]?.string == "rejected" && decision?["reason"]?.string == "not-worked")
        #expect(decision?["words"]?.string == "Monday was a holiday.")
        let page = try await browser.get(scene.path("A1", "/receipt"))
        #expect(page.text.contains("sent back") && page.text.contains("Monday was a holiday."))
    }

    @Test("there is none while hours wait, after the approval was taken back, or when they changed since")
    func none() async throws {
        let (scene, browser) = try await Self.approved("A1")
        #expect(try await browser.get(scene.path("A2", "/receipt")).status == .notFound)
        #expect(try await !browser.get(scene.path("A2")).text.contains("/receipt\""))
        _ = try await browser.post(scene.path("A1", "/approval/withdrawal"))
        for rest in ["/receipt", "/receipt/json", "/receipt/pdf"] {
            #expect(try await browser.get(scene.path("A1", rest)).status == .notFound)
        }
        _ = try await browser.post(
            scene.path("A2", "/rejection"), scene.fields("A2", [("reason", "wrong-hours"), ("words", "")]))
        #expect(try await browser.get(scene.path("A2", "/receipt")).status == .ok)
        try await scene.deliver("A2", [480])
        #expect(try await browser.get(scene.path("A2", "/receipt")).status == .notFound)
    }

    @Test("on paper it carries the signed file, and no rate stands in either")
    func paper() async throws {
        let (scene, browser) = try await Self.approved("A1")
        let signed = try await browser.get(scene.path("A1", "/receipt/json")).text
        let paper = try await browser.get(scene.path("A1", "/receipt/pdf"))
        #expect(paper.text.hasPrefix("%PDF-1.7") && paper.text.contains(signed))
        let payload = try ReceiptFile(file: Array(signed.utf8)).signed.payload
        for rate in ["31.50", "3150", "22.22", "2222"] {
            #expect(!String(decoding: payload, as: UTF8.self).contains(rate))
        }
    }

    @Test("a file that was changed, or is no receipt, is told apart")
    func changed() async throws {
        let (scene, browser) = try await Self.approved("A1")
        let text = try await browser.get(scene.path("A1", "/receipt/json")).text
        let file = try ReceiptFile(file: Array(text.utf8))
        let payload = String(decoding: file.signed.payload, as: UTF8.self).replacing("2400", with: "2460")
        let other = text.replacing(
            Base64URL.encode(file.signed.payload), with: Base64URL.encode(Array(payload.utf8)))
        #expect(other != text)
        let key = scene.house.services.receiptKey.publicKey
        #expect(try !ReceiptFile(file: Array(other.utf8)).signed.isSigned(by: key))
        for wrong in ["", "[]", "{}", "{\"payload\":\"\",\"protected\":\"!\",\"signature\":\"\"}"] {
            #expect(throws: ReceiptFile.Unreadable.self) { try ReceiptFile(file: Array(wrong.utf8)) }
        }
        let plain = JSONWebSignature(
            of: file.signed.payload, type: "something-else", by: scene.house.services.receiptKey)
        let stray = """
            {"payload":"\(Base64URL.encode(plain.payload))","protected":"\(Base64URL.encode(plain.header))",\
            "signature":"\(Base64URL.encode(plain.signature))"}
            """
        #expect(throws: ReceiptFile.Unreadable.noReceipt) { try ReceiptFile(file: Array(stray.utf8)) }
    }
}
