package import Staffing

/// Why a password is not taken.
package enum PasswordRefusal: Refusal, Hashable {
    case tooShort(minimum: Int)
    case tooLong(maximum: Int)
    /// A few characters over and over, or a row of keys.
    case repetitive
    /// Among those that are tried first, or one of them with a little around it.
    case common
    /// Mostly made of the person's, the client's or the product's name.
    case personal

    package var kind: RefusalKind { .invalid }
}
