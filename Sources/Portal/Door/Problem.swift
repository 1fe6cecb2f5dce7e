package import HTTP
import Journal
import Staffing
import Tenancy

/// A request that is not answered as asked: what a machine reads, and what a person reads.
package struct Problem: Error, Sendable {
    package let status: Status
    /// Nothing for what the status says already.
    package let sentence: String?

    package init(_ status: Status, _ sentence: String? = nil) {
        self.status = status
        self.sentence = sentence
    }

    /// Forbidden looks like not-found: what a viewer may not see is absent.
    package static let missing = Problem(.notFound)

    init(_ kind: RefusalKind, _ sentence: String) {
        switch kind {
        case .invalid: self.init(.unprocessableContent, sentence)
        case .forbidden, .missing: self.init(.notFound)
        case .conflict: self.init(Status.conflict, sentence)
        case .tooMany: self.init(.tooManyRequests, sentence)
        }
    }

    /// What the store says when it cannot record: nothing was changed, or nobody knows.
    init(_ failure: StoreFailure, _ say: any Sentences) {
        self.init(.serviceUnavailable, say.notRecorded(failure))
    }

    /// What the store says when its records cannot be looked at.
    init(closed failure: StoreFailure, _ say: any Sentences) {
        self.init(.serviceUnavailable, say.notReadable(failure))
    }

    init<Reason>(_ turned: Turned<Reason>, _ say: any Sentences, _ explain: (Reason) -> String) {
        switch turned {
        case .refused(let reason): self.init(reason.kind, explain(reason))
        case .notRecorded(let failure): self.init(failure, say)
        }
    }
}
