/// Why the disk did not do what it was asked.
package enum DiskFailure: Error, Hashable, Sendable {
    case missing
    case exists
    case full
    case locked
    case failed(String)
}

extension DiskFailure {
    package var explanation: String {
        switch self {
        case .missing: "there is no such file"
        case .exists: "the file is there already"
        case .full: "the disk is full"
        case .locked: "another process holds it"
        case .failed(let reason): reason
        }
    }
}
