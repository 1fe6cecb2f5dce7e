import Gateway
import Journal
import Portal
import Reactor
import Staffing
import Tenancy
import Unix

/// Runs a command's work on an installation that nobody serves meanwhile, and closes it whatever happens.
func withInstallation<Value: Sendable>(
    _ settings: ServerSettings, _ work: (Installation) async throws(Complaint) -> Value
) async throws(Complaint) -> Value {
    let installation = try await Installation.open(settings, publicPort: settings.listen.port)
    do throws(Errno) {
        for loop in installation.loops { try loop.start() }
    } catch {
        throw Complaint("The event loops could not be started.", why: error.description)
    }
    await installation.registerTenants()
    do throws(Complaint) {
        let value = try await work(installation)
        await installation.close()
        return value
    } catch {
        await installation.close()
        throw error
    }
}

extension Installation {
    func tenant(_ slug: String) async throws(Complaint) -> Tenant {
        guard let id = TenantID(slug), services.tenants.isRegistered(id) else {
            throw Complaint(
                "There is no client “\(slug)”.", next: "countersign tenant list --data \(folder.path)")
        }
        do throws(StoreFailure) { return try await services.tenants.tenant(id) } catch {
            throw folder.complaint(error)
        }
    }

    /// Puts a refusal into the words that pages use.
    func complaint<Reason>(_ turned: Turned<Reason>, _ what: String, _ why: (Reason) -> String) -> Complaint {
        switch turned {
        case .refused(let reason): Complaint(what, why: why(reason))
        case .notRecorded(let failure): folder.complaint(failure)
        }
    }
}
