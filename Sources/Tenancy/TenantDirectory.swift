package import Journal
import Locking
package import Staffing

/// Finds the actor of a client. Clients that nobody uses rest on disk and are woken when somebody asks.
package final class TenantDirectory: Sendable {
    private let disk: any Disk
    private let homes: [Home]
    let world: World
    let report: @Sendable (TenantID, TenantTrouble) -> Void
    let slots = Lock<[TenantID: Slot]>([:])
    private let limits: StoreLimits
    let mostAwake: Int
    /// Who waits for everybody to rest; told of each client that went to sleep or woke.
    private let watchers = Lock<[CheckedContinuation<Void, Never>]>([])

    /// `homes`: one for each loop; a tenant lives on the same one whenever it is awake. `report` hears of
    /// each client whose records can no longer be used, from any thread. More than `mostAwake` clients are
    /// awake only for as long as it takes to put one to rest.
    package init(
        disk: any Disk, homes: [Home], world: World, limits: StoreLimits = .standard,
        mostAwake: Int = .max,
        report: @escaping @Sendable (TenantID, TenantTrouble) -> Void = { _, _ in }
    ) {
        self.disk = disk
        self.homes = homes
        self.world = world
        self.limits = limits
        self.mostAwake = mostAwake
        self.report = report
    }

    struct Slot {
        var condition = Condition.resting
        var lastUse: Moment
        /// Until the store has been opened again.
        var trouble: TenantTrouble?
        /// How far its chain had come when it was put to rest.
        var mark: StoreMark?

        enum Condition {
            case resting
            case changing([Waiter])
            case awake(Tenant)
        }
    }

    typealias Waiter = CheckedContinuation<Result<Tenant, StoreFailure>, Never>

    /// Says that there is such a client; only then can it be found.
    package func register(_ id: TenantID) {
        let now = world.now()
        slots.withLock { slots in
            if slots[id] == nil { slots[id] = Slot(lastUse: now) }
        }
    }

    package func isRegistered(_ id: TenantID) -> Bool { slots.withLock { $0[id] != nil } }

    package var all: [TenantID] { slots.withLock { Array($0.keys) }.sorted() }

    package var awakeCount: Int {
        slots.withLock { slots in
            slots.values.count { if case .awake = $0.condition { true } else { false } }
        }
    }

    /// The loop on which this client lives.
    package func loop(of id: TenantID) -> Int {
        // FNV-1a: the same in every run, unlike Swift's own hash.
        let hash = id.slug.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01b3
        }
        return Int(hash % UInt64(homes.count))
    }

    package func home(of id: TenantID) -> Home { homes[loop(of: id)] }

    /// The actor if it is awake; asking is a use.
    package func awake(_ id: TenantID) -> Tenant? {
        let now = world.now()
        return slots.withLock { slots in
            guard case .awake(let tenant) = slots[id]?.condition else { return nil }
            slots[id]?.lastUse = now
            return tenant
        }
    }

    /// The actor, woken if it rests. Fails when its store cannot be read, which harms nobody else, and for
    /// whoever was never registered.
    package func tenant(_ id: TenantID) async throws(StoreFailure) -> Tenant {
        if let tenant = awake(id) { return tenant }
        let result = await withCheckedContinuation { waiter in
            let now = world.now()
            let mustOpen = slots.withLock { slots -> Bool? in slots[id]?.wait(waiter, at: now) }
            switch mustOpen {
            case true?: wake(id)
            case false?: break
            case nil:
                waiter.resume(returning: .failure(.disk(file: Tenant.storeName(of: id), .missing)))
            }
        }
        return try result.get()
    }

    private func wake(_ id: TenantID) {
        let home = home(of: id)
        home.runBlocking { [self] in
            settle(id, open(id, home))
        }
    }

    private func open(_ id: TenantID, _ home: Home) -> Result<Tenant, StoreFailure> {
        do throws(StoreFailure) {
            return .success(
                try Tenant.open(id, on: disk, home: home, world: world, limits: limits) {
                    [weak self] failure in
                    self?.meet(failure, id)
                })
        } catch {
            return .failure(error)
        }
    }

    private func settle(_ id: TenantID, _ result: Result<Tenant, StoreFailure>) {
        if case .failure(let failure) = result { meet(failure, id) }
        let waiters = slots.withLock { slots in slots[id]?.settle(result) ?? [] }
        for waiter in waiters { waiter.resume(returning: result) }
        keepToBudget(sparing: id)
        tellWatchers()
    }
}

