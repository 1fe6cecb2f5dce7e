package import Journal
package import Staffing

/// The agency's own records, kept as a tenant's are. What lives here never reaches a client.
package actor Agency: Pinned {
    package nonisolated let home: Home
    package nonisolated let world: World
    package private(set) var state: AgencyState
    private var recorder: Recorder

    package static let storeName = "agency"
    package static let identity = Array("agency".utf8)

    private init(home: Home, world: World, state: AgencyState, recorder: consuming sending Recorder) {
        self.home = home
        self.world = world
        self.state = state
        self.recorder = recorder
    }

    /// Reads the agency's records from its store, or begins them. Blocks, so it runs before the loops serve.
    package static func open(
        on disk: any Disk, home: Home, world: World
    ) throws(StoreFailure) -> Agency {
        var state = AgencyState()
        let store = try Store(
            opening: disk, name: storeName, identity: identity, witness: world.witness(storeName),
            restore: { state = try AgencyState(snapshot: $0) },
            replay: { entry in
                try StoredStep<AgencyEvent>.read(RecordReader(entry)) { state.evolve($0.event) }
            })
        let link = Backlink<Agency>()
        let recorder = Recorder(store: store, run: home.runBlocking) { outcome in
            home.post { link.owner?.assumeIsolated { $0.committed(outcome) } }
        }
        let agency = Agency(home: home, world: world, state: state, recorder: recorder)
        link.set(agency)
        world.roles.put(state.roles)
        world.staff.put(state.staff)
        world.branding.put(state.brandings)
        return agency
    }

    package func context(for caller: Caller) -> Context {
        let now = world.now()
        return Context(
            viewer: caller.viewer, moment: now, today: world.day(now, "UTC"), roles: state.roles,
            drawNumber: world.drawNumber, fingerprint: world.fingerprint)
    }

    package func whenDurable(_ body: @escaping @Sendable (Result<Void, StoreFailure>) -> Void) {
        let revision = recorder.revision
        recorder.whenDurable(revision, body)
    }

    package var failure: StoreFailure? { recorder.failure }

    /// What is known to be on disk.
    package var mark: StoreMark { recorder.mark }

    @discardableResult
    package func perform(
        _ command: AgencyCommand, for caller: Caller
    ) throws(Turned<AgencyRefusal>) -> [AgencyEvent] {
        let context = context(for: caller)
        let events: [AgencyEvent]
        do throws(AgencyRefusal) {
            events = try AgencyRules.decide(command, state, context)
        } catch {
            throw .refused(error)
        }
        do throws(StoreFailure) { try record(events, context.moment, caller) } catch {
            throw .notRecorded(error)
        }
        return events
    }

    /// The roles are in force everywhere from when the change is on disk; whoever waits until it is durable
    /// waits for that, too.
    @discardableResult
    package func perform(
        _ command: RoleCommand, for caller: Caller
    ) throws(Turned<RoleRefusal>) -> [AgencyEvent] {
        let context = context(for: caller)
        let events: [AgencyEvent]
        do throws(RoleRefusal) {
            events = try RoleRules.decide(command, state, context)
        } catch {
            throw .refused(error)
        }
        do throws(StoreFailure) { try record(events, context.moment, caller) } catch {
            throw .notRecorded(error)
        }
        let (book, roles) = (state.roles, world.roles)
        whenDurable { if case .success = $0 { roles.put(book) } }
        return events
    }

    /// The new look is in force from when it is on disk.
    package func perform(
        _ branding: Branding, of tenant: TenantID, for caller: Caller
    ) throws(Turned<BrandingRefusal>) {
        let context = context(for: caller)
        let events: [AgencyEvent]
        do throws(BrandingRefusal) {
            events = try BrandingRules.decide(branding, of: tenant, state, context)
        } catch {
            throw .refused(error)
        }
        do throws(StoreFailure) { try record(events, context.moment, caller) } catch {
            throw .notRecorded(error)
        }
        let (brandings, inForce) = (state.brandings, world.branding)
        whenDurable { if case .success = $0 { inForce.put(brandings) } }
    }

    func record(
        _ events: [AgencyEvent], _ moment: Moment, _ caller: Caller
    ) throws(StoreFailure) {
        guard let step = StoredStep(events, at: moment, by: caller) else { return }
        _ = try recorder.record(step.bytes, at: moment.microseconds)
        for recorded in step.events { state.evolve(recorded.event) }
        world.staff.put(state.staff)
    }

    func committed(_ outcome: BatchOutcome) { recorder.committed(outcome) }
}

extension Agency {
    package func run<Value: Sendable, Failure: Error>(
        _ body: @Sendable (isolated Agency) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        try body(self)
    }

    package func untilDurable() async throws(StoreFailure) {
        let result = await withCheckedContinuation { continuation in
            whenDurable { continuation.resume(returning: $0) }
        }
        try result.get()
    }
}
