package import Journal
import Staffing
package import Tenancy

/// Why the agency's files could not be taken over. What was recorded before stays, and a second run goes on.
package enum AgencyImportRefusal: Error, Equatable, Sendable {
    case file(AgencyFileRefusal)
    case notRecorded(StoreFailure)
}

/// Performs what the agency's files ask for. A second run finds everything there and changes nothing.
package struct AgencyImport: Sendable {
    private let agency: Agency
    private let tenants: TenantDirectory
    private let caller: Caller

    /// So many commands are performed in one step.
    private static let commandsPerStep = 500
    /// So many clients are awake at once: each holds files open, and an agency may have thousands of clients.
    static let clientsAwake = 100

    package init(agency: Agency, tenants: TenantDirectory, as caller: Caller) {
        self.agency = agency
        self.tenants = tenants
        self.caller = caller
    }

    package func perform(_ files: AgencyFiles) async throws(AgencyImportRefusal) {
        for person in files.staff { try await add(person) }
        for (count, tenant) in files.tenants.enumerated() {
            if count > 0, count.isMultiple(of: Self.clientsAwake) { await tenants.restAll() }
            try await open(tenant)
            try await fill(tenant)
        }
        do throws(StoreFailure) { try await agency.untilDurable() } catch { throw .notRecorded(error) }
    }

    private func add(_ person: Located<AgencyCommand>) async throws(AgencyImportRefusal) {
        do throws(Turned<AgencyRefusal>) {
            _ = try await agency.perform(person.value, for: caller)
        } catch {
            if case .refused(.emailTaken) = error { return }
            throw refusal(error, person.place)
        }
    }

    private func open(_ tenant: TenantFiles) async throws(AgencyImportRefusal) {
        do throws(Turned<AgencyRefusal>) {
            _ = try await agency.perform(
                .openTenant(tenant.id.slug, name: tenant.client.name), for: caller)
        } catch {
            if case .refused(.slugTaken) = error { return tenants.register(tenant.id) }
            throw refusal(error, tenant.place)
        }
        tenants.register(tenant.id)
    }

    private func fill(_ files: TenantFiles) async throws(AgencyImportRefusal) {
        let tenant: Tenant
        do throws(StoreFailure) { tenant = try await tenants.tenant(files.id) } catch {
            throw .notRecorded(error)
        }
        try await perform(files.setup(await tenant.state), in: tenant)
        try await perform(files.overtimeRules(await tenant.state), in: tenant)
        try await perform(files.placements(await tenant.state), in: tenant)
        try await perform(files.unitPlacements(await tenant.state), in: tenant)
        try await perform(files.people(await tenant.state), in: tenant)
        try await perform(files.peopleWhoWork(await tenant.state), in: tenant)
        try await pay(files.payRates(await tenant.state), files.id)
    }

    private func perform(
        _ commands: [Located<SetupCommand>], in tenant: Tenant
    ) async throws(AgencyImportRefusal) {
        for step in steps(commands) {
            try await run(tenant) { (tenant) throws(AgencyImportRefusal) in
                for command in step {
                    do throws(Turned<SetupRefusal>) {
                        try tenant.perform(command.value, for: caller)
                    } catch {
                        throw refusal(error, command.place)
                    }
                }
            }
        }
    }

    private func perform(
        _ commands: [Located<PeopleCommand>], in tenant: Tenant
    ) async throws(AgencyImportRefusal) {
        for step in steps(commands) {
            try await run(tenant) { (tenant) throws(AgencyImportRefusal) in
                for command in step {
                    do throws(Turned<PeopleRefusal>) {
                        try tenant.perform(command.value, for: caller)
                    } catch {
                        throw refusal(error, command.place)
                    }
                }
            }
        }
    }

    /// Sets the rates that are not known yet; one that is known was perhaps changed on purpose.
    private func pay(
        _ rates: [Located<TenantFiles.PayRate>], _ tenant: TenantID
    ) async throws(AgencyImportRefusal) {
        for step in steps(rates) {
            try await agency.run { (agency) throws(AgencyImportRefusal) in
                for rate in step {
                    let (assignment, amount) = (rate.value.assignment, rate.value.rate)
                    guard agency.state.payRate(of: assignment, at: tenant) == nil else { continue }
                    do throws(Turned<AgencyRefusal>) {
                        try agency.perform(.setPayRate(tenant, assignment, amount), for: caller)
                    } catch {
                        throw refusal(error, rate.place)
                    }
                }
            }
            do throws(StoreFailure) { try await agency.untilDurable() } catch { throw .notRecorded(error) }
        }
    }

    /// One step inside the client, and the wait until it is durable.
    private func run<Value: Sendable>(
        _ tenant: Tenant, _ body: @Sendable (isolated Tenant) throws(AgencyImportRefusal) -> Value
    ) async throws(AgencyImportRefusal) -> Value {
        let value = try await tenant.run(body)
        do throws(StoreFailure) { try await tenant.untilDurable() } catch { throw .notRecorded(error) }
        return value
    }

    private func refusal<Reason>(_ turned: Turned<Reason>, _ place: FilePlace) -> AgencyImportRefusal {
        switch turned {
        case .refused(let reason): .file(place.refusal(.turnedDown("\(reason)")))
        case .notRecorded(let failure): .notRecorded(failure)
        }
    }

    private func steps<Command>(_ commands: [Located<Command>]) -> [[Located<Command>]] {
        stride(from: 0, to: commands.count, by: Self.commandsPerStep).map {
            Array(commands[$0..<min($0 + Self.commandsPerStep, commands.count)])
        }
    }
}
