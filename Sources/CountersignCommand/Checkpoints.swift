import Access
import Journal
import Portal
import Telemetry
import Tenancy

extension CheckpointPlace {
    /// The data folder, and the place outside it if one is configured. The first time that one cannot be
    /// written is logged, and the first time that it can again.
    static func all(
        _ disk: FileDisk, outside path: String?, run: @escaping @Sendable (@escaping Job) -> Void,
        _ log: Log, _ metrics: Metrics
    ) -> [CheckpointPlace] {
        var places = [
            CheckpointPlace("data", folder: Notary.folder, run: run, report: report("data", log)) { disk }
        ]
        if let path {
            places.append(
                CheckpointPlace("outside", folder: ".", run: run, report: report("outside", log)) {
                    () throws(DiskFailure) in try FileDisk(root: path)
                })
        }
        for place in places {
            metrics.gauge(
                "checkpoints_failing", "1 while checkpoints cannot be written to that place.",
                ["place": place.title], reading: { place.failure == nil ? 0 : 1 })
        }
        return places
    }

    private static func report(_ place: String, _ log: Log) -> @Sendable (DiskFailure?) -> Void {
        { failure in
            if let failure {
                log.error(
                    "checkpoints.failed", ["place": .text(place), "why": .text(failure.explanation)])
            } else {
                log.notice("checkpoints.written-again", ["place": .text(place)])
            }
        }
    }
}

extension Installation {
    /// How far each chain has come that is known to be on disk.
    func marks() async -> [String: StoreMark] {
        var marks = await services.tenants.marks()
        marks[Agency.storeName] = await services.agency.mark
        marks[Doorkeeper.storeName] = await services.doorkeeper.mark
        marks[Trail.storeName] = await services.trail.mark
        return marks
    }

    /// Once a minute, and never in anybody's way.
    func attestIfDue() async {
        guard notary.isDue(at: services.reading()) else { return }
        notary.attest(await marks(), at: services.reading().moment)
    }
}
