package import Journal
import Locking
package import Staffing

/// A look at every client at once, as a change of a role needs it.
///
/// Some are woken for it: so many at a time, each put to rest again before others are woken, so that it takes
/// no more memory however many clients there are. What is worked out of a client's records is worked out on
/// an I/O thread from a copy of them: a copy shares them, and the client's own loop goes on meanwhile.
extension TenantDirectory {
    /// So many clients are looked at at a time.
    package static let surveyWidth = 8

    package func survey<Value: Sendable>(
        _ look: @escaping @Sendable (TenantState, Day) -> Value
    ) async -> [(id: TenantID, outcome: Result<Value, StoreFailure>)] {
        var rest = all[...]
        var found: [TenantID: Result<Value, StoreFailure>] = [:]
        await withTaskGroup(of: (TenantID, Result<Value, StoreFailure>).self) { group in
            for id in rest.prefix(Self.surveyWidth) { group.addTask { (id, await self.see(id, look)) } }
            rest = rest.dropFirst(Self.surveyWidth)
            for await (id, outcome) in group {
                found[id] = outcome
                if let next = rest.popFirst() { group.addTask { (next, await self.see(next, look)) } }
            }
        }
        return found.sorted { $0.key < $1.key }.map { (id: $0.key, outcome: $0.value) }
    }

    private func see<Value: Sendable>(
        _ id: TenantID, _ look: @escaping @Sendable (TenantState, Day) -> Value
    ) async -> Result<Value, StoreFailure> {
        let isWokenForIt = isResting(id)
        do throws(StoreFailure) {
            let tenant = try await tenant(id)
            let since = lastUse(of: id)
            let (state, today) = await tenant.run { ($0.state, $0.today) }
            try await tenant.untilDurable()
            let value = await work(of: tenant) { look(state, today) }
            if isWokenForIt { rest(id, unlessUsedSince: since) }
            return .success(value)
        } catch {
            return .failure(error)
        }
    }

    private func work<Value: Sendable>(
        of tenant: Tenant, _ body: @escaping @Sendable () -> Value
    ) async -> Value {
        let delivery = Delivery<Value>()
        await withCheckedContinuation { continuation in
            tenant.home.runBlocking {
                delivery.put(body())
                continuation.resume()
            }
        }
        guard let value = delivery.take() else { preconditionFailure("resumed before the work was done") }
        return value
    }

    func isResting(_ id: TenantID) -> Bool {
        slots.withLock { slots in
            if case .resting = slots[id]?.condition { true } else { false }
        }
    }

    func lastUse(of id: TenantID) -> Moment {
        slots.withLock { $0[id]?.lastUse } ?? Moment(microseconds: .min)
    }

    /// Somebody else may have come in meanwhile: then it stays awake for them.
    func rest(_ id: TenantID, unlessUsedSince moment: Moment) {
        let tenant = slots.withLock { slots -> Tenant? in
            guard let slot = slots[id], slot.lastUse <= moment, slot.trouble == nil,
                case .awake(let tenant) = slot.condition
            else { return nil }
            slots[id]?.condition = .changing([])
            return tenant
        }
        if let tenant { layDown(id, tenant) }
    }
}
