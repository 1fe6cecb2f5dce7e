package protocol HelpSentences {
    var helpTopics: [HelpTopic] { get }
    var landingExplanation: String { get }
    var staffSignIn: String { get }
    func landingTitle(agency: String) -> String
    func landingExample(host: String) -> String
}

package struct HelpTopic: Sendable {
    package let question: String
    package let answer: String
}
