import Staffing

/// What a file would do, row by row: the same for the dry run and for the run, so that the one can be
/// believed.
struct InvitePlan: Sendable {
    /// In the order of the file.
    private(set) var lines: [InviteLine] = []
    /// In the order of their first rows; those for whom nothing is to be done, too.
    private(set) var people: [InvitedPerson] = []
    let file: InviteFile
    /// Tells one outcome of the file from another: whoever confirms says which one they have read.
    private(set) var seen = ""
    private var places: [EmailAddress: Int] = [:]

    /// `linkless`: people who were invited, have not been in, and hold no link that works.
    init(
        _ file: InviteFile, _ reading: InviteReading, _ state: TenantState, _ context: Context,
        linkless: Set<ContactID>
    ) {
        self.file = file
        for row in file.rows {
            let line: InviteLine
            do throws(InviteFault) {
                line = try take(row, try reading.request(row), state, context, linkless)
            } catch {
                line = InviteLine(row: row, name: row[.name], outcome: .refused(error))
            }
            lines.append(line)
        }
        seen = Identifier<InvitePlan>(context.fingerprint(content).short).pathText
    }

    private mutating func take(
        _ row: InviteFile.Row, _ request: InviteRequest, _ state: TenantState, _ context: Context,
        _ linkless: Set<ContactID>
    ) throws(InviteFault) -> InviteLine {
        guard let address = EmailAddress(request.email) else { throw .rule(.emailInvalid) }
        var person: InvitedPerson
        if let place = places[address] {
            person = people[place]
            try person.check(request)
        } else {
            let known = state.contact(email: address)
            person = InvitedPerson(
                request, address, line: row.line, known, language: state.client.language,
                needsLink: known.map { linkless.contains($0.id) } ?? true)
        }
        let isNews = try isNews(request.ask, for: person, state, context)
        if isNews { person.add(request.ask, line: row.line) }
        keep(person, at: address)
        let name = person.known?.name ?? person.name
        let ask = request.ask
        return InviteLine(
            row: row, name: name,
            outcome: !isNews ? .unchanged(ask) : person.known == nil ? .invites(ask) : .adds(ask))
    }

    /// Asks the rules for this row as they will be asked for all of the person's rows together.
    private func isNews(
        _ ask: GrantAsk, for person: InvitedPerson, _ state: TenantState, _ context: Context
    ) throws(InviteFault) -> Bool {
        if let line = person.line(of: ask) { throw .repeats(line: line) }
        do throws(PeopleRefusal) {
            if let known = person.known,
                try PeopleRules.decide(.give(known.id, [ask]), state, context).isEmpty
            {
                return false
            }
            _ = try PeopleRules.decide(person.command(beside: [ask]), state, context)
            return true
        } catch {
            throw .rule(error)
        }
    }

    private mutating func keep(_ person: InvitedPerson, at address: EmailAddress) {
        if let place = places[address] {
            people[place] = person
        } else {
            places[address] = people.count
            people.append(person)
        }
    }
}

extension InvitePlan {
    /// Everything that the page says, in bytes.
    private var content: [UInt8] {
        var content = CanonicalBytes()
        for line in lines {
            content.append(line.row.line)
            content.append(line.name)
            switch line.outcome {
            case .invites(let ask): content.append("invites", ask)
            case .adds(let ask): content.append("adds", ask)
            case .unchanged(let ask): content.append("unchanged", ask)
            case .refused(let fault): content.append("\(fault)")
            }
        }
        for person in people where person.isToBeDone {
            content.append(person.address.text)
            content.append(person.language.rawValue)
            content.append(person.needsLink ? 1 : 0)
        }
        return content.bytes
    }
}

extension CanonicalBytes {
    fileprivate mutating func append(_ deed: String, _ ask: GrantAsk) {
        append(deed)
        append(Holding(ask.role, ask.node).formText)
        append(ask.days.from.number)
        append(ask.days.through.map { Int($0.number) } ?? -1)
    }
}

/// One row and what becomes of it.
struct InviteLine: Sendable {
    let row: InviteFile.Row
    /// As the client's records call the person, where they know them.
    let name: String
    let outcome: InviteOutcome
}

enum InviteOutcome: Hashable, Sendable {
    case invites(GrantAsk)
    case adds(GrantAsk)
    /// They hold it already.
    case unchanged(GrantAsk)
    case refused(InviteFault)
}

/// Somebody of the file, with what their rows ask for.
struct InvitedPerson: Sendable {
    let name: String
    let address: EmailAddress
    let language: Language
    let known: Contact?
    /// Whether they get a link: everybody new, and who was invited before and has none that works.
    let needsLink: Bool
    private(set) var asks: [GrantAsk] = []
    private let firstLine: Int
    private let statesLanguage: Bool
    private var lines: [Int] = []

    fileprivate init(
        _ request: InviteRequest, _ address: EmailAddress, line: Int, _ known: Contact?,
        language: Language, needsLink: Bool
    ) {
        name = request.name
        self.address = address
        self.language = request.language ?? language
        statesLanguage = request.language != nil
        self.known = known
        self.needsLink = needsLink
        firstLine = line
    }

    var isToBeDone: Bool { !asks.isEmpty || needsLink }

    func command(beside more: [GrantAsk] = []) -> PeopleCommand {
        if let known { return .give(known.id, asks + more) }
        return .invite(name: name, email: address.text, language: language, grants: asks + more)
    }

    /// A row that calls the same address otherwise has the wrong address, or the other one has.
    fileprivate func check(_ request: InviteRequest) throws(InviteFault) {
        if !request.name.isEmpty, !name.isEmpty, request.name != name {
            throw .nameDiffers(line: firstLine)
        }
        if let language = request.language, statesLanguage, language != self.language {
            throw .languageDiffers(line: firstLine)
        }
    }

    fileprivate func line(of ask: GrantAsk) -> Int? {
        zip(asks, lines).first { $0.0.meets(ask) }?.1
    }

    fileprivate mutating func add(_ ask: GrantAsk, line: Int) {
        asks.append(ask)
        lines.append(line)
    }
}

/// A plan in numbers.
struct InviteCounts: Hashable, Sendable {
    var rows = 0
    var invited = 0
    /// People who are there already and get more.
    var extended = 0
    /// People who are there already and get a new link only.
    var linked = 0
    var unchangedRows = 0
    var refusedRows = 0

    init(_ plan: InvitePlan) {
        rows = plan.lines.count
        for person in plan.people where person.isToBeDone {
            if person.known == nil {
                invited += 1
            } else if person.asks.isEmpty {
                linked += 1
            } else {
                extended += 1
            }
        }
        for line in plan.lines {
            switch line.outcome {
            case .unchanged: unchangedRows += 1
            case .refused: refusedRows += 1
            case .invites, .adds: break
            }
        }
    }

    var isNothing: Bool { invited + extended + linked == 0 }
}
