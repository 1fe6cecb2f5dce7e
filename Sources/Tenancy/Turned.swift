package import Journal
package import Staffing

/// Why a command did not take effect: the rules refused it, or the store could not take it.
package enum Turned<Reason: Refusal>: Error {
    case refused(Reason)
    case notRecorded(StoreFailure)
}
