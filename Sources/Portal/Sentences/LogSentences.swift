package import Access

/// A client's own access log.
package protocol LogSentences {
    var logExport: String { get }
    var logTime: String { get }
    var logWhat: String { get }
    var logNetwork: String { get }
    var logKind: String { get }
    var logFrom: String { get }
    var logThrough: String { get }
    var logEverybody: String { get }
    var logEverything: String { get }
    var logEmpty: String { get }
    var logEmptyHint: String { get }
    /// Who tried to come in and is nobody that is known.
    var logNobody: String { get }

    func logExplanation(zone: String) -> String
    func logCut(_ count: Int, _ agency: String) -> String
    func log(_ deed: LogDeed) -> String
    func log(_ kind: LogDeed.Kind) -> String
    /// What the staff side's log says besides the request; nothing for a page.
    func log(_ occasion: Occasion) -> String?
}
