import Staffing
import Synchronization
import Testing

@Suite("Invoices")
struct InvoiceRulesTests {
    @Test("approved hours become one invoice for each worksite and week, in that order")
    func bundles() throws {
        var scene = try InvoiceScene()
        for (worker, site, week) in [("Ana", "B", 0), ("Bo", "A", 0), ("Cy", "A", 7), ("Di", "A", 0)] {
            try scene.approve(try scene.sheet(worker, at: site, weekOffset: week))
        }
        _ = try scene.sheet("Ed", at: "A", weekOffset: 0)
        let drafts = try scene.drafts()
        #expect(drafts.map(\.number) == ["NW-00001", "NW-00002", "NW-00003"])
        #expect(drafts.map { scene.state.code(of: $0.worksite) } == ["A", "B", "A"])
        #expect(drafts.map { $0.lines.count } == [2, 1, 1])
        #expect(drafts[0].due == drafts[0].issued.adding(days: 30))
        #expect(try scene.drafts(through: scene.week.adding(days: 6)).count == 2)
    }

    @Test("each line is rounded half up once, and the total is the sum of the lines")
    func rounding() throws {
        var scene = try InvoiceScene()
        // 20 minutes at 31.55 are 10.5166…, and one of overtime at 31.50 are exactly 0.7875.
        try scene.approve(try scene.sheet("Ana", at: "A", minutes: 20, overtime: 30, rate: 3_155))
        try scene.approve(try scene.sheet("Bo", at: "A", minutes: 0, overtime: 1, rate: 3_150))
        let draft = try #require(try scene.drafts().first)
        #expect(draft.lines.map(\.amount.minorUnits) == [1_052, 2_366, 79])
        #expect(draft.total.minorUnits == 3_497)
    }

    @Test("half a cent goes up", arguments: [(1, 3_030, 51), (1, 3_029, 50), (1, 30, 1), (1, 29, 0)])
    func halfUp(minutes: Int, rate: Int64, cents: Int64) {
        let price = HourlyRate(minorUnits: rate).price(minutes: minutes, percent: 100, in: .usd)
        #expect(price.minorUnits == cents)
    }

    @Test("numbers have no gaps, and nothing is invoiced twice")
    func gapless() throws {
        var scene = try InvoiceScene()
        for site in ["A", "B"] {
            for week in [0, 7] { try scene.approve(try scene.sheet("Ana", at: site, weekOffset: week)) }
        }
        for draft in try scene.drafts() { try scene.issue(draft) }
        #expect(
            scene.state.invoices.values.map(\.number).sorted() == [
                "NW-00001", "NW-00002", "NW-00003", "NW-00004",
            ])
        #expect(try scene.drafts().isEmpty)
        try scene.approve(try scene.sheet("Bo", at: "A"))
        #expect(try scene.drafts().map(\.number) == ["NW-00005"])
    }

    @Test("a draft that is not the next in number is refused, so that no number is given twice")
    func order() throws {
        var scene = try InvoiceScene()
        for site in ["A", "B"] { try scene.approve(try scene.sheet("Ana", at: site)) }
        let drafts = try scene.drafts()
        #expect(throws: InvoiceRefusal.changedSinceDraft) { try scene.issue(drafts[1]) }
        try scene.issue(drafts[0])
        try scene.issue(drafts[1])
        #expect(throws: InvoiceRefusal.changedSinceDraft) { try scene.issue(drafts[1]) }
    }

    @Test("what is left out gets no number, and the rest closes up")
    func leavingOut() throws {
        var scene = try InvoiceScene()
        for site in ["A", "B"] { try scene.approve(try scene.sheet("Ana", at: site)) }
        let first = try #require(try scene.drafts().first)
        let rest = try scene.drafts(leavingOut: [first.bundle])
        #expect(rest.map(\.number) == ["NW-00001"])
        try scene.issue(rest[0])
        #expect(try scene.drafts().map(\.number) == ["NW-00002"])
    }

    @Test("hours that were approved or taken back after the draft refuse it")
    func changed() throws {
        var scene = try InvoiceScene()
        let sheet = try scene.sheet("Ana", at: "A")
        try scene.approve(sheet)
        let draft = try #require(try scene.drafts().first)
        try scene.perform(.withdrawApproval(sheet), as: scene.approver)
        #expect(throws: InvoiceRefusal.changedSinceDraft) { try scene.issue(draft) }
        try scene.approve(sheet)
        try scene.approve(try scene.sheet("Bo", at: "A"))
        #expect(throws: InvoiceRefusal.changedSinceDraft) { try scene.issue(draft) }
        scene.today = scene.today.adding(days: 1)
        let later = try scene.drafts()
        #expect(later.first?.issued == scene.today)
    }

    @Test("nobody makes invoices or notes payments without the permission")
    func permission() throws {
        var scene = try InvoiceScene()
        try scene.approve(try scene.sheet("Ana", at: "A"))
        let draft = try #require(try scene.drafts().first)
        let context = scene.context(scene.approver)
        #expect(throws: InvoiceRefusal.notAllowed) {
            try InvoiceRules.drafts(through: draft.week, scene.state, context)
        }
        #expect(throws: InvoiceRefusal.notAllowed) {
            try InvoiceRules.decide(.issue(draft, file: scene.file), scene.state, context)
        }
        let id = try scene.issue(draft)
        #expect(throws: InvoiceRefusal.notAllowed) {
            try InvoiceRules.decide(.recordPayment(id, on: scene.today), scene.state, context)
        }
    }

    @Test("a payment is noted once, and not before the invoice or on a day to come")
    func payment() throws {
        var scene = try InvoiceScene()
        try scene.approve(try scene.sheet("Ana", at: "A"))
        let id = try scene.issue(try #require(try scene.drafts().first))
        for offset in [-1, 1] {
            #expect(throws: InvoiceRefusal.paymentDateImpossible) {
                try scene.pay(id, on: scene.today.adding(days: offset))
            }
        }
        #expect(throws: InvoiceRefusal.unknown) { try scene.pay(InvoiceID(1), on: scene.today) }
        try scene.pay(id, on: scene.today)
        #expect(scene.state.invoices[id]?.status == .paid(on: scene.today))
        #expect(throws: InvoiceRefusal.alreadyPaid) { try scene.pay(id, on: scene.today) }
    }

    @Test("an unpaid invoice is overdue from the day after its due date")
    func overdue() throws {
        var scene = try InvoiceScene()
        try scene.approve(try scene.sheet("Ana", at: "A"))
        let id = try scene.issue(try #require(try scene.drafts().first))
        let invoice = try #require(scene.state.invoices[id])
        #expect(!invoice.isOverdue(on: invoice.due))
        #expect(invoice.isOverdue(on: invoice.due.adding(days: 1)))
        try scene.pay(id, on: scene.today)
        #expect(scene.state.invoices[id]?.isOverdue(on: invoice.due.adding(days: 1)) == false)
    }

    @Test("two sheets of one worker keep their order, however the records lie in memory")
    func stableOrder() throws {
        var scene = try InvoiceScene()
        for start in [-70, -69, -68, -67] {
            try scene.approve(try scene.sheet("Ana", at: "A", startOffset: start))
        }
        let lines = try #require(try scene.drafts().first).lines
        #expect(lines.map(\.timesheet.rawValue) == lines.map(\.timesheet.rawValue).sorted())
    }
}
