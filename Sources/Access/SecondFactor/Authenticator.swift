internal import Crypto
package import Staffing

/// An authenticator app of an account: the secret that it shares with us, and the last code that was taken.
struct Authenticator: Hashable, Sendable {
    let secret: [UInt8]
    let set: Moment
    /// The step of the last code that was taken; none at or before it is taken again.
    var lastStep: Int64

    /// A telephone's clock may be this many steps off, either way.
    static let skew: Int64 = 1

    /// The step of the code, if it is one that holds now and was not taken before.
    func step(of code: String, at now: Moment) -> Int64? {
        let current = OneTimePassword.step(atSeconds: now.seconds)
        let typed = Array(code.utf8)
        // All are compared, whichever it is.
        let right = (current - Self.skew...current + Self.skew).filter {
            constantTimeEqual(Array(OneTimePassword.code(secret, step: $0).utf8), typed)
        }
        return right.first { $0 > lastStep }
    }
}

/// The secret of an app that is being set up, as text and as the address that apps read.
package struct AuthenticatorSecret: Sendable {
    let bytes: [UInt8]

    /// In groups of four, for whoever types it.
    package var text: String {
        let letters = Array(Base32.encode(bytes))
        return stride(from: 0, to: letters.count, by: 4).map {
            String(letters[$0..<min($0 + 4, letters.count)])
        }.joined(separator: " ")
    }

    /// In one piece, as an `otpauth` address carries it.
    package var compactText: String { Base32.encode(bytes) }

    /// The code that the app shows at a moment; for tests, which have no app.
    package func code(at moment: Moment) -> String {
        OneTimePassword.code(bytes, step: OneTimePassword.step(atSeconds: moment.seconds))
    }
}
