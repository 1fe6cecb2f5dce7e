import Formats
import HTTP
import Journal
import Portal
import Staffing
import Tenancy
import Unix

/// Whether the installation can serve, and whom it cannot serve.
///
/// A client that has halted is named and changes nothing else: the others are served, and taking the whole
/// server out of service for one would harm them all.
struct Readiness: Sendable {
    /// What keeps the whole installation from serving, with the reason.
    private(set) var faults: [(what: String, why: String)] = []
    let clients: [(id: TenantID, trouble: TenantTrouble)]

    /// With less room than this nothing is recorded for long: journals claim as much at a time.
    static let leastRoom = StoreLimits.standard.largestReserveBytes

    init(of installation: Installation) async {
        clients = installation.services.tenants.troubles
        for (name, failure) in await installation.services.haltedStores {
            faults.append((name, failure.explanation))
        }
        if let room = installation.folder.freeBytes, room < Self.leastRoom {
            faults.append(("disk", "it is full: \(room) bytes are free, so nothing can be recorded"))
        }
    }

    private var status: String {
        if !faults.isEmpty { return "not ready" }
        return clients.isEmpty ? "ready" : "degraded"
    }

    var response: Response {
        var response = Response(faults.isEmpty ? .ok : .serviceUnavailable, .json, body: json)
        response.headers[.cacheControl] = "no-store"
        return response
    }

    var json: [UInt8] {
        JSONWriter.object { report in
            report.field("status", status)
            report.array("faults") { list in
                for fault in faults {
                    list.object { entry in
                        entry.field("what", fault.what)
                        entry.field("why", fault.why)
                    }
                }
            }
            report.array("clients") { list in
                for (id, trouble) in clients {
                    list.object { entry in
                        entry.field("client", id.slug)
                        entry.field("since", trouble.since.iso)
                        entry.field("why", trouble.failure.explanation)
                    }
                }
            }
        }
    }
}

extension Moment {
    /// RFC 3339, in UTC and to the second.
    fileprivate var iso: String {
        let day = CivilDate(localSeconds: seconds)
        let second = Int(seconds - day.localSeconds)
        let clock = [second / 3_600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return day.iso + "T" + clock.joined(separator: ":") + "Z"
    }
}
