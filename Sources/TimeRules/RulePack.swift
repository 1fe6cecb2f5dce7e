package import Staffing

/// What the law of one jurisdiction says of overtime and breaks, as data: facts with their sources, and a
/// version. A pack that was used once is never changed; a new law makes a new version.
package struct RulePack: Hashable, Sendable {
    /// Such as `US-CA`, or `US-CA-…` where one jurisdiction needs more than one.
    package let id: String
    package let name: String
    package let version: String
    /// The first day that a workweek of this version may begin on.
    package let from: Day
    package let workday: Workday
    /// Rules in the order in which they take minutes. Where there is more than one list, the one that gives
    /// the worker most in a workweek decides about that week.
    package let overtime: [[OvertimeRule]]
    package let meal: MealRule?
    package let rest: RestRule?
    /// Against what the facts were checked.
    package let checkedAgainst: String
    /// What the pack leaves to people, each a sentence.
    package let notes: [String]

    init(
        _ id: String, _ name: String, version: String, from: Day, workday: Workday = .midnight,
        overtime: [[OvertimeRule]], meal: MealRule? = nil, rest: RestRule? = nil, checkedAgainst: String,
        notes: [String] = []
    ) {
        self.id = id
        self.name = name
        self.version = version
        self.from = from
        self.workday = workday
        self.overtime = overtime
        self.meal = meal
        self.rest = rest
        self.checkedAgainst = checkedAgainst
        self.notes = notes
    }

    /// The overtime rule of a name.
    package func rule(_ id: String) -> OvertimeRule? { overtime.joined().first { $0.id == id } }
}

/// When the day begins by which a jurisdiction counts daily hours.
package enum Workday: Hashable, Sendable {
    /// At midnight on the clocks of the worksite.
    case midnight
    /// When somebody begins to work, for 24 hours.
    case startOfWork
}

/// One reason for which a minute costs more.
package struct OvertimeRule: Hashable, Sendable {
    /// Unique within its pack and never used for anything else: `daily-12`.
    package let id: String
    package let type: HourType
    package let condition: Condition
    /// The law and its section.
    package let source: String

    package enum Condition: Hashable, Sendable {
        /// Work of one workday beyond so many minutes.
        case day(over: Int)
        /// Work of one shift beyond so many minutes, whatever day it is. Breaks do not count.
        case shift(over: Int)
        /// Work of the workweek beyond so many minutes that no other rule has taken: no minute costs more
        /// twice, and none that costs more already helps others to.
        case week(over: Int)
        /// Work on the last day of a workweek on each of whose days somebody worked, beyond so many minutes
        /// of that day, where the week has more than `weekOver`.
        case seventhDay(over: Int, weekOver: Int)
    }

    init(_ id: String, _ type: HourType, _ condition: Condition, _ source: String) {
        self.id = id
        self.type = type
        self.condition = condition
        self.source = source
    }
}

/// When a meal break is due. Punches show whether it was taken.
package struct MealRule: Hashable, Sendable {
    package let id: String
    package let due: Due
    /// A shorter pause is no meal break.
    package let breakMinutes: Int
    /// Pay that is owed for a workday on which one was missed, in minutes of work.
    package let premiumMinutes: Int
    package let source: String

    package enum Due: Hashable, Sendable {
        /// A first one within the first five hours of a shift that is longer, a second within ten.
        case fifthAndTenthHour
        /// Nobody may work longer than so many minutes without one.
        case beyond(minutes: Int)
        /// Nobody may work so many minutes without one.
        case reaching(minutes: Int)
    }
}

/// How many paid rests are due in a shift. They are not punched, so only who attests can say what was missed.
package struct RestRule: Hashable, Sendable {
    package let id: String
    /// The minutes of work from which one more is due.
    package let dueFrom: [Int]
    /// Pay that is owed for each one missed, in minutes of work.
    package let premiumMinutes: Int
    /// At most so many are owed for one workday.
    package let mostPremiums: Int
    package let source: String

    func due(minutes: Int) -> Int { dueFrom.count { $0 <= minutes } }
}
