import Cast
import Crypto
import Formats
import HTTP
import Journal
import MemoryDisk
import Staffing
import Tenancy
import Testing

@testable import Portal

@Suite("The file of an invoice")
struct InvoiceFileTests {
    @Test("it is served as issued: named, unchanged, in parts, and not twice")
    func served() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let invoice = try #require(try await company.invoiceAll(at: "northwind").first)
        let browser = try await company.signedIn("billing", at: "northwind")
        let path = invoice.path + "/pdf"
        let file = try await browser.get(path)
        #expect(file.status == .ok && file.headers[.contentType]?.text == "application/pdf")
        #expect(file.headers[.contentDisposition]?.text.contains("filename=\"NO-00001.pdf\"") == true)
        #expect(file.headers[.cacheControl]?.text == "no-store")
        #expect(Fingerprint(file.body) == invoice.file)
        let tag = try #require(file.etag)
        let again = try await browser.get(path, headers: [(.ifNoneMatch, "\"\(tag.value)\"")])
        #expect(again.status == .notModified && again.body.isEmpty)
        let part = try await browser.get(path, headers: [(.range, "bytes=0-7")])
        #expect(part.status == .partialContent && part.text == "%PDF-1.7")
    }

    @Test("a file that is gone is a fault with a number, and nobody is shown another")
    func missing() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let invoice = try #require(try await company.invoiceAll(at: "northwind").first)
        let documents = try await company.house.tenant("northwind").documents
        try documents.remove(.init(invoice.file))
        let browser = try await company.signedIn("billing", at: "northwind")
        #expect(try await browser.get(invoice.path + "/pdf").status == .serviceUnavailable)
    }

    @Test("a file that changes after it was shown is not shown again", arguments: ["gone", "another"])
    func changed(how: String) async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let invoice = try #require(try await company.invoiceAll(at: "northwind").first)
        let browser = try await company.signedIn("billing", at: "northwind")
        let path = invoice.path + "/pdf"
        for _ in 0..<2 { #expect(try await browser.get(path).status == .ok) }
        let digest = SHA256Digest(invoice.file)
        if how == "gone" {
            try await company.house.tenant("northwind").documents.remove(digest)
        } else {
            let name = try #require(company.house.disk.files.first { $0.hasSuffix("/\(digest.hex)") })
            company.house.disk.flip(bit: 1_234, of: name)
        }
        #expect(try await browser.get(path).status == .serviceUnavailable)
    }

    @Test("a file in which the disk loses a bit breaks off, and is refused from then on")
    func rotten() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        let invoice = try #require(try await company.invoiceAll(at: "northwind").first)
        let browser = try await company.signedIn("billing", at: "northwind")
        let path = invoice.path + "/pdf"
        #expect(try await browser.get(path).status == .ok)
        let digest = SHA256Digest(invoice.file).hex
        let name = try #require(company.house.disk.files.first { $0.hasSuffix("/\(digest)") })
        company.house.disk.rot(bit: 8_000, of: name)
        await #expect(throws: (any Error).self) { try await browser.get(path) }
        #expect(try await browser.get(path).status == .serviceUnavailable)
    }

    @Test("the file is sound, and its total is the record's", .enabled(if: PDFJudge.areThere))
    func sound() async throws {
        let company = try await TestCompany.open(in: TestHouse())
        for invoice in try await company.invoiceAll(at: "northwind") {
            let documents = try await company.house.tenant("northwind").documents
            let bytes = try documents.read(.init(invoice.file))
            let check = try PDFJudge.qpdf.run(["--check", "FILE"], on: bytes)
            #expect(check.status == 0, "\(check.output)")
            let text = try PDFJudge.pdftotext.run(["-layout", "FILE", "-"], on: bytes).output
            let total = MoneyStyle(.englishUS).text(minorUnits: invoice.total.minorUnits, currency: "USD")
            #expect(text.contains(total) && text.contains(invoice.number))
            #expect(text.contains("Northwind Ltd") && text.contains("Meridian Staffing"))
            for line in invoice.lines {
                let amount = MoneyStyle(.englishUS, sign: .none)
                    .text(minorUnits: line.amount.minorUnits, currency: "USD")
                #expect(text.contains(amount))
            }
        }
    }

    @Test("names come out of the file exactly as they were registered", .enabled(if: PDFJudge.areThere))
    func names() throws {
        let names = [
            "Łukasz Żółciński", "Nguyễn Thị Hồng Ánh", "Zoë Brontë-Ångström", "Δημήτρης Παπαδόπουλος",
            "Екатерина Щербакова", "Søren Kjærgård", "D’Angelo O'Neil", "Ștefan Țîrlea",
        ]
        let bytes = try Self.paper(names: names).bytes(try TestHouse.fonts(), English().onPaper)
        let text = try PDFJudge.pdftotext.run(["FILE", "-"], on: bytes).output
        for name in names {
            let spelled = name.split(separator: " ").joined(separator: #"\s+"#)
            #expect(try text.contains(Regex(spelled)), "\(name)")
        }
    }

    @Test("an invoice of many pages repeats its head and counts its pages", .enabled(if: PDFJudge.areThere))
    func long() throws {
        let names = (1...200).map { "Worker \($0)" }
        let bytes = try Self.paper(names: names).bytes(try TestHouse.fonts(), English().onPaper)
        #expect(try PDFJudge.qpdf.run(["--check", "FILE"], on: bytes).status == 0)
        let text = try PDFJudge.pdftotext.run(["-layout", "FILE", "-"], on: bytes).output
        let pages = text.split(separator: "\u{C}").filter { $0.contains("Page") }
        #expect(pages.count > 3)
        for (index, page) in pages.enumerated() {
            #expect(page.contains("Page \(index + 1) of \(pages.count)"))
        }
        for name in names { #expect(text.contains(name)) }
    }

    @Test("the same values give the same bytes")
    func deterministic() throws {
        let fonts = try TestHouse.fonts()
        let paper = try Self.paper(names: ["Ana", "Bo"])
        #expect(try paper.bytes(fonts, English().onPaper) == paper.bytes(fonts, English().onPaper))
    }

    @Test("a fingerprint and a digest are the same bytes")
    func fingerprints() {
        let print = Fingerprint(Array("abc".utf8))
        #expect(print.first == 0xba78_16bf_8f01_cfea)
        #expect(Fingerprint(.init(print)) == print)
    }

    @Test("the paper has the client's color, as dark as white paper needs it, and is the same without one")
    func colored() throws {
        let fonts = try TestHouse.fonts()
        let yellow = Color(255, 230, 0)
        let plain = try Self.paper(names: ["Ana Ruiz"])
        let colored = try Self.paper(names: ["Ana Ruiz"], accent: yellow)
        #expect(try plain.bytes(fonts, English().onPaper) != colored.bytes(fonts, English().onPaper))
        let ink = try #require(colored.accent)
        #expect(ink.contrast(with: Color(255, 255, 255)) >= Accent.leastContrast)
        #expect(plain.accent == nil)
    }

    /// An invoice for workers of these names, each with regular hours and every third with overtime.
    static func paper(names: [String], accent: Color? = nil) throws -> InvoiceDocument {
        let week = TestCompany.week
        let worksite = Worksite(
            id: WorksiteID(1), code: "A", name: "Dock 4, Halifax",
            address: "17 Marginal Road\nHalifax, NS B3H 4P7",
            timeZone: "America/Halifax", jurisdiction: "CA-NS")
        var sheets: [TimesheetEvent] = []
        var lines: [InvoiceLine] = []
        let numbers = 1...UInt64(names.count)
        for number in numbers {
            let hours = HoursByType(
                regular: 2_250 + Int(number % 7) * 15, overtime: number % 3 == 0 ? 390 : 0)
            let id = TimesheetID(number)
            sheets.append(
                .received(
                    .init(
                        id: id, assignment: AssignmentID(number), week: week,
                        days: [WorkedDay(day: week, hours: hours)], fingerprint: Fingerprint(0, 0, 0, 0))))
            let rate = HourlyRate(minorUnits: 2_900 + Int64(number % 5) * 155)
            for type in HourType.allCases where hours[type] > 0 {
                let amount = rate.price(minutes: hours[type], percent: type.percentOfRate, in: .usd)
                lines.append(
                    InvoiceLine(timesheet: id, type: type, minutes: hours[type], rate: rate, amount: amount))
            }
        }
        let client = Client(
            name: "Harbour Foods Ltd", currency: .usd, language: .english, timeZone: "UTC",
            workweekStart: .monday, invoicePrefix: "NW", paymentTermsDays: 30)
        var state = TenantState()
        let setup =
            [.opened(client), .worksiteAdded(worksite)]
            + zip(numbers, names).map {
                SetupEvent.workerRegistered(Worker(id: WorkerID($0), number: "W\($0)", name: $1))
            } + numbers.map { .assignmentStarted(assignment($0, worksite.id)) }
        state.take(setup.map(TenantEvent.setup) + sheets.map(TenantEvent.timesheet), by: .system)
        let total = lines.reduce(Money(minorUnits: 0, .usd)) { $0 + $1.amount }
        let draft = InvoiceDraft(
            number: "NW-00017", worksite: worksite.id, week: week, issued: week.adding(days: 11),
            due: week.adding(days: 41), lines: lines, total: total)
        return InvoiceDocument(draft, state, agencyName: "Northwind Staffing", accent: accent)
    }

    private static func assignment(_ number: UInt64, _ worksite: WorksiteID) -> Assignment {
        Assignment(
            id: AssignmentID(number), worker: WorkerID(number), worksite: worksite,
            title: ["Forklift operator", "Order picker", "Shift lead"][Int(number % 3)],
            days: DayRange(from: TestCompany.week), billRate: HourlyRate(minorUnits: 3_150),
            schedule: WeekSchedule(minutes: [480, 480, 480, 480, 480, 0, 0]), purchaseOrder: "48-113")
    }
}
