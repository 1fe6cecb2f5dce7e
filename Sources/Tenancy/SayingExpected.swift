package import Staffing

extension Tenant {
    /// What was submitted and what was attested of it stand in one entry.
    @discardableResult
    package func perform(
        _ command: ExpectedCommand, for caller: Caller
    ) throws(Turned<ExpectedRefusal>) -> [TenantEvent] {
        try decideAndRecord(caller, \.self) { (state, context) throws(ExpectedRefusal) in
            try ExpectedRules.decide(command, state, context)
        }
    }
}
