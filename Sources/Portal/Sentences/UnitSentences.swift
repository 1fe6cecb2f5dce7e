package protocol UnitSentences {
    var ofUnits: any UnitWords { get }
}

/// What is said of departments and cost centers.
package protocol UnitWords: Sendable {
    var title: String { get }
    var explanation: String { get }
    var none: String { get }
    var noneExplanation: String { get }
    var kind: String { get }
    var code: String { get }
    var codeHint: String { get }
    var name: String { get }
    var state: String { get }
    var inUse: String { get }
    var retired: String { get }
    var retire: String { get }
    var restore: String { get }
    var change: String { get }
    var rename: String { get }
    var add: String { get }
    var added: String { get }
    var changed: String { get }
    var assignments: String { get }
    var placementTitle: String { get }
    var placementExplanation: String { get }
    var place: String { get }
    var placed: String { get }
    var noUnit: String { get }
    var kindUnknown: String { get }
}
