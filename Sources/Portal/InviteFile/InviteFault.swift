package import Staffing

/// Why one row is refused.
package enum InviteFault: Error, Hashable, Sendable {
    case languageUnknown(String)
    case roleUnknown(String)
    case placeMissing
    case placeUnknown(String)
    /// Several places are called so.
    case placeUnclear(String)
    case dateUnclear(InviteFile.Column, String)
    /// Another row calls the same address otherwise.
    case nameDiffers(line: Int)
    case languageDiffers(line: Int)
    /// Another row gives the same role there for some of these days.
    case repeats(line: Int)
    case rule(PeopleRefusal)

    /// The cell to look at.
    var column: InviteFile.Column {
        switch self {
        case .languageUnknown, .languageDiffers: .language
        case .roleUnknown, .repeats: .role
        case .placeMissing, .placeUnknown, .placeUnclear: .place
        case .dateUnclear(let column, _): column
        case .nameDiffers: .name
        case .rule(let refusal): refusal.column
        }
    }
}

extension PeopleRefusal {
    fileprivate var column: InviteFile.Column {
        switch self {
        case .nameMissing, .nameTooLong: .name
        case .emailInvalid, .emailTaken, .unknown, .notAllowed, .alreadyRemoved, .lastAdmin, .leavesUncovered,
            .receiverUnfit, .hasNotLeft, .tooLateToReturn:
            .email
        case .unknownWorksite, .unknownUnit: .place
        case .datesBackward: .until
        case .grantsMissing, .roleNotGiven, .limitImpossible, .heldOtherwise, .tooManyGrants: .role
        }
    }
}
