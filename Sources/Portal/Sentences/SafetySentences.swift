/// What people hear by mail about how they sign in.
package protocol SafetySentences {
    func safetyMail(_ report: SafetyReport) -> SafetyWords
}

package struct SafetyWords: Sendable {
    package let subject: String
    package let paragraphs: [String]
}
