package import HTTP

/// What a caller sees when a stream of bytes goes through the machine: one line for each action.
///
/// The caller here is the simplest that could be: it takes bodies up to a limit and answers each request
/// once.
package struct Conversation: Equatable {
    package private(set) var events: [String] = []
    package private(set) var requests: [Request] = []
    package private(set) var rejection: Rejection?
    package private(set) var isFinished = false

    package var statuses: [Int] { requests.map { _ in 200 } + (rejection.map { [$0.status.code] } ?? []) }

    package static func == (left: Conversation, right: Conversation) -> Bool { left.events == right.events }

    package init(
        _ stream: [UInt8], cuts: [Int] = [], endsInput: Bool = true, limits: Limits = .standard,
        bodyLimit: Int = 1_000_000, fault: PlantedFault = .none
    ) {
        var machine = ServerMachine(limits: limits)
        var start = 0
        for cut in cuts + [stream.count] {
            machine.receive(fault.altered(stream[start..<cut]))
            start = cut
            drain(&machine, bodyLimit, fault)
        }
        if endsInput {
            machine.endOfInput()
            drain(&machine, bodyLimit, fault)
        }
    }

    package init(
        _ text: String, endsInput: Bool = true, limits: Limits = .standard, bodyLimit: Int = 1_000_000
    ) {
        self.init(Array(text.utf8), endsInput: endsInput, limits: limits, bodyLimit: bodyLimit)
    }

    private mutating func drain(_ machine: inout ServerMachine, _ bodyLimit: Int, _ fault: PlantedFault) {
        while true {
            switch machine.next() {
            case .needMore: return
            case .head(let head):
                events.append("head \(head.path)")
                machine.accept(bodyLimit: bodyLimit)
            case .sendContinue: events.append("continue")
            case .request(let request):
                let head = request.head
                events.append(
                    "request \(head.method.name) \(head.segments) \(head.query.fields) \(request.body)")
                requests.append(request)
            case .reject(let rejection):
                events.append("reject \(rejection)")
                self.rejection = rejection
                if fault == .goesOnAfterRefusal { machine = ServerMachine() }
            case .finished:
                if !isFinished { events.append("finished") }
                isFinished = true
                return
            }
        }
    }
}
