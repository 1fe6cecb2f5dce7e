/// What a field of a log line may hold. There is no case for bytes or for any other object: what is logged
/// was put into words by somebody who knew that it may be read.
package enum LogValue: Hashable, Sendable {
    case text(String)
    case number(Int)
    case flag(Bool)
}

extension LogValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    package init(stringLiteral value: String) { self = .text(value) }
    package init(integerLiteral value: Int) { self = .number(value) }
    package init(booleanLiteral value: Bool) { self = .flag(value) }
}

/// How much somebody should care.
package enum LogLevel: String, Hashable, Sendable, CaseIterable, Comparable {
    case debug, info, notice, warning, error

    private var rank: Int {
        switch self {
        case .debug: 0
        case .info: 1
        case .notice: 2
        case .warning: 3
        case .error: 4
        }
    }

    package static func < (left: LogLevel, right: LogLevel) -> Bool { left.rank < right.rank }
}

/// Fields in the order in which they are written. Names are literals, so no input can become one.
package typealias LogFields = KeyValuePairs<StaticString, LogValue>
