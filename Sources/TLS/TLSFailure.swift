import COpenSSL

/// Why a certificate cannot be served, or why a connection ended without a farewell.
package enum TLSFailure: Error, Hashable, Sendable {
    /// A file that the operator handed over.
    package enum Part: String, Sendable {
        case certificate
        case chain = "certificate chain"
        case privateKey = "private key"
    }

    case noCertificate
    case tooLarge(Part, of: String)
    case unreadable(Part, of: String, reason: String)
    case encryptedKey(of: String)
    case keyMismatch(of: String)
    case refused(Part, of: String, reason: String)
    case nameless(of: String)
    case badHost(String)
    case sharedHost(String)
    case badValidity(days: Int)
    /// OpenSSL failed at something that does not depend on what it was given.
    case library(reason: String)

    /// The server's certificate is not one that we believe, or not for the name we asked for.
    case untrusted(reason: String)
    /// The peer broke the protocol, or asked for what we do not offer.
    case protocolError(reason: String)
    /// The connection ended without close_notify: a lost network, or a truncation attack.
    case peerVanished
    /// A system call failed; the number is an errno.
    case system(Int32)
}

extension TLSFailure: CustomStringConvertible {
    package var description: String { explanation }

    /// One sentence for the person who can mend it.
    package var explanation: String {
        switch self {
        case .noCertificate: "There is no certificate to serve."
        case .tooLarge(let part, let name):
            "The \(part.rawValue) of \(name) is larger than \(HostCertificate.limit) bytes or too long."
        case .unreadable(let part, let name, let reason):
            "The \(part.rawValue) of \(name) is not readable as PEM: \(reason)."
        case .encryptedKey(let name):
            "The private key of \(name) is protected by a passphrase; store it without."
        case .keyMismatch(let name): "The private key of \(name) does not belong to its certificate."
        case .refused(let part, let name, let reason):
            "The \(part.rawValue) of \(name) is refused: \(reason)."
        case .nameless(let name): "The certificate of \(name) names no host and none was given for it."
        case .badHost(let host): "\(host) is not a host name, nor * and a dot before one."
        case .sharedHost(let host): "Two certificates are meant for \(host)."
        case .badValidity(let days): "A certificate cannot be valid for \(days) days."
        case .library(let reason): "OpenSSL failed: \(reason)."
        case .untrusted(let reason): "The server's certificate is not to be believed: \(reason)."
        case .protocolError(let reason): "The peer and we do not agree: \(reason)."
        case .peerVanished: "The peer went away without saying so."
        case .system(let code): "The connection failed (errno \(code))."
        }
    }
}

/// What OpenSSL says about the first failure in its queue, which is then empty.
func takeReason() -> String {
    let code = ERR_get_error()
    ERR_clear_error()
    guard code != 0, let reason = unsafe ERR_reason_error_string(code) else { return "no reason given" }
    return unsafe String(cString: reason)
}
