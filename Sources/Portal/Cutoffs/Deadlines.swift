import Staffing
import TimeRules

/// The next deadlines of the worksites that somebody sees, those of one moment together.
struct Deadlines: Sendable {
    let groups: [Group]

    struct Group: Sendable {
        let worksites: [String]
        /// On the clocks there, with their zone.
        let stamp: String
        /// The same on the client's clocks where they show another time.
        let own: String?
    }

    static let mostShown = 3

    /// By the date alone: what has passed today stays on the page until midnight, so a page may be kept.
    init(at worksites: [Worksite], _ state: TenantState, _ visit: Visit) {
        guard !state.cutoffs.isEmpty else {
            groups = []
            return
        }
        let time = visit.services.worksiteTime
        let due = worksites.compactMap { worksite in
            time.next(from: visit.today, at: worksite, state.cutoffs).map { (worksite, $0) }
        }.sorted { $0.1 < $1.1 }
        let home = LocalClock(visit.services.zones(state.client.timeZone), visit.say.formats)
        var groups: [Group] = []
        for (worksite, occurrence) in due {
            let clock = visit.clock(at: worksite)
            let (stamp, own) = (clock.stamp(occurrence.at), home.stamp(occurrence.at))
            if let last = groups.last, last.stamp == stamp {
                groups[groups.count - 1] = Group(
                    worksites: last.worksites + [worksite.name], stamp: stamp, own: last.own)
            } else {
                let isSame = clock.time(occurrence.at) == home.time(occurrence.at)
                groups.append(Group(worksites: [worksite.name], stamp: stamp, own: isSame ? nil : own))
            }
        }
        self.groups = groups
    }
}

extension Services {
    var worksiteTime: WorksiteTime { WorksiteTime(zones: zones) }
}
