import Testing

@testable import Access

@Suite("Guessing passwords")
struct GuessLimiterTests {
    private var limiter = GuessLimiter()
    private let second: Int64 = 1_000_000

    private func guess(_ network: String, _ identity: String = "ada", familiar: Bool = false) -> Guess {
        Guess(network: network, identity: identity, isFamiliar: familiar)
    }

    @Test("one account from one place: five at once, then one a minute")
    mutating func pair() {
        for _ in 0..<5 { #expect(limiter.admit(guess("a"), at: 0) == .admitted) }
        #expect(limiter.admit(guess("a"), at: 0) == .refused(retryAfterSeconds: 60))
        #expect(limiter.admit(guess("a"), at: 59 * second) == .refused(retryAfterSeconds: 1))
        #expect(limiter.admit(guess("a"), at: 60 * second) == .admitted)
        #expect(limiter.admit(guess("a"), at: 60 * second) == .refused(retryAfterSeconds: 60))
    }

    @Test("being refused costs nothing more")
    mutating func patience() {
        for _ in 0..<5 { _ = limiter.admit(guess("a"), at: 0) }
        for _ in 0..<1_000 { _ = limiter.admit(guess("a"), at: second) }
        #expect(limiter.admit(guess("a"), at: 60 * second) == .admitted)
    }

    @Test("one place over all accounts: twenty at once, then one in half a minute")
    mutating func network() {
        for number in 0..<20 { #expect(limiter.admit(guess("a", "person\(number)"), at: 0) == .admitted) }
        #expect(limiter.admit(guess("a", "person20"), at: 0) == .refused(retryAfterSeconds: 30))
        #expect(limiter.admit(guess("b", "person20"), at: 0) == .admitted)
    }

    @Test("one account from a thousand places: twenty at once, then one in ten minutes")
    mutating func identity() {
        let admitted = (0..<1_000).count { limiter.admit(guess("place\($0)"), at: 0) == .admitted }
        #expect(admitted == 20)
        #expect(limiter.admit(guess("new"), at: 599 * second) == .refused(retryAfterSeconds: 1))
        #expect(limiter.admit(guess("new"), at: 600 * second) == .admitted)
        #expect(limiter.admit(guess("new", "ben"), at: 600 * second) == .admitted)
    }

    @Test("an attacker elsewhere cannot lock a person out of a place that the account knows")
    mutating func honest() {
        for number in 0..<1_000 { _ = limiter.admit(guess("place\(number)"), at: 0) }
        #expect(limiter.admit(guess("home"), at: 0) != .admitted)
        #expect(limiter.admit(guess("home", familiar: true), at: 0) == .admitted)
    }

    @Test("nor by guessing at others from the same office")
    mutating func office() {
        for number in 0..<20 { _ = limiter.admit(guess("office", "person\(number)"), at: 0) }
        #expect(limiter.admit(guess("office", familiar: true), at: 0) == .admitted)
    }

    @Test("a place that the account knows has a small budget of its own")
    mutating func familiar() {
        for _ in 0..<5 { #expect(limiter.admit(guess("home", familiar: true), at: 0) == .admitted) }
        #expect(limiter.admit(guess("home", familiar: true), at: 0) == .refused(retryAfterSeconds: 60))
    }

    @Test("right passwords cost nothing")
    mutating func right() {
        for _ in 0..<1_000 {
            #expect(limiter.admit(guess("a"), at: 0) == .admitted)
            limiter.forgive(guess("a"))
        }
    }

    @Test("memory is bounded: with all places taken strangers wait, and are let in when others are forgotten")
    mutating func bounded() {
        var limits = GuessLimits()
        limits.capacity = 100
        limiter = GuessLimiter(limits)
        for number in 0..<10_000 { _ = limiter.admit(guess("net\(number)", "person\(number)"), at: 0) }
        #expect(limiter.count <= 400)
        #expect(limiter.admit(guess("stranger", "stranger"), at: 0) != .admitted)
        #expect(limiter.admit(guess("net0", "person0"), at: 0) == .admitted)
        #expect(limiter.admit(guess("stranger", "stranger"), at: 1_200 * second) == .admitted)
        #expect(limiter.count < 100)
    }
}
