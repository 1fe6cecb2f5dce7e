import HTTP
import Staffing
import Tenancy

/// A client's departments and cost centers: what there is, adding one, renaming and retiring it.
enum TenantUnits {
    static let staff: [Endpoint] = [
        .apart(.get, Routes.tenantUnits, needs: .permission(.seeTenants), shows: .ordinary, show),
        .apart(.post, Routes.tenantUnits, needs: .permission(.manageTenants), shows: .ordinary, add),
        .apart(.post, Routes.tenantUnitChange, needs: .permission(.manageTenants), shows: .ordinary, change),
        .apart(
            .get, Routes.tenantPlacement, needs: .permission(.manageTenants), shows: .ordinary,
            TenantPlacement.show),
        .apart(
            .post, Routes.tenantPlacement, needs: .permission(.manageTenants), shows: .ordinary,
            TenantPlacement.place),
    ]

    private static func show(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        try await page(visit, id, FormErrors())
    }

    private static func add(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        _ = try await visit.tenantName(id)
        guard let kind = visit.form["kind"].flatMap(Unit.Kind.init) else {
            return try await page(visit, id, FormErrors("kind", visit.staffSay.ofUnits.kindUnknown))
        }
        let command = SetupCommand.addUnit(
            kind, code: visit.form["code"] ?? "", name: visit.form["name"] ?? "")
        return try await perform(command, "added", visit, id)
    }

    private static func change(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        _ = try await visit.tenantName(id)
        guard let unit = visit.form["unit"].flatMap(UnitID.init(pathText:)) else { throw .missing }
        let command = SetupCommand.changeUnit(
            unit, name: visit.form["name"] ?? "", isRetired: visit.form["state"] == "retired")
        return try await perform(command, "changed", visit, id)
    }

    private static func perform(
        _ command: SetupCommand, _ done: String, _ visit: Visit, _ id: TenantID
    ) async throws(Problem) -> Response {
        let caller = visit.caller
        let refusal = try await visit.inTenant(id) { tenant throws(Problem) -> SetupRefusal? in
            if tenant.state.client == .unopened { return .notOpen }
            return try tenant.setUp(command, for: caller, visit.staffSay)
        }
        guard let refusal else {
            return Response(seeOther: Routes.tenantUnits(id).with("done", done).headerValue)
        }
        guard refusal.kind != .missing || refusal == .notOpen else { throw .missing }
        let field: StaticString = refusal == .nameMissing || refusal == .tooLong ? "name" : "code"
        return try await page(visit, id, FormErrors(field, visit.words.setup(refusal)))
    }

    private static func page(
        _ visit: Visit, _ id: TenantID, _ errors: FormErrors
    ) async throws(Problem) -> Response {
        let view = try await visit.inTenant(id) { tenant throws(Problem) in TenantUnitsView(tenant.state) }
        return TenantUnitsPage(visit: visit, id: id, view: view, errors: errors).response
    }
}

/// The units of one client, each with how many assignments stand in it.
struct TenantUnitsView: Sendable {
    let name: String
    let rows: [Row]

    struct Row: Sendable {
        let unit: Unit
        let assignments: Int
    }

    init(_ state: TenantState) {
        var counts: [UnitID: Int] = [:]
        for assignment in state.assignments.values {
            for unit in [assignment.department, assignment.costCenter].compactMap(\.self) {
                counts[unit, default: 0] += 1
            }
        }
        name = state.client.name
        rows = state.unitsByCode.map { Row(unit: $0, assignments: counts[$0.id] ?? 0) }
    }
}
