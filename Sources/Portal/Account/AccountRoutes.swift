import Access
import HTTP

extension Routes {
    static let password = Route<NoKey>("/account/password")
    static let signOutEverywhere = Route<NoKey>("/account/sign-out-everywhere")
    /// The page behind the link in a mail. Its key is a secret until it is used.
    static let invitation = Route<TokenKey>("/invitations/*")

    /// The path of a request as a log may keep it.
    static func withoutToken(_ head: RequestHead) -> String {
        switch head.segments.first {
        case invitation.segments.first: "/" + invitation.segments.joined(separator: "/")
        case digest.segments.first: "/" + digest.segments.joined(separator: "/")
        case viewing.segments.first where head.segments != viewingEnd.segments:
            "/" + viewing.segments.joined(separator: "/")
        // What follows the key says what is done; the key itself is the worker's.
        case ownHours.segments.first:
            "/"
                + (ownHours.segments + head.segments.dropFirst(ownHours.segments.count))
                .joined(separator: "/")
        default: head.path
        }
    }
}

extension TokenKey {
    init(_ token: AccessToken) { pathText = token.text }
}
