import HTTP
import Markup
import Staffing

/// What a change would do that nobody may do unknowingly. It goes through once somebody has read this and
/// says so with the very things that were named.
struct Concerns: Sendable {
    /// They would have no approver.
    var worksites: [Worksite] = []
    /// The person at the keyboard would lose what they need to undo it; the sentence says how.
    var ownLoss: String?

    var isEmpty: Bool { worksites.isEmpty && ownLoss == nil }

    /// Without what the form already answers.
    func leaving(_ form: Form) -> Concerns {
        let known = Set(form.all("uncovered"))
        let isNew = worksites.contains { !known.contains($0.id.pathText) }
        return Concerns(
            worksites: isNew ? worksites : [], ownLoss: form["own-loss"] == "yes" ? nil : ownLoss)
    }

    func notice(_ say: any Sentences) -> Markup? {
        guard !isEmpty else { return nil }
        let own = ownLoss.map { "<p>\($0)</p>" as Markup }
        if worksites.isEmpty { return Notice(.warn, ownLoss ?? "").html }
        return Notice(.bad, say.leavesUncovered(worksites.map(\.name)), content: own).html
    }

    private func field(_ worksite: String) -> Markup {
        "<input type=\"hidden\" name=\"uncovered\" value=\"\(worksite)\">"
    }

    /// Says back what was read on this page.
    var hiddenFields: Markup {
        """
        \(worksites.map(\.id.pathText).map(field))\
        \(if: ownLoss != nil, "<input type=\"hidden\" name=\"own-loss\" value=\"yes\">")
        """
    }
}
