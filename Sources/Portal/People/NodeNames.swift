import Staffing

/// What the places of a client are called where a person is told about them.
struct NodeNames: Sendable {
    /// Worksites, then departments, then cost centers, each by code.
    let nodes: [Node]
    private let names: [Node: String]

    init(_ state: TenantState) {
        let sites = state.worksitesByCode.map { (Node.worksite($0.id), $0.name) }
        let units = state.unitsByCode.map { (Node.unit($0.id), $0.name) }
        nodes = (sites + units).map(\.0)
        names = Dictionary(sites + units) { first, _ in first }
    }

    /// Nothing for the whole client.
    subscript(node: Node) -> String? {
        switch node {
        case .tenant: nil
        case .worksite, .unit: names[node] ?? ""
        }
    }
}
