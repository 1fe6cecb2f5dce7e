import HTTP

/// Finds the row of a table that a request means. Built once; a literal segment wins over a key.
struct Router: Sendable {
    private var root = Branch()

    init(_ endpoints: [Endpoint]) {
        for endpoint in endpoints { root.add(endpoint, endpoint.segments[...]) }
    }

    enum Match: Sendable {
        case endpoint(Endpoint)
        /// There is such an address, but not for this method.
        case otherMethods([Method])
        case missing
    }

    func match(_ head: RequestHead) -> Match {
        let path = head.segments.last == "" ? head.segments.dropLast() : head.segments[...]
        guard let branch = root.find(path), !branch.endpoints.isEmpty else { return .missing }
        let method = head.method == .head ? Method.get : head.method
        if let endpoint = branch.endpoints.first(where: { $0.method == method }) {
            return .endpoint(endpoint)
        }
        return .otherMethods(branch.endpoints.map(\.method))
    }

    private struct Branch: Sendable {
        var named: [String: Branch] = [:]
        var keyed: [Branch] = []
        var endpoints: [Endpoint] = []

        mutating func add(_ endpoint: Endpoint, _ rest: ArraySlice<String>) {
            guard let first = rest.first else {
                let isTaken = endpoints.contains { $0.method == endpoint.method }
                precondition(!isTaken, "\(endpoint.method) \(endpoint.pattern) stands twice in the table.")
                endpoints.append(endpoint)
                return
            }
            if first == "*" {
                if keyed.isEmpty { keyed.append(Branch()) }
                keyed[0].add(endpoint, rest.dropFirst())
            } else {
                named[first, default: Branch()].add(endpoint, rest.dropFirst())
            }
        }

        func find(_ rest: ArraySlice<String>) -> Branch? {
            guard let first = rest.first else { return self }
            if let branch = named[first] { return branch.find(rest.dropFirst()) }
            return keyed.first?.find(rest.dropFirst())
        }
    }
}
