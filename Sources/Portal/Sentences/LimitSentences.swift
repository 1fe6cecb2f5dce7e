package protocol LimitSentences {
    var ofLimits: any LimitWords { get }
}

/// What is said of limits on approval, and of sheets that two people approve.
package protocol LimitWords: Sendable {
    var waitsForSecond: String { get }
    var overLimit: String { get }
    var limitTitle: String { get }
    var limitHint: String { get }
    var hoursLimit: String { get }
    var hoursUnclear: String { get }
    var amountUnclear: String { get }
    var impossible: String { get }
    var takeFirstBack: String { get }

    /// `amount` is empty for who may not see it, and nothing where there is none.
    func alone(minutes: Int?, amount: String?) -> String
    func over(hours minutes: Int) -> String
    func over(amount: String) -> String
    func begun(by name: String, over: String, waitsFor: [String]) -> String
    func needsSecond(_ limit: String) -> String
    func yoursCompletes(_ name: String, over: String) -> String
    func amountLimit(_ currency: String) -> String
    func begunNow(_ sheets: Int) -> String
    func approvedNow(_ sheets: Int, _ time: String, begun: Int) -> String
    func notYoursToComplete(_ sheets: Int) -> String
    func unlimited(_ names: [String]) -> String
    var nobodyUnlimited: String { get }
    func nobodyUnlimited(at worksites: [String]) -> String
    var nobodyUnlimitedHint: String { get }
}
