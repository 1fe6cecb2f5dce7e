import Locking
import Staffing

/// How many clients may be awake at a time, because each takes memory.
///
/// Over the budget, whoever was not used for longest is put to rest when another has woken: their next
/// request wakes them again. Nobody is refused, and what somebody waits for is confirmed first; if more are
/// in constant use than the budget allows, requests take the time of a wake. One that has halted stays, as
/// always.
extension TenantDirectory {
    func keepToBudget(sparing woken: TenantID) {
        while let (id, tenant) = nextOverBudget(sparing: woken) { layDown(id, tenant) }
    }

    private func nextOverBudget(sparing woken: TenantID) -> (TenantID, Tenant)? {
        slots.withLock { slots in
            // Each wake comes by here, and most installations have fewer clients than may be awake.
            guard slots.count > mostAwake else { return nil }
            var awake = 0
            var oldest: (id: TenantID, lastUse: Moment, tenant: Tenant)?
            for (id, slot) in slots {
                guard case .awake(let tenant) = slot.condition else { continue }
                awake += 1
                guard id != woken, slot.trouble == nil else { continue }
                if oldest.map({ slot.lastUse < $0.lastUse }) ?? true { oldest = (id, slot.lastUse, tenant) }
            }
            guard awake > mostAwake, let oldest else { return nil }
            slots[oldest.id]?.condition = .changing([])
            return (oldest.id, oldest.tenant)
        }
    }
}
