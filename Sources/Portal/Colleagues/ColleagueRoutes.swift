import Staffing

extension Routes {
    static let colleagues = Route<NoKey>("/staff")
    /// The empty form for somebody new.
    static let colleagueInviting = Route<NoKey>("/staff/invitation")
    static let colleague = Route<StaffID>("/staff/*")
    static let colleagueRemoval = Route<StaffID>("/staff/*/removal")
    static let colleagueInvitation = Route<StaffID>("/staff/*/invitation")
    static let colleagueWithdrawal = Route<StaffID>("/staff/*/invitation/withdrawal")
    static let colleagueFactors = Route<StaffID>("/staff/*/second-factors")
}
