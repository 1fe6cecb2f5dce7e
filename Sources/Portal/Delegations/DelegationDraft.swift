import HTTP
import Staffing

/// What stands in the form about a stand-in, as somebody typed it.
struct DelegationDraft: Sendable {
    var email = ""
    /// ISO dates as typed.
    var from: String
    var through = ""
    var isForAll = true
    var worksites: Set<WorksiteID> = []

    init(beginning today: Day) { from = today.iso }

    /// Refuses what no form of ours sends, rather than take a part of it.
    init(_ form: Form) throws(Problem) {
        email = form["delegate"] ?? ""
        from = form["from"] ?? ""
        through = form["through"] ?? ""
        switch form["scope"] {
        case "all": isForAll = true
        case "some": isForAll = false
        default: throw Problem(.badRequest)
        }
        for text in form.all("worksite") {
            guard let id = WorksiteID(pathText: text) else { throw Problem(.badRequest) }
            worksites.insert(id)
        }
    }

    /// Everything that can be told from the form alone.
    func errors(_ say: any Sentences) -> FormErrors {
        var errors = FormErrors()
        if EmailAddress(email.trimmed) == nil { errors.add("delegate", say.explain(.emailInvalid)) }
        if Day(iso: from) == nil { errors.add("from", from.isEmpty ? say.dateNeeded : say.dateUnclear) }
        if Day(iso: through) == nil {
            errors.add("through", through.isEmpty ? say.explain(.endMissing) : say.dateUnclear)
        }
        if !isForAll, worksites.isEmpty { errors.add("scope", say.worksiteNeeded) }
        return errors
    }

    /// Nothing for dates that are none.
    var days: DayRange? {
        guard let from = Day(iso: from), let through = Day(iso: through) else { return nil }
        return DayRange(from: from, through: through)
    }

    var named: [WorksiteID] { isForAll ? [] : worksites.sorted { $0.rawValue < $1.rawValue } }
}

extension FormErrors {
    /// At the field that a rule of the domain turned down.
    init(_ refusal: DelegationRefusal, _ say: any Sentences) throws(Problem) {
        switch refusal {
        case .unknown, .notAllowed: throw .missing
        case .delegateUnfit, .toOneself, .circle: self.init("delegate", say.explain(refusal))
        case .datesBackward, .endMissing, .tooLong, .alreadyOver:
            self.init("through", say.explain(refusal))
        case .nothingToLend, .widerThanOwn, .tooMany: self.init("scope", say.explain(refusal))
        }
    }
}
