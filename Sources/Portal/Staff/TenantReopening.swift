import HTTP
import Journal
import Markup
import Staffing
import Tenancy

/// Reads a client's records from the disk again after a failed write has stopped them.
enum TenantReopening {
    static func reopen(_ visit: Visit, _ id: TenantID) async throws(Problem) -> Response {
        _ = try await visit.tenantName(id)
        do throws(StoreFailure) {
            _ = try await visit.services.tenants.reopen(id)
        } catch {
            throw Problem(closed: error, visit.staffSay)
        }
        return Response(seeOther: Routes.tenant(id).with("done", "reopened").headerValue)
    }
}

/// That a client's records have stopped: since when, why, what it means, and what to do.
struct HaltNotice {
    let visit: Visit
    let id: TenantID
    let trouble: TenantTrouble

    private var words: any StaffWords { visit.words }

    var html: Markup {
        let content: Markup = """
            <p>\(words.haltMeaning(since: LocalClock(nil).stamp(trouble.since)))</p>
            <p>\(words.haltReason(trouble.failure.explanation))</p>
            <p>\(words.haltRemedy)</p>
            \(visit.may(.manageTenants, at: .tenant) ? button : nil)
            """
        return Notice(.bad, words.recordsHalted, content: content).html
    }

    private var button: Markup {
        """
        <form method="post" action="\(Routes.tenantReopening(id))">\(visit.frame.csrfField)\
        <button class="button primary">\(words.reopenRecords)</button></form>
        """
    }
}