extension TenantDirectory.Slot {
    /// True when the caller is the first and has to open the store.
    mutating func wait(_ waiter: TenantDirectory.Waiter, at now: Moment) -> Bool {
        // Being woken is a use, or a client would be put to rest again before its first page.
        lastUse = now
        switch condition {
        case .awake(let tenant):
            waiter.resume(returning: .success(tenant))
            return false
        case .changing(let waiters):
            condition = .changing(waiters + [waiter])
            return false
        case .resting:
            condition = .changing([waiter])
            return true
        }
    }

    mutating func settle(_ result: Result<Tenant, StoreFailure>) -> [TenantDirectory.Waiter] {
        guard case .changing(let waiters) = condition else { return [] }
        switch result {
        case .success(let tenant):
            condition = .awake(tenant)
            trouble = nil
        case .failure: condition = .resting
        }
        return waiters
    }
}

extension TenantDirectory {
    /// Puts to rest whoever has not been used since `moment`: snapshot, then the store is let go of.
    /// One that has halted stays as it is until a person has seen it and opens it again.
    package func rest(unusedSince moment: Moment) {
        rest { $0.lastUse < moment && $0.trouble == nil }
    }

    private func rest(where isDue: (Slot) -> Bool) {
        let due = slots.withLock { slots in
            var due: [(TenantID, Tenant)] = []
            for id in slots.keys.sorted() {
                guard let slot = slots[id], isDue(slot), case .awake(let tenant) = slot.condition
                else { continue }
                slots[id]?.condition = .changing([])
                due.append((id, tenant))
            }
            return due
        }
        for (id, tenant) in due { layDown(id, tenant) }
    }

    func layDown(_ id: TenantID, _ tenant: Tenant) {
        tenant.home.post { [self] in
            tenant.assumeIsolated { tenant in tenant.rest { self.haveRested(id, $0) } }
        }
    }

    /// Somebody may have asked meanwhile; they are let in through the usual door.
    private func haveRested(_ id: TenantID, _ mark: StoreMark?) {
        let mustOpen = slots.withLock { slots in
            slots[id]?.mark = mark
            guard case .changing(let waiters) = slots[id]?.condition else { return false }
            if waiters.isEmpty { slots[id]?.condition = .resting }
            return !waiters.isEmpty
        }
        if mustOpen { wake(id) } else { tellWatchers() }
    }

    /// How far the chain of each client has come that was awake at all, by the name of its store.
    package func marks() async -> [String: StoreMark] {
        var marks: [String: StoreMark] = [:]
        for (id, slot) in slots.withLock({ $0 }) {
            var mark = slot.mark
            if case .awake(let tenant) = slot.condition { mark = await tenant.mark ?? mark }
            marks[Tenant.storeName(of: id)] = mark
        }
        return marks
    }

    /// Puts everybody to rest, for the end of the process. Returns when all stores are closed.
    package func restAll() async {
        while !areAllResting {
            // Again after each change: somebody may have been waking when the others were put to rest.
            rest { _ in true }
            await untilSomebodyChanges()
        }
    }

    /// Returns at once when nobody is changing any more, so that the last change cannot be missed.
    private func untilSomebodyChanges() async {
        await withCheckedContinuation { watcher in
            watchers.withLock { $0.append(watcher) }
            if isNobodyChanging { tellWatchers() }
        }
    }

    private func tellWatchers() {
        let told = watchers.withLock { watchers in
            defer { watchers = [] }
            return watchers
        }
        for watcher in told { watcher.resume() }
    }

    private var areAllResting: Bool {
        slots.withLock { slots in
            slots.values.allSatisfy { if case .resting = $0.condition { true } else { false } }
        }
    }

    private var isNobodyChanging: Bool {
        slots.withLock { slots in
            slots.values.allSatisfy { if case .changing = $0.condition { false } else { true } }
        }
    }
}
