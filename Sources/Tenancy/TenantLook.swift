package import Journal
package import Staffing

extension TenantDirectory {
    /// One step at one client, whose outcome is on disk when this returns. Who was woken for it rests again,
    /// unless somebody else came in meanwhile.
    package func look<Value: Sendable>(
        at id: TenantID, _ body: @Sendable (isolated Tenant) throws(StoreFailure) -> Value
    ) async throws(StoreFailure) -> Value {
        let isWokenForIt = isResting(id)
        let tenant = try await tenant(id)
        let since = lastUse(of: id)
        let value = try await tenant.run(body)
        try await tenant.untilDurable()
        if isWokenForIt { rest(id, unlessUsedSince: since) }
        return value
    }
}
