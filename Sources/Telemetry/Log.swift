/// The operator's log: one JSON object a line, with `time`, `level`, `message` (a stable key such as
/// `gateway.started`) and fields. Whatever stands in a field, a line stays one line and parses.
///
/// Never log a secret: no token, password, cookie, key, nor the content of a form.
package struct Log: Sendable {
    package let minimum: LogLevel
    private let clock: @Sendable () -> Int64
    private let write: @Sendable ([UInt8]) -> Void

    /// Bytes of one text field; what is longer is cut and ends with an ellipsis.
    package static let textLimit = 4 * 1024

    /// The clock tells microseconds since 1970. `write` takes one whole line with its line end, from any
    /// thread; best with one system call, so that lines of different threads do not mix.
    package init(
        minimum: LogLevel = .info, clock: @escaping @Sendable () -> Int64,
        write: @escaping @Sendable ([UInt8]) -> Void
    ) {
        self.minimum = minimum
        self.clock = clock
        self.write = write
    }

    /// For tests and tools that have nobody to tell.
    package static let silent = Log(minimum: .error, clock: { 0 }, write: { _ in })

    /// The fields are not evaluated below the minimum level.
    package func callAsFunction(
        _ level: LogLevel, _ message: StaticString, _ fields: @autoclosure () -> LogFields = [:]
    ) {
        guard level >= minimum else { return }
        var line = LogLine(time: clock(), level: level, message: message)
        for (name, value) in fields() { line.append(name, value) }
        write(line.finished())
    }

    package func debug(_ message: StaticString, _ fields: @autoclosure () -> LogFields = [:]) {
        self(.debug, message, fields())
    }

    package func info(_ message: StaticString, _ fields: @autoclosure () -> LogFields = [:]) {
        self(.info, message, fields())
    }

    package func notice(_ message: StaticString, _ fields: @autoclosure () -> LogFields = [:]) {
        self(.notice, message, fields())
    }

    package func warning(_ message: StaticString, _ fields: @autoclosure () -> LogFields = [:]) {
        self(.warning, message, fields())
    }

    package func error(_ message: StaticString, _ fields: @autoclosure () -> LogFields = [:]) {
        self(.error, message, fields())
    }
}
