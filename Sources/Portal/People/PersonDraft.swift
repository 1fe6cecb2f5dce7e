import HTTP
import Staffing

/// What stands in the form about one person: as recorded, or as somebody typed it.
struct PersonDraft: Sendable {
    var name = ""
    var email = ""
    var language = Language.english
    /// ISO dates as typed.
    var from = ""
    var through = ""
    var holdings: Set<Holding> = []
    var limit: LimitDraft
    /// The edition of the person that the form showed; empty for somebody new.
    var edition = ""

    /// For somebody new, from today on.
    init(beginning today: Day, language: Language, _ say: any Sentences) {
        limit = LimitDraft(nil, say.formats)
        from = today.iso
        self.language = language
    }

    init(_ contact: Contact, edition: String, _ say: any Sentences) {
        name = contact.name
        email = contact.email.text
        language = contact.language
        from = contact.commonDays?.from.iso ?? ""
        through = contact.commonDays?.through?.iso ?? ""
        holdings = Set(contact.grants.map(\.holding))
        limit = LimitDraft(contact.commonLimit, say.formats)
        self.edition = edition
    }

    /// Refuses what no form of ours sends, rather than take a part of it.
    init(_ form: Form, under roles: RoleBook, _ say: any Sentences) throws(Problem) {
        name = form["name"] ?? ""
        email = form["email"] ?? ""
        guard let language = Language(rawValue: form["language"] ?? "") else { throw Problem(.badRequest) }
        self.language = language
        from = form["from"] ?? ""
        through = form["through"] ?? ""
        for text in form.all("grant") {
            guard let holding = Holding(formText: text), roles[holding.role]?.side == .client else {
                throw Problem(.badRequest)
            }
            holdings.insert(holding)
        }
        limit = LimitDraft(hours: form["limit-hours"], amount: form["limit-amount"], say.formats)
        edition = form["edition"] ?? ""
    }

    /// Everything that can be told from the form alone, so that somebody corrects it once.
    func errors(_ say: any Sentences, keepsDates: Bool) -> FormErrors {
        var errors = FormErrors()
        if name.trimmed.isEmpty { errors.add("name", say.explain(.nameMissing)) }
        if EmailAddress(email.trimmed) == nil { errors.add("email", say.explain(.emailInvalid)) }
        if from.isEmpty {
            if !keepsDates { errors.add("from", say.dateNeeded) }
            if keepsDates, !through.isEmpty { errors.add("from", say.fromNeeded) }
        } else if Day(iso: from) == nil {
            errors.add("from", say.dateUnclear)
        }
        if !through.isEmpty, Day(iso: through) == nil { errors.add("through", say.dateUnclear) }
        if let days, days.isBackward { errors.add("through", say.explain(PeopleRefusal.datesBackward)) }
        limit.addErrors(to: &errors, say)
        if holdings.isEmpty { errors.add("grants", say.explain(.grantsMissing)) }
        return errors
    }

    /// The dates as typed; nothing when there are none.
    private var days: DayRange? {
        Day(iso: from).map { DayRange(from: $0, through: Day(iso: through)) }
    }

    /// What the person should hold. Without dates what they hold already keeps its own, and what is new
    /// begins today.
    /// The limit is for everything that they hold: a role may come to decide about hours later.
    func asks(
        beside grants: [Grant] = [], beginning today: Day, limit: ApprovalLimit?
    ) -> [GrantAsk] {
        func ask(_ holding: Holding, _ days: DayRange) -> GrantAsk {
            GrantAsk(role: holding.role, node: holding.node, days: days, limit: limit)
        }
        if let days { return ordered.map { ask($0, days) } }
        let kept = grants.filter { holdings.contains($0.holding) }
        let held = Set(kept.map(\.holding))
        return kept.map { ask($0.holding, $0.days) }
            + ordered.filter { !held.contains($0) }.map { ask($0, DayRange(from: today)) }
    }

    /// In an order that depends on nothing but the form.
    private var ordered: [Holding] { holdings.sorted { $0.formText < $1.formText } }
}

extension FormErrors {
    /// At the field that a rule of the domain turned down.
    init(_ refusal: PeopleRefusal, _ say: any Sentences) throws(Problem) {
        switch refusal {
        case .unknown, .notAllowed, .alreadyRemoved, .hasNotLeft, .tooLateToReturn: throw .missing
        case .nameMissing, .nameTooLong: self.init("name", say.explain(refusal))
        case .emailInvalid, .emailTaken: self.init("email", say.explain(refusal))
        case .datesBackward: self.init("through", say.explain(refusal))
        case .limitImpossible: self.init("limit-hours", say.explain(refusal))
        case .grantsMissing, .unknownWorksite, .unknownUnit, .roleNotGiven, .tooManyGrants, .lastAdmin,
            .heldOtherwise, .leavesUncovered, .receiverUnfit:
            self.init("grants", say.explain(refusal))
        }
    }
}
