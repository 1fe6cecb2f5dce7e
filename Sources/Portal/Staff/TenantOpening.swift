import HTTP
import Markup
import Staffing
import Tenancy

/// Takes a new client in: the agency's record of it, then the client's own. Each step can be done again.
enum TenantOpening {
    static func form(_ visit: Visit, _ key: NoKey) async throws(Problem) -> Response {
        let slug = visit.query["slug"] ?? ""
        let known = try await visit.inAgency { agency in TenantID(slug).flatMap { agency.state.tenants[$0] } }
        let page = TenantOpeningPage(visit: visit, fixed: known.map { (slug, $0) }, errors: FormErrors())
        return page.response
    }

    static func open(_ visit: Visit, _ key: NoKey) async throws(Problem) -> Response {
        let order: TenantOrder
        do throws(TenantOrder.Wrong) {
            order = try TenantOrder(visit, context: await visit.services.agency.context(for: visit.caller))
        } catch {
            return TenantOpeningPage(visit: visit, errors: error.errors).response
        }
        if let refusal = try await reserve(order, visit) {
            return TenantOpeningPage(
                visit: visit, errors: FormErrors(refusal.tenantField, visit.words.opening(refusal))
            )
            .response
        }
        visit.services.tenants.register(order.id)
        if let refusal = try await begin(order, visit) {
            let sentence = visit.words.setup(refusal)
            return TenantOpeningPage(visit: visit, errors: FormErrors(refusal.openingField, sentence))
                .response
        }
        return Response(seeOther: Routes.tenant(order.id).with("done", "opened").headerValue)
    }

    /// The agency's part. A client that was reserved under this very name and never opened is taken up again.
    private static func reserve(
        _ order: TenantOrder, _ visit: Visit
    ) async throws(Problem) -> AgencyRefusal? {
        let (caller, say) = (visit.caller, visit.staffSay)
        let outcome: Result<AgencyRefusal?, Problem> = try await visit.inAgency { agency in
            if let known = agency.state.tenants[order.id] {
                return .success(known == order.client.name ? nil : .slugTaken)
            }
            do throws(Turned<AgencyRefusal>) {
                try agency.perform(.openTenant(order.id.slug, name: order.client.name), for: caller)
                return .success(nil)
            } catch .refused(let refusal) {
                return .success(refusal)
            } catch {
                return .failure(Problem(error, say) { say.ofStaff.opening($0) })
            }
        }
        return try outcome.get()
    }

    private static func begin(_ order: TenantOrder, _ visit: Visit) async throws(Problem) -> SetupRefusal? {
        let caller = visit.caller
        return try await visit.inTenant(order.id) { tenant throws(Problem) in
            try tenant.setUp(.open(order.client), for: caller, visit.staffSay)
        }
    }
}

extension Tenant {
    /// The refusal, for the form to show; what the store refuses is a problem of its own.
    func setUp(
        _ command: SetupCommand, for caller: Caller, _ say: any AgencySentences
    ) throws(Problem) -> SetupRefusal? {
        do throws(Turned<SetupRefusal>) {
            try perform(command, for: caller)
            return nil
        } catch .refused(let refusal) where refusal.kind != .forbidden {
            return refusal
        } catch {
            throw Problem(error, say) { say.ofStaff.setup($0) }
        }
    }
}

/// A form for a new client, read and found possible.
struct TenantOrder: Sendable {
    let id: TenantID
    let client: Client

    struct Wrong: Error { let errors: FormErrors }

    /// Checks everything before anything is done: only a failing disk leaves a client half opened.
    init(_ visit: Visit, context: Context) throws(Wrong) {
        let (form, words) = (visit.form, visit.words)
        var errors = FormErrors()
        func text(_ name: String) -> String { (form[name] ?? "").trimmed }
        let id = TenantID(text("slug"))
        if id == nil { errors.add("slug", words.opening(.slugInvalid)) }
        let zone = text("zone")
        if visit.services.zones(zone) == nil { errors.add("zone", words.timeZoneUnknown) }
        let terms = plainNumber(text("terms"), digits: 3)
        if terms == nil { errors.add("terms", words.setup(.termsInvalid)) }
        let currency = Currency(rawValue: text("currency"))
        if currency == nil { errors.add("currency", words.chooseOne) }
        let language = Language(rawValue: text("language"))
        if language == nil { errors.add("language", words.chooseOne) }
        let start = plainNumber(text("workweek"), digits: 1).flatMap(Weekday.init(rawValue:))
        if start == nil { errors.add("workweek", words.chooseOne) }
        let client = Client(
            name: text("name"), currency: currency ?? .usd, language: language ?? .english, timeZone: zone,
            workweekStart: start ?? .monday, invoicePrefix: text("prefix").uppercased(),
            paymentTermsDays: terms ?? 0)
        do throws(SetupRefusal) {
            _ = try SetupRules.decide(.open(client), TenantState(), context)
        } catch {
            errors.add(error.openingField, words.setup(error))
        }
        guard let id, errors.isEmpty else { throw Wrong(errors: errors) }
        self.id = id
        self.client = client
    }
}

extension AgencyRefusal {
    /// The field of the form that this is about.
    var tenantField: StaticString {
        switch self {
        case .nameMissing: "name"
        case .notAllowed, .unknown, .emailInvalid, .emailTaken, .rolesMissing, .slugInvalid, .slugTaken,
            .lastOpsAdmin, .rateImpossible, .roleUnknown:
            "slug"
        }
    }
}

extension SetupRefusal {
    var openingField: StaticString {
        switch self {
        case .nameMissing, .tooLong: "name"
        case .prefixInvalid: "prefix"
        case .termsInvalid: "terms"
        case .notAllowed, .alreadyOpen, .notOpen, .codeTaken, .numberTaken, .unknownWorker,
            .unknownWorksite, .datesBackward, .rateImpossible, .scheduleImpossible, .duplicateAssignment,
            .unknownUnit, .unknownAssignment, .unitRetired, .tooManyUnits:
            "slug"
        }
    }
}
