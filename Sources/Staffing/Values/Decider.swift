/// Who asks, when, and with what randomness: the only way time and identity enter the domain.
package struct Context: Sendable {
    package let viewer: Viewer
    package let moment: Moment
    /// The civil date at the client, by which grants begin and end.
    package let today: Day
    /// What the roles allow at this moment, for asking about people other than the viewer.
    package let roles: RoleBook
    package let drawNumber: @Sendable () -> UInt64
    package let fingerprint: @Sendable ([UInt8]) -> Fingerprint

    package init(
        viewer: Viewer, moment: Moment, today: Day, roles: RoleBook,
        drawNumber: @escaping @Sendable () -> UInt64,
        fingerprint: @escaping @Sendable ([UInt8]) -> Fingerprint
    ) {
        self.viewer = viewer
        self.moment = moment
        self.today = today
        self.roles = roles
        self.drawNumber = drawNumber
        self.fingerprint = fingerprint
    }

    func draw<Record>(_ kind: Record.Type) -> Identifier<Record> { Identifier(drawNumber()) }
}

/// A command turned down for a reason that a program can switch on and the catalogue can put into words.
package protocol Refusal: Error, Sendable {
    var kind: RefusalKind { get }
}

/// What a refusal means to a machine; each door translates it once.
package enum RefusalKind: Sendable {
    case invalid, forbidden, missing, conflict, tooMany
}
