extension Frozen {
    static let all: [Frozen] = []
}
