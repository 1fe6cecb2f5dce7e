/// What every answer tells the browser not to do. Encoded once, copied into each answer.
package struct SecurityHeaders: Sendable {
    /// Ready lines with their line ends.
    let lines: [UInt8]

    /// For pages, API and assets: nothing inline, nothing from elsewhere, never framed.
    package static let standard = SecurityHeaders(
        policy: """
            default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; font-src 'self'; \
            connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; \
            frame-ancestors 'none'
            """)

    /// For files that somebody uploaded: even if a browser shows one, it can do nothing at all.
    package static let download = SecurityHeaders(
        policy: "default-src 'none'; frame-ancestors 'none'; sandbox")

    private init(policy: String) {
        var lines: [UInt8] = []
        lines.appendLine("content-security-policy", policy)
        for (name, value) in SecurityHeaders.common { lines.appendLine(name, value) }
        self.lines = lines
    }

    /// The referrer policy is `same-origin` and not `no-referrer`: the latter makes browsers send `Origin:
    /// null` with our own forms, and the check against forged requests needs the true one.
    private static let common = [
        ("strict-transport-security", "max-age=63072000; includeSubDomains"),
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", "same-origin"),
        (
            "permissions-policy",
            """
            camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), serial=(), \
            usb=(), publickey-credentials-create=(self), publickey-credentials-get=(self)
            """
        ),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ]
}
