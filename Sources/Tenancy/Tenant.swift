package import Journal
package import Staffing

/// One client's whole world. Nothing outside this actor can see or change it but by asking.
///
/// A change is one synchronous step: decide, record, evolve. The reply waits until it is durable.
package actor Tenant: Pinned {
    package nonisolated let id: TenantID
    package nonisolated let home: Home
    package nonisolated let documents: Documents
    package nonisolated let world: World
    package private(set) var state: TenantState
    private var recorder: Recorder?
    private var eventsSinceSnapshot: Int
    private var snapshotsUnderWay = 0
    private var isAboutToWrite = false
    private var knownDay: (minute: Int64, zone: String, day: Day)?
    /// Who waits for the last snapshot under way before the store is let go of.
    private var closing: (@Sendable (StoreMark?) -> Void)?
    private nonisolated let hasHalted: @Sendable (StoreFailure) -> Void

    private static let eventsPerSnapshot = 5_000

    private init(
        id: TenantID, home: Home, world: World, state: TenantState, documents: Documents,
        recorder: consuming sending Recorder, eventsSinceSnapshot: Int,
        hasHalted: @escaping @Sendable (StoreFailure) -> Void
    ) {
        self.id = id
        self.home = home
        self.world = world
        self.state = state
        self.documents = documents
        self.recorder = consume recorder
        self.eventsSinceSnapshot = eventsSinceSnapshot
        self.hasHalted = hasHalted
    }

    /// Reads the client's world from its store, or begins one. Blocks, so it runs on an I/O thread.
    /// `hasHalted` is told, once, when a write has failed and nothing can be recorded any more.
    static func open(
        _ id: TenantID, on disk: any Disk, home: Home, world: World, limits: StoreLimits,
        hasHalted: @escaping @Sendable (StoreFailure) -> Void
    ) throws(StoreFailure) -> Tenant {
        let name = storeName(of: id)
        var replay = TenantReplay()
        var eventsBehindSnapshot = 0
        let store = try Store(
            opening: disk, name: name, identity: Array(id.slug.utf8), limits: limits,
            witness: world.witness(name),
            restore: { snapshot in
                var reader = RecordReader(snapshot)
                replay = TenantReplay(try TenantRecords(from: &reader))
            },
            replay: { entry in
                try StoredStep<TenantEvent>.read(RecordReader(entry)) { recorded in
                    replay.take(recorded)
                    eventsBehindSnapshot += 1
                }
            })
        let link = Backlink<Tenant>()
        let recorder = Recorder(store: store, run: home.runBlocking) { outcome in
            home.post { link.owner?.assumeIsolated { $0.committed(outcome) } }
        }
        let tenant = Tenant(
            id: id, home: home, world: world, state: replay.finish(),
            documents: Documents(disk: disk, store: name), recorder: recorder,
            eventsSinceSnapshot: eventsBehindSnapshot, hasHalted: hasHalted)
        link.set(tenant)
        return tenant
    }

    package static func storeName(of id: TenantID) -> String { "tenants/\(id.slug)" }

    /// What each request asks for, without a copy of all that is true here.
    package func contact(_ id: ContactID) -> Contact? { state.contacts[id] }

    package func mayAnywhere(_ viewer: Viewer, _ permission: Permission) -> Bool {
        Policy.mayAnywhere(viewer, permission, among: state.worksites.keys, on: today)
    }

    /// The civil date at the client. No zone changes its date within a minute, so it is kept that long.
    package var today: Day { day(of: world.now()) }

    private func day(of moment: Moment) -> Day {
        let minute = moment.microseconds / 60_000_000
        let zone = state.client.timeZone
        if let known = knownDay, known.minute == minute, known.zone == zone { return known.day }
        let day = world.day(moment, zone)
        knownDay = (minute, zone, day)
        return day
    }

    package func context(for caller: Caller) -> Context {
        let now = world.now()
        return Context(
            viewer: caller.viewer, moment: now, today: day(of: now), roles: world.roles.book,
            drawNumber: world.drawNumber, fingerprint: world.fingerprint)
    }

    /// The revision that everything in `state` belongs to.
    package var revision: UInt64 { recorder?.revision ?? 0 }

    /// Calls `body` when all that `state` shows now is on disk, at once if it is.
    package func whenDurable(_ body: @escaping @Sendable (Result<Void, StoreFailure>) -> Void) {
        if recorder == nil { return body(.failure(Self.asleep)) }
        // Read first: the recorder cannot be asked while it is being changed.
        let revision = revision
        recorder?.whenDurable(revision, body)
    }

    /// True when a reply about `state` may leave at once.
    package var isDurable: Bool {
        guard let durable = recorder?.durable else { return false }
        return durable == revision
    }

    package var failure: StoreFailure? { recorder?.failure }

    /// What is known to be on disk; nothing once it rests.
    package var mark: StoreMark? { recorder?.mark }

    /// No batch is written after one that failed, so a failure is told once.
    private func committed(_ outcome: BatchOutcome) {
        recorder?.committed(outcome)
        if let failure { hasHalted(failure) }
    }

    /// What somebody hears who still holds a tenant that was put to rest: ask the directory again.
    private static let asleep = StoreFailure.stopped(because: "it was put to rest")
}

extension Tenant {
    @discardableResult
    package func perform(
        _ command: SetupCommand, for caller: Caller
    ) throws(Turned<SetupRefusal>) -> [SetupEvent] {
        try decideAndRecord(caller, TenantEvent.setup) { (state, context) throws(SetupRefusal) in
            try SetupRules.decide(command, state, context)
        }
    }

