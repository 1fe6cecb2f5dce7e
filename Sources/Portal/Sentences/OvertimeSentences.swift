package import Staffing
package import TimeRules

package protocol OvertimeSentences {
    var ofOvertime: any OvertimeWords { get }
}

/// What is said about overtime: on a sheet, which rule made each minute of it; at a worksite, which rules
/// hold.
package protocol OvertimeWords: Sendable {
    var rules: String { get }
    /// Where no pack is chosen.
    var noRules: String { get }
    var noRulesMeaning: String { get }
    var choose: String { get }
    var chosen: String { get }
    var unknownRules: String { get }

    /// The question that opens the explanation.
    func why(_ hours: HoursByType) -> String
    /// `2.0 h at double time on Tue, Nov 10: beyond 12 hours of the day`
    func line(_ line: PremiumLine, _ rule: OvertimeRule?) -> String
    func chip(_ missed: MissedBreak) -> String
    func explain(_ missed: MissedBreak) -> String
    func differs(_ delivered: HoursByType, _ ruled: HoursByType) -> String
    /// Under the explanation: whose rules these are.
    func split(by name: String, _ version: String) -> String
    func compared(with name: String, _ version: String) -> String
    func chooseRules(at worksite: String) -> String
}
