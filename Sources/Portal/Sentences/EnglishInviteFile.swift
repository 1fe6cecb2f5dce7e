import Formats
import Staffing

extension English {
    package var ofInviteFile: any InviteFileWords { EnglishInviteFile() }
}

/// English for inviting several people from a file.
struct EnglishInviteFile: InviteFileWords {
    var title: String { "Invite several people" }
    var inviteSeveral: String { "Invite several" }
    var columnsTitle: String { "What stands in the file" }
    var columns: [(String, String)] {
        [
            ("name", "First and last name"),
            ("email", "Their own address, one for each person"),
            ("language", "en, fr or es. Empty: the language of your company"),
            ("role", "As on the form for one person, such as Approver"),
            (
                "place",
                "The code or the name of a worksite, department or cost center, or “company” for everything"
            ),
            ("from", "The first day, such as 2026-12-01. Empty: today"),
            ("until", "The last day. Empty: until further notice"),
        ]
    }
    var severalRows: String {
        "Somebody with several roles or places has a row for each. The first row has the names of the "
            + "columns."
    }
    var template: String { "Download a template" }
    var file: String { "File" }
    var fileHint: String {
        "CSV, at most \(counted(InviteFile.mostRows, "row")) and \(InviteFile.mostBytes >> 20) MB. "
            + "Nobody is invited before you have seen what would happen."
    }
    var fileMissing: String { "Choose a file" }
    var look: String { "See what would happen" }
    var checkTitle: String { "What would happen" }
    var doneTitle: String { "Invitations from a file" }
    var nothingDone: String { "Nobody has been invited yet" }
    var changedMeanwhile: String {
        "Something changed since you looked, so nothing was done. This is what would happen now."
    }
    var rowsRefusedHint: String {
        "The other rows do not wait for them. Correct these in the file below and send it on its own."
    }
    var refusedFile: String { "Download the refused rows" }
    var invitedFigure: String { "People to invite" }
    var extendedFigure: String { "People who get more" }
    var linkedFigure: String { "New links" }
    var rowsFigure: String { "Rows in the file" }
    var refusedRows: String { "Refused rows" }
    var unchangedRows: String { "Rows that hold already" }
    var peopleOfFile: String { "People" }
    var nothingToDo: String { "There is nothing in this file that would change anything." }
    var another: String { "Choose another file" }
    var line: String { "Line" }
    var column: String { "Column" }
    var whatToDo: String { "What to do" }
    var whatHappens: String { "What happens" }
    var ability: String { "This person" }
    var isInvited: String { "Invited" }
    var isExtended: String { "Gets more" }
    var isLinked: String { "New link" }
    var isUnchanged: String { "Holds it already" }
    var newLinkWhy: String { "was invited before and has no link that works: gets a new one by mail" }

    func explanation(_ client: String) -> String {
        "From a file with a row for each person and role at \(client). You see row by row what would happen "
            + "before anybody gets a mail."
    }

    func rowsRefused(_ count: Int) -> String { counted(count, "row") + " refused" }

    func confirm(invited: Int, extended: Int, linked: Int) -> String {
        sentence([
            (invited, "Invite \(counted(invited, "person", "people"))"),
            (extended, "give more to \(counted(extended, "person", "people"))"),
            (linked, "send \(counted(linked, "new link"))"),
        ])
    }

    func done(invited: Int, extended: Int, linked: Int) -> String {
        let text = sentence([
            (invited, "\(counted(invited, "person is", "people are")) invited"),
            (extended, "\(counted(extended, "person holds", "people hold")) more"),
            (linked, "\(counted(linked, "new link was", "new links were")) sent"),
        ])
        return text.isEmpty ? "Nothing changed." : text + "."
    }

    func refusedMeanwhile(_ count: Int) -> String {
        "For \(counted(count, "person", "people")) nothing was done, because something about them changed "
            + "meanwhile. They are below as they stand now."
    }

    func unsent(_ count: Int) -> String {
        "\(counted(count, "mail", "mails")) could not be written. Send the same file again: whoever has no "
            + "link gets one."
    }

    func firstOf(_ shown: Int, _ count: Int) -> String { English().firstOf(shown, count) }

    private func sentence(_ parts: [(Int, String)]) -> String {
        let said = parts.filter { $0.0 > 0 }.map(\.1)
        let text = English().listed(said)
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    private func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
        let digits = count < 1_000 ? "\(count)" : "\(count / 1_000),\(padded(count % 1_000))"
        return "\(digits) \(count == 1 ? one : many ?? one + "s")"
    }

    private func padded(_ number: Int) -> String {
        String(repeating: "0", count: 3 - String(number).count) + String(number)
    }
}

extension EnglishInviteFile {
    func explain(_ fault: InviteFault) -> String {
        switch fault {
        case .languageUnknown(let text): "“\(text)” is no language of the portal. Write en, fr or es."
        case .roleUnknown(let text):
            text.isEmpty
                ? "Write the role, as it is called on the form for one person."
                : "There is no role “\(text)”. Write it as it is called on the form for one person."
        case .placeMissing:
            "Write the code of a worksite, department or cost center, or “company” for the whole company."
        case .placeUnknown(let text):
            "Nothing here is called “\(text)”. Write the code of a worksite, department or cost center."
        case .placeUnclear(let text):
            "Several places are called “\(text)”. Write “worksite”, “department” or “cost center” and the "
                + "code."
        case .dateUnclear(_, let text):
            "“\(text)” is no date. Write it as year-month-day, such as 2026-12-01."
        case .nameDiffers(let line):
            "Line \(line) has another name for this address. Each person has an address of their own."
        case .languageDiffers(let line): "Line \(line) has another language for the same person."
        case .repeats(let line): "Line \(line) gives the same role there already, on some of these days."
        case .rule(.roleNotGiven): "Your agency gives this role itself. Ask them for it."
        case .rule(.unknownWorksite), .rule(.unknownUnit): "That place is not in use any more."
        case .rule(let refusal): English().explain(refusal).trimmedStop + "."
        }
    }

    func explain(_ refusal: InviteFileRefusal) -> String {
        switch refusal {
        case .unreadable(let refusal): refusal.explanation
        case .empty: "The file has no rows. The first one has the names of the columns, people come below."
        case .strangeColumn(let name):
            "There is no column “\(name)”. Take it out, or correct it: "
                + InviteFile.Column.allCases.map(\.rawValue).joined(separator: ", ") + "."
        case .columnTwice(let name): "The column “\(name)” is there twice."
        case .columnMissing(let name): "The column “\(name)” is missing in the first row."
        case .ambiguousDates:
            "The dates can be read month first and day first. Write them as year-month-day, such as "
                + "2026-12-01."
        case .mixedDates: "The dates are not all written alike. Write them as year-month-day."
        }
    }
}

extension String {
    fileprivate var trimmedStop: Substring { hasSuffix(".") ? dropLast() : self[...] }
}
