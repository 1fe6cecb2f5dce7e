import Crypto
import Portal
import Telemetry

extension Log {
    /// One line for what happened at a door.
    func note(_ event: DoorEvent) {
        let (level, message) = event.kind.line
        self(
            level, message,
            [
                "request": .text(Base32Crockford.encode(event.request)), "realm": .text(event.realm),
                "network": .text(event.network), "person": .text(event.person ?? ""),
            ])
    }
}

extension DoorEvent.Kind {
    fileprivate var line: (LogLevel, StaticString) {
        switch self {
        case .signedIn: (.info, "door.signed-in")
        case .wrongPassword: (.notice, "door.wrong-password")
        case .askedForCode: (.info, "door.asked-for-code")
        case .wrongCode: (.notice, "door.wrong-code")
        case .wrongPasskey: (.notice, "door.wrong-passkey")
        case .tooManyTries: (.warning, "door.too-many-tries")
        case .notRecorded: (.error, "door.not-recorded")
        case .cameByInvitation: (.notice, "door.came-by-invitation")
        case .deadInvitation: (.notice, "door.dead-invitation")
        case .foreignForm: (.warning, "door.foreign-form")
        case .formWithoutToken: (.warning, "door.form-without-token")
        }
    }
}
