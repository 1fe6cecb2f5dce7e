import Staffing

package protocol InviteFileSentences {
    var ofInviteFile: any InviteFileWords { get }
}

/// What is said of inviting several people from a file. The names of columns and what stands in them are the
/// same in each language, so that a file is.
package protocol InviteFileWords: Sendable {
    var title: String { get }
    var inviteSeveral: String { get }
    var columnsTitle: String { get }
    /// Each column with what stands in it.
    var columns: [(String, String)] { get }
    var severalRows: String { get }
    var template: String { get }
    var file: String { get }
    var fileHint: String { get }
    var fileMissing: String { get }
    var look: String { get }
    var checkTitle: String { get }
    var doneTitle: String { get }
    var nothingDone: String { get }
    var changedMeanwhile: String { get }
    var rowsRefusedHint: String { get }
    var refusedFile: String { get }
    var invitedFigure: String { get }
    var extendedFigure: String { get }
    var linkedFigure: String { get }
    var rowsFigure: String { get }
    var refusedRows: String { get }
    var unchangedRows: String { get }
    var peopleOfFile: String { get }
    var nothingToDo: String { get }
    var another: String { get }
    var line: String { get }
    var column: String { get }
    var whatToDo: String { get }
    var whatHappens: String { get }
    var ability: String { get }
    var isInvited: String { get }
    var isExtended: String { get }
    var isLinked: String { get }
    var isUnchanged: String { get }
    var newLinkWhy: String { get }

    func explanation(_ client: String) -> String
    func rowsRefused(_ count: Int) -> String
    func confirm(invited: Int, extended: Int, linked: Int) -> String
    func done(invited: Int, extended: Int, linked: Int) -> String
    func refusedMeanwhile(_ count: Int) -> String
    func unsent(_ count: Int) -> String
    /// Of a long table, whose first rows are shown.
    func firstOf(_ shown: Int, _ count: Int) -> String
    func explain(_ fault: InviteFault) -> String
    func explain(_ refusal: InviteFileRefusal) -> String
}

extension InviteFileWords {
    /// What stands in the column of places for the whole company.
    var companyCell: String { "company" }

    func worksiteCell(_ code: String) -> String { "worksite " + code }

    func unitCell(_ kind: Unit.Kind, _ code: String) -> String {
        switch kind {
        case .department: "department " + code
        case .costCenter: "cost center " + code
        }
    }
}
