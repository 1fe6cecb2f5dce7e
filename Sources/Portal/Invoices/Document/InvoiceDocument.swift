package import Formats
package import Staffing

/// What an invoice's paper says. Everything is spelled out, so that the same values give the same bytes.
package struct InvoiceDocument: Sendable {
    let agencyName: String
    let clientName: String
    let worksiteName: String
    let worksiteAddress: String
    let draft: InvoiceDraft
    let lines: [Line]
    /// The client's.
    let language: Language
    /// The client's color, as dark as white paper needs it; nothing for the agency's own.
    let accent: Color?

    struct Line: Sendable {
        let worker: String
        let job: String
        let purchaseOrder: String
        let priced: InvoiceLine
    }

    package init(_ draft: InvoiceDraft, _ state: TenantState, agencyName: String, accent: Color?) {
        self.accent = accent.map { Accent($0).light }
        let worksite = state.worksites[draft.worksite]
        self.agencyName = agencyName
        clientName = state.client.name
        worksiteName = worksite?.name ?? ""
        worksiteAddress = worksite?.address ?? ""
        self.draft = draft
        language = state.client.language
        lines = draft.lines.map { line in
            let sheet = state.timesheets[line.timesheet]
            let assignment = sheet.flatMap { state.assignments[$0.assignment] }
            return Line(
                worker: sheet.flatMap { state.workers[$0.worker]?.name } ?? "",
                job: assignment?.title ?? "", purchaseOrder: assignment?.purchaseOrder ?? "", priced: line)
        }
    }

    var currency: Currency { draft.total.currency }

    /// The file, on letter paper, which the United States and Canada share.
    package func bytes(_ fonts: PDFFonts, _ say: any PaperWords) throws(PDFFailure) -> [UInt8] {
        try InvoiceDrawing(document: self, say: say).bytes(fonts)
    }
}
