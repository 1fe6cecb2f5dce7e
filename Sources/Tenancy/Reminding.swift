import Journal
package import Staffing

extension Tenant {
    @discardableResult
    package func perform(
        _ command: CutoffCommand, for caller: Caller
    ) throws(Turned<CutoffRefusal>) -> [CutoffEvent] {
        try decideAndRecord(caller, TenantEvent.cutoff) { (state, context) throws(CutoffRefusal) in
            try CutoffRules.decide(command, state, context)
        }
    }
}
