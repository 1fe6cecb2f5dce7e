/// What somebody has to show beside the password before they are let in.
package enum SignInDemand: UInt8, CaseIterable, Comparable, Sendable {
    case password
    /// In a browser that is not known yet a code by mail, from whoever shows neither an app's code nor a
    /// passkey.
    case mailedCode
    /// An authenticator app or a passkey, always.
    case secondFactor

    package static func < (left: SignInDemand, right: SignInDemand) -> Bool { left.rawValue < right.rawValue }
}

/// What the agency asks of a client's people, and what the client itself asks beyond that.
package struct SignInDemands: Hashable, Sendable {
    package private(set) var byAgency = SignInDemand.password
    package private(set) var byClient = SignInDemand.password

    package init() {}

    package var inForce: SignInDemand { max(byAgency, byClient) }

    package mutating func set(_ demand: SignInDemand, by side: RoleDefinition.Side) {
        switch side {
        case .client: byClient = demand
        case .staff: byAgency = demand
        }
    }

    package subscript(side: RoleDefinition.Side) -> SignInDemand {
        switch side {
        case .client: byClient
        case .staff: byAgency
        }
    }
}

package enum SignInDemandRefusal: Refusal, Hashable {
    case notAllowed
    /// Less than the agency asks for is not the client's to choose.
    case belowAgency

    package var kind: RefusalKind {
        switch self {
        case .notAllowed: .forbidden
        case .belowAgency: .invalid
        }
    }
}

/// Who may say what signing in takes: the agency for each client, and a client's admin for more than that.
package enum SignInDemandRules {
    package static func decide(
        _ demand: SignInDemand, _ state: TenantState, _ context: Context
    ) throws(SignInDemandRefusal) -> [SetupEvent] {
        let side = try side(of: context)
        guard side == .staff || demand >= state.signIn.byAgency else { throw .belowAgency }
        return state.signIn[side] == demand ? [] : [.signInDemanded(demand, by: side)]
    }

    private static func side(of context: Context) throws(SignInDemandRefusal) -> RoleDefinition.Side {
        func may(_ permission: Permission) -> Bool {
            Policy.may(context.viewer, permission, at: .tenant, on: context.today).isAllowed
        }
        switch context.viewer.person {
        case .contact where may(.managePeople): return .client
        case .staff where may(.manageTenants), .system: return .staff
        case .contact, .staff, .worker, .nobody: throw .notAllowed
        }
    }
}