    @discardableResult
    package func perform(
        _ command: PeopleCommand, for caller: Caller
    ) throws(Turned<PeopleRefusal>) -> [PeopleEvent] {
        try decideAndRecord(caller, TenantEvent.people) { (state, context) throws(PeopleRefusal) in
            try PeopleRules.decide(command, state, context)
        }
    }

    @discardableResult
    package func perform(
        _ command: TimesheetCommand, for caller: Caller
    ) throws(Turned<TimesheetRefusal>) -> [TimesheetEvent] {
        try decideAndRecord(caller, TenantEvent.timesheet) { (state, context) throws(TimesheetRefusal) in
            try TimesheetRules.decide(command, state, context)
        }
    }

    /// Several commands in one step and at one moment, recorded as one entry: what was allowed of them is
    /// there whole or not at all.
    package func perform(
        _ commands: [TimesheetCommand], for caller: Caller
    ) throws(StoreFailure) -> TimesheetBatch {
        let context = context(for: caller)
        let batch = TimesheetRules.decide(commands, state, context)
        try record(batch.events.map(TenantEvent.timesheet), context.moment, caller)
        return batch
    }

    @discardableResult
    package func perform(
        _ command: InvoiceCommand, for caller: Caller
    ) throws(Turned<InvoiceRefusal>) -> [InvoiceEvent] {
        try decideAndRecord(caller, TenantEvent.invoice) { (state, context) throws(InvoiceRefusal) in
            try InvoiceRules.decide(command, state, context)
        }
    }

    @discardableResult
    package func perform(
        _ command: DelegationCommand, for caller: Caller
    ) throws(Turned<DelegationRefusal>) -> [DelegationEvent] {
        try decideAndRecord(caller, TenantEvent.delegation) { (state, context) throws(DelegationRefusal) in
            try DelegationRules.decide(command, state, context)
        }
    }

    /// Nothing is recorded that was not decided on this very state.
    func decideAndRecord<Event, Reason: Refusal>(
        _ caller: Caller, _ wrap: (Event) -> TenantEvent,
        _ decide: (TenantState, Context) throws(Reason) -> [Event]
    ) throws(Turned<Reason>) -> [Event] {
        let context = context(for: caller)
        let events: [Event]
        do throws(Reason) {
            events = try decide(state, context)
        } catch {
            throw .refused(error)
        }
        do throws(StoreFailure) {
            try record(events.map(wrap), context.moment, caller)
        } catch {
            throw .notRecorded(error)
        }
        return events
    }

    /// Nothing is believed that was not recorded.
    private func record(
        _ events: [TenantEvent], _ moment: Moment, _ caller: Caller
    ) throws(StoreFailure) {
        guard let step = StoredStep(events, at: moment, by: caller) else { return }
        guard try recorder?.remember(step.bytes, at: moment.microseconds) != nil else { throw Self.asleep }
        writeSoon()
        for recorded in step.events { state.evolve(recorded) }
        world.changes.note(id)
        keepSnapshot(after: events.count)
    }
}

extension Tenant {
    /// At the end of the loop's turn: who changes something in the same turn shares the sync.
    private func writeSoon() {
        if isAboutToWrite || recorder?.isWriting != false { return }
        isAboutToWrite = true
        home.post { [self] in assumeIsolated { $0.write() } }
    }

    private func write() {
        isAboutToWrite = false
        recorder?.write()
    }

    private func keepSnapshot(after events: Int) {
        eventsSinceSnapshot += events
        guard eventsSinceSnapshot >= Self.eventsPerSnapshot else { return }
        takeSnapshot()
    }

    /// The records are shared with what is written from now on, and become bytes on an I/O thread: however
    /// many they are, nobody waits for them. A snapshot is only a shortcut, so whether it succeeded matters
    /// to nobody.
    private func takeSnapshot() {
        eventsSinceSnapshot = 0
        snapshotsUnderWay += 1
        let records = state.records
        recorder?.snapshot({
            var writer = RecordWriter()
            writer.write(records)
            return writer.bytes
        }) { [self] _ in home.post { self.assumeIsolated { $0.snapshotHasEnded() } } }
    }

    private func snapshotHasEnded() {
        snapshotsUnderWay -= 1
        if snapshotsUnderWay == 0, let done = closing.take() { close(done) }
    }

    /// Keeps a snapshot and lets go of the store. Whoever asks this actor afterwards is refused.
    /// `done` hears how far its chain came.
    func rest(_ done: @escaping @Sendable (StoreMark?) -> Void) {
        if eventsSinceSnapshot > 0 { takeSnapshot() }
        close(done)
    }

    /// Lets go of the store, but not before the disk has confirmed what somebody may have changed meanwhile:
    /// they wait for their answer. A batch or a snapshot under way still holds the lock that the next opening
    /// needs, so both end first.
    private func close(_ done: @escaping @Sendable (StoreMark?) -> Void) {
        guard isDurable || failure != nil else {
            return whenDurable { [self] _ in home.post { self.assumeIsolated { $0.close(done) } } }
        }
        guard snapshotsUnderWay == 0 else { return closing = done }
        let mark = mark
        recorder.take()?.close()
        done(mark)
    }
}

extension Tenant {
    /// Runs `body` in one synchronous step of this actor, for callers that live elsewhere.
    package func run<Value: Sendable, Failure: Error>(
        _ body: @Sendable (isolated Tenant) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        try body(self)
    }

    /// Returns when everything that was recorded so far is on disk.
    package func untilDurable() async throws(StoreFailure) {
        let result = await withCheckedContinuation { continuation in
            whenDurable { continuation.resume(returning: $0) }
        }
        try result.get()
    }
}
