package import Staffing

package protocol AssignmentSentences {
    var ofAssignments: any AssignmentWords { get }
}

/// What the list of assignments says.
package protocol AssignmentWords: Sendable {
    var caption: String { get }
    var current: String { get }
    var ended: String { get }
    var worker: String { get }
    var job: String { get }
    var worksite: String { get }
    var dates: String { get }
    var schedule: String { get }
    var billRate: String { get }
    var nobody: String { get }
    var nobodyYet: String { get }
    var nothingFound: String { get }
    var tryOther: String { get }
    var showAll: String { get }

    func starts(_ day: Day) -> String
    func days(_ days: DayRange) -> String
    func hoursAWeek(_ schedule: WeekSchedule) -> String
    func rate(_ rate: HourlyRate, _ currency: Currency) -> String
}
