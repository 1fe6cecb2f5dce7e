import HTTP
import Markup
import Staffing
import Tenancy

/// The department and the cost center of one assignment.
enum TenantPlacement {
    static func show(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        try await page(visit, id, visit.query["assignment"], nil)
    }

    static func place(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        _ = try await visit.tenantName(id)
        guard let assignment = visit.form["assignment"].flatMap(AssignmentID.init(pathText:)) else {
            throw .missing
        }
        let command = SetupCommand.placeAssignment(
            assignment, department: try unit("department", visit), costCenter: try unit("cost-center", visit))
        let caller = visit.caller
        let refusal = try await visit.inTenant(id) { tenant throws(Problem) -> SetupRefusal? in
            try tenant.setUp(command, for: caller, visit.staffSay)
        }
        switch refusal {
        case nil: return Response(seeOther: Routes.tenantAssignments(id).with("done", "placed").headerValue)
        case .unitRetired:
            return try await page(visit, id, assignment.pathText, visit.words.setup(.unitRetired))
        default: throw .missing
        }
    }

    private static func unit(_ field: String, _ visit: Visit) throws(Problem) -> UnitID? {
        guard let text = visit.form[field], !text.isEmpty else { return nil }
        guard let unit = UnitID(pathText: text) else { throw .missing }
        return unit
    }

    private static func page(
        _ visit: Visit, _ id: TenantID, _ text: String?, _ error: String?
    ) async throws(Problem) -> Response {
        guard let assignment = text.flatMap(AssignmentID.init(pathText:)) else { throw .missing }
        let view = try await visit.inTenant(id) { tenant throws(Problem) in
            guard let view = TenantPlacementView(assignment, tenant.state) else { throw .missing }
            return view
        }
        let page = TenantPlacementPage(visit: visit, id: id, view: view, error: error)
        return page.response
    }
}

/// An assignment with the units that it may be put into.
struct TenantPlacementView: Sendable {
    let name: String
    let assignment: Assignment
    let worker: String
    let worksite: String
    let units: [Unit]

    init?(_ id: AssignmentID, _ state: TenantState) {
        guard let assignment = state.assignments[id], let worker = state.workers[assignment.worker],
            let worksite = state.worksites[assignment.worksite]
        else { return nil }
        name = state.client.name
        self.assignment = assignment
        self.worker = worker.name
        self.worksite = worksite.name
        units = state.unitsByCode
    }
}

struct TenantPlacementPage {
    let visit: Visit
    let id: TenantID
    let view: TenantPlacementView
    let error: String?

    private var words: any UnitWords { visit.staffSay.ofUnits }

    var response: Response {
        Page(
            words.placementTitle, visit.frame, place: Routes.tenants.address, layout: .narrow,
            isError: error != nil, content: content
        ).response(error == nil ? .ok : .conflict)
    }

    private var content: Markup {
        """
        \(error.map { Notice(.warn, $0).html })
        <div class="page-head"><div><a class="back" href="\(Routes.tenantAssignments(id))">\(view.name) · \
        \(visit.staffSay.assignments)</a><h1>\(words.placementTitle)</h1>
        <p class="muted">\(view.worker) · \(view.assignment.title) · \(view.worksite)</p></div></div>
        <form class="form" method="post" action="\(Routes.tenantPlacement(id))">\(visit.frame.csrfField)
        <input type="hidden" name="assignment" value="\(view.assignment.id.pathText)">
        \(choice("department", .department, view.assignment.department))
        \(choice("cost-center", .costCenter, view.assignment.costCenter))
        <p class="hint">\(words.placementExplanation)</p>
        <div class="actions"><button class="button primary">\(words.place)</button>\
        <a class="button quiet" href="\(Routes.tenantAssignments(id))">\(visit.words.cancel)</a></div></form>
        """
    }

    /// What is retired stays for who is in it.
    private func choice(_ field: StaticString, _ kind: Unit.Kind, _ chosen: UnitID?) -> Markup {
        let offered = view.units.filter { $0.kind == kind && (!$0.isRetired || $0.id == chosen) }
        let options = offered.map { unit -> Markup in
            """
            <option value="\(unit.id.pathText)"\(if: unit.id == chosen, " selected")>\
            \(unit.name) (\(unit.code))</option>
            """
        }
        return """
            <div class="field"><label for="\(field)">\(visit.staffSay.name(kind))</label>
            <select class="input" id="\(field)" name="\(field)"><option value="">\(words.noUnit)</option>\
            \(options)</select></div>
            """
    }
}
