package import Staffing

/// The packs that this program knows, every version that was ever published.
package enum RulePacks {
    package static let all: [RulePack] = unitedStates + canada

    /// The newest version of a pack that holds for a workweek.
    package static func pack(_ id: String, on week: Day) -> RulePack? {
        all.filter { $0.id == id && $0.from <= week }.max { $0.from < $1.from }
    }

    package static func pack(_ id: String, version: String) -> RulePack? {
        all.first { $0.id == id && $0.version == version }
    }

    /// The newest version of each, in the order of their names.
    package static let current: [RulePack] = Set(all.map(\.id)).compactMap { id in
        all.filter { $0.id == id }.max { $0.from < $1.from }
    }.sorted { $0.id < $1.id }

    /// 2025-01-01: no version says anything of earlier weeks.
    static let firstDay = Day(number: 20_089)
}
