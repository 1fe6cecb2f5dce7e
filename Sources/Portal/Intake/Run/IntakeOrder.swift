import Crypto
import HTTP
import Journal
import Staffing
import Tenancy

/// Which kept file is to be imported, with which kept mapping, for which week: what an address or a form
/// carries.
struct IntakeOrder {
    let file: SHA256Digest
    let mapping: SHA256Digest
    /// The first day of the client's workweek.
    let week: Day

    init(file: SHA256Digest, mapping: SHA256Digest, week: Day) {
        (self.file, self.mapping, self.week) = (file, mapping, week)
    }

    init(_ fields: Parameters) throws(Problem) {
        guard let file = fields["file"].flatMap(SHA256Digest.init(hex:)),
            let mapping = fields["mapping"].flatMap(SHA256Digest.init(hex:)),
            let week = fields["week"].flatMap(Day.init(iso:))
        else { throw .missing }
        self.init(file: file, mapping: mapping, week: week)
    }

    func address(_ page: Address) -> Address {
        page.with("file", file.hex).with("mapping", mapping.hex).with("week", week.iso)
    }

    func run(_ visit: Visit, _ id: TenantID, dryRun: Bool) async throws(Problem) -> IntakeReport {
        guard visit.services.tenants.isRegistered(id) else { throw .missing }
        do throws(IntakeRefusal) {
            return try await tryRun(visit, id, dryRun: dryRun)
        } catch {
            switch error {
            case .mapping(let refusal): throw Problem(.unprocessableContent, visit.staffSay.explain(refusal))
            case .file(let refusal): throw Problem(.unprocessableContent, visit.staffSay.explain(refusal))
            case .notRecorded(.missingDocument): throw .missing
            case .notRecorded(let failure):
                guard !dryRun else { throw Problem(failure, visit.staffSay) }
                throw Problem(.serviceUnavailable, visit.staffSay.importFailed(failure.explanation))
            }
        }
    }

    /// Why the files cannot be read, if they cannot.
    func refusal(_ visit: Visit, _ id: TenantID) async throws(Problem) -> IntakeRefusal? {
        do throws(IntakeRefusal) {
            _ = try await tryRun(visit, id, dryRun: true)
            return nil
        } catch {
            if case .notRecorded(let failure) = error { throw Problem(failure, visit.staffSay) }
            return error
        }
    }

    private func tryRun(
        _ visit: Visit, _ id: TenantID, dryRun: Bool
    ) async throws(IntakeRefusal) -> IntakeReport {
        let services = visit.services
        let tenant: Tenant
        let bytes: (file: [UInt8], mapping: [UInt8])
        do throws(StoreFailure) {
            tenant = try await services.tenants.tenant(id)
            bytes = (try await services.read(file, of: tenant), try await services.read(mapping, of: tenant))
        } catch {
            throw .notRecorded(error)
        }
        return try await IntakeRun.importTimesheets(
            file: bytes.file, mapping: bytes.mapping, week: week, into: tenant,
            as: Caller(viewer: visit.viewer, request: visit.exchange.id), dryRun: dryRun,
            zones: services.zones)
    }
}

extension Services {
    /// Reads a document on an I/O thread.
    func read(_ digest: SHA256Digest, of tenant: Tenant) async throws(StoreFailure) -> [UInt8] {
        let documents = tenant.documents
        let result: Result<[UInt8], StoreFailure> = await withCheckedContinuation { continuation in
            runBlocking {
                do throws(StoreFailure) {
                    continuation.resume(returning: .success(try documents.read(digest)))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        return try result.get()
    }

    /// Writes a document on an I/O thread; it is durable when this returns.
    func write(_ bytes: [UInt8], to tenant: Tenant) async throws(StoreFailure) -> SHA256Digest {
        let documents = tenant.documents
        let result: Result<SHA256Digest, StoreFailure> = await withCheckedContinuation { continuation in
            runBlocking {
                do throws(StoreFailure) {
                    continuation.resume(returning: .success(try documents.write(bytes)))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        return try result.get()
    }
}

extension Visit {
    /// The client and its date, for a page of the staff side.
    func client(_ id: TenantID) async throws(Problem) -> (id: TenantID, client: Client, today: Day) {
        let tenant = try await tenant(id)
        return await tenant.run { (id, $0.state.client, $0.today) }
    }
}
