/// A client's timesheets as everybody sees them: each is read out of its packed form when somebody asks.
package struct Timesheets: Sendable {
    let sheets: SheetTable
    let assignments: RecordTable<Assignment>
    let invoices: RecordTable<Invoice>

    package var count: Int { sheets.rows.count }
    package var isEmpty: Bool { sheets.rows.isEmpty }

    package var keys: some Collection<TimesheetID> { sheets.rows.lazy.map(\.id) }

    /// In the order in which they came.
    package var values: some RandomAccessCollection<Timesheet> {
        sheets.rows.indices.lazy.map { self[place: $0] }
    }

    package subscript(id: TimesheetID) -> Timesheet? {
        let place = sheets.place(of: id)
        return place < 0 ? nil : self[place: place]
    }

    subscript(place place: Int) -> Timesheet {
        let row = sheets.rows[place]
        return Timesheet(
            row, of: assignments.values[Int(row.assignment)],
            SheetPast(
                course: sheets.course(of: place), signatures: sheets.signatures, invoices: invoices.values))
    }
}

/// What happened to a sheet, with all that it takes to say it in names.
struct SheetPast: Sendable {
    let course: SheetCourse
    let signatures: [Signature]
    let invoices: RecordList<Invoice>

    var status: Timesheet.Status {
        switch course.status {
        case .submitted: .submitted
        case .approved(let signature, let moment): .approved(by: signatures[signature].by, at: moment)
        case .rejected(let reason): .rejected(reason)
        }
    }

    var invoice: InvoiceID? { course.invoice.map { invoices[$0].id } }

    var entries: [TimesheetEntry] {
        course.deeds.map { deed in
            let signature = signatures[deed.signature]
            return TimesheetEntry(
                what: what(deed), by: signature.by, name: signature.name, onBehalf: signature.onBehalf,
                at: deed.at)
        }
    }

    private func what(_ deed: SheetDeed) -> TimesheetEntry.What {
        switch deed.what {
        case .received: .received
        case .changed: .changed
        case .approved: .approved
        case .approvalWithdrawn: .approvalWithdrawn
        case .rejected(let reason, let words): .rejected(reason, words: course.deeds.text(words))
        case .commented(let words): .commented(course.deeds.text(words))
        case .invoiced(let place): .invoiced(invoices[place].id)
        }
    }
}
