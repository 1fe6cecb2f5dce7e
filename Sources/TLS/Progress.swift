/// How far a step of a session got.
package enum Progress: Hashable, Sendable {
    /// Finished, having moved so many bytes.
    case done(Int)
    /// Nothing moved: try again once the socket has bytes to read.
    case wantsRead
    /// Nothing moved: try again once the socket takes bytes, with the same bytes from the same place.
    case wantsWrite
    /// The peer has said that nothing more comes (close_notify).
    case closed
    /// Over. Every later step gives the same answer.
    case failed(TLSFailure)
}
