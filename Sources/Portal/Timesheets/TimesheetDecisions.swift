import Crypto
import HTTP
import Journal
import Staffing
import Tenancy

/// Decisions about one sheet, from its own page. What cannot be done shows the page again and says why.
enum TimesheetDecisions {
    static func approve(
        _ tenant: isolated Tenant, _ visit: Visit, _ id: TimesheetID
    ) throws(Problem) -> Response {
        let seen = try fingerprint(visit)
        let batch: TimesheetBatch
        do throws(StoreFailure) {
            batch = try tenant.perform([.approve(id, seen: seen)], for: visit.caller)
        } catch {
            throw Problem(error, visit.say)
        }
        let asked = [SeenSheet(id: id, fingerprint: seen)]
        let report = ApprovalReport(batch, asked, tenant.state, visit)
        if let refusal = batch.refusals.first, !report.isDone {
            return try turnedDown(refusal, id, tenant, visit)
        }
        return Response(seeOther: report.address(Routes.timesheets.address).headerValue)
    }

    static func reject(
        _ tenant: isolated Tenant, _ visit: Visit, _ id: TimesheetID
    ) throws(Problem) -> Response {
        let seen = try fingerprint(visit)
        let words = visit.form["words"] ?? ""
        guard let reason = visit.form["reason"].flatMap(RejectionReason.init) else {
            let errors = FormErrors("reason", visit.say.ofTimesheetRules.reasonMissing)
            return try page(id, tenant, visit) { $0.rejection = Draft(words: words, errors: errors) }
        }
        let command = TimesheetCommand.reject(id, seen: seen, reason: reason, words: words)
        if let refusal = try refusal(of: command, tenant, visit) {
            let sheet = tenant.state.timesheets[id]
            if sheet?.wasSentBack(by: visit.viewer.person, reason, words) == true { return sentBack }
            guard refusal.kind == .invalid else { return try turnedDown(refusal, id, tenant, visit) }
            let errors = FormErrors("why", visit.say.ofTimesheetRules.explain(refusal))
            return try page(id, tenant, visit) {
                $0.rejection = Draft(reason: reason, words: words, errors: errors)
            }
        }
        return sentBack
    }

    private static let sentBack = Response(
        seeOther: Routes.timesheets.address.with("sent-back", "1").headerValue)

    static func withdraw(
        _ tenant: isolated Tenant, _ visit: Visit, _ id: TimesheetID
    ) throws(Problem) -> Response {
        let sheet = tenant.state.timesheets[id]
        if let refusal = try refusal(of: .withdrawApproval(id), tenant, visit),
            refusal != .notApproved || sheet?.wasWithdrawn(by: visit.viewer.person) != true
        {
            return try turnedDown(refusal, id, tenant, visit)
        }
        return Response(seeOther: Routes.timesheet(id).with("done", "taken-back").headerValue)
    }

    static func comment(
        _ tenant: isolated Tenant, _ visit: Visit, _ id: TimesheetID
    ) throws(Problem) -> Response {
        let words = visit.form["words"] ?? ""
        if let refusal = try refusal(of: .comment(id, words: words), tenant, visit) {
            guard refusal.kind == .invalid else { return try turnedDown(refusal, id, tenant, visit) }
            let errors = FormErrors("comment", visit.say.ofTimesheetRules.explain(refusal))
            return try page(id, tenant, visit) { $0.comment = Draft(words: words, errors: errors) }
        }
        let address = Routes.timesheet(id).with("done", "commented").at(fragment: "history")
        return Response(seeOther: address.headerValue)
    }
}

extension TimesheetDecisions {
    /// What was on the screen; a form without it is none of ours.
    private static func fingerprint(_ visit: Visit) throws(Problem) -> UInt64 {
        guard let seen = visit.form["seen"].flatMap({ Base32Crockford.decode($0) }) else {
            throw Problem(.unprocessableContent)
        }
        return seen
    }

    private static func refusal(
        of command: TimesheetCommand, _ tenant: isolated Tenant, _ visit: Visit
    ) throws(Problem) -> TimesheetRefusal? {
        do throws(Turned<TimesheetRefusal>) {
            _ = try tenant.perform(command, for: visit.caller)
            return nil
        } catch {
            switch error {
            case .refused(let refusal): return refusal
            case .notRecorded(let failure): throw Problem(failure, visit.say)
            }
        }
    }

    /// The sheet as it is now, with what stood against the decision.
    private static func turnedDown(
        _ refusal: TimesheetRefusal, _ id: TimesheetID, _ tenant: isolated Tenant, _ visit: Visit
    ) throws(Problem) -> Response {
        guard refusal.kind == .conflict else {
            throw Problem(refusal.kind, visit.say.ofTimesheetRules.explain(refusal))
        }
        var page = TimesheetPage(detail: try TimesheetDetail(id, tenant.state, visit), visit: visit)
        page.refusal = refusal
        page.rejection.words = visit.form["words"] ?? ""
        page.rejection.reason = visit.form["reason"].flatMap(RejectionReason.init)
        return page.response(.conflict)
    }

    private static func page(
        _ id: TimesheetID, _ tenant: isolated Tenant, _ visit: Visit, _ fill: (inout TimesheetPage) -> Void
    ) throws(Problem) -> Response {
        var page = TimesheetPage(detail: try TimesheetDetail(id, tenant.state, visit), visit: visit)
        fill(&page)
        return page.response(.unprocessableContent)
    }
}
