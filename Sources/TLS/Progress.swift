import COpenSSL

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

extension Progress {
    /// What OpenSSL says of a step that did not succeed; `errno` as it was right behind the step.
    init(error: Int32, _ errno: Int32) {
        self =
            switch error {
            case SSL_ERROR_WANT_READ: .wantsRead
            case SSL_ERROR_WANT_WRITE: .wantsWrite
            case SSL_ERROR_ZERO_RETURN: .closed
            case SSL_ERROR_SYSCALL where errno == 0 || errno == ECONNRESET || errno == EPIPE:
                .failed(.peerVanished)
            case SSL_ERROR_SYSCALL: .failed(.system(errno))
            default:
                shim_is_unexpected_eof(ERR_peek_error()) == 1
                    ? .failed(.peerVanished) : .failed(.protocolError(reason: takeReason()))
            }
    }
}
