import Staffing

/// Addresses that every page may link to. Each slice adds its own.
enum Routes {
    static let home = Route<NoKey>("/")
    static let help = Route<NoKey>("/help")
    static let signIn = Route<NoKey>("/sign-in")
    static let signOut = Route<NoKey>("/sign-out")
    static let account = Route<NoKey>("/account")
}
