package import Journal
import Locking
package import Staffing

/// Why a client's records cannot be used, and since when.
package struct TenantTrouble: Hashable, Sendable {
    package let failure: StoreFailure
    package let since: Moment
}

extension TenantDirectory {
    /// Every client whose records cannot be used now: those that halted, and those that did not open.
    package var troubles: [(id: TenantID, trouble: TenantTrouble)] {
        slots.withLock { slots in
            slots.compactMap { id, slot in slot.trouble.map { (id: id, trouble: $0) } }
        }.sorted { $0.id < $1.id }
    }

    /// Why a client that is awake can record nothing any more. What it remembers is then ahead of its disk,
    /// so nobody may be shown any of it.
    package func halt(of id: TenantID) -> TenantTrouble? {
        slots.withLock { slots in
            guard let slot = slots[id], case .awake = slot.condition else { return nil }
            return slot.trouble
        }
    }

    /// Lets go of a client that has halted and reads it from its disk, exactly as a restart of the process
    /// would. One that has not halted is left as it is.
    package func reopen(_ id: TenantID) async throws(StoreFailure) -> Tenant {
        let halted = slots.withLock { slots -> Tenant? in
            guard let slot = slots[id], case .awake(let tenant) = slot.condition, slot.trouble != nil
            else { return nil }
            slots[id]?.condition = .changing([])
            return tenant
        }
        if let halted { layDown(id, halted) }
        return try await tenant(id)
    }

    /// Takes note of a failure. Only a client's first one is reported, and tells since when; a store that
    /// does not open is tried again by every request.
    func meet(_ failure: StoreFailure, _ id: TenantID) {
        let now = world.now()
        let isFirst = slots.withLock { slots in
            let known = slots[id]?.trouble
            slots[id]?.trouble = TenantTrouble(failure: failure, since: known?.since ?? now)
            return known == nil
        }
        if isFirst { report(id, TenantTrouble(failure: failure, since: now)) }
    }
}
