import Access
import Testing

@Suite("Passwords")
struct PasswordRulesTests {
    private let words = ["Ada Quimby", "ada.quimby@northwind.example", "Northwind Logistics"]

    @Test(
        "long ones of any characters are taken",
        arguments: [
            "violet anchors drift slowly", "kT9#mVq2!xLw8zR", "чёрный кот смотрит в окно",
            "八月の静かな海辺で小さな舟が揺れる",
            "northwind has seventeen green doors", "948271650394817", "🦊 jumps over 🐢 at dawn",
        ])
    func taken(password: String) throws {
        try PasswordRules.check(password, words: words)
    }

    @Test("fifteen characters are enough, fourteen are not")
    func short() throws {
        try PasswordRules.check("kT9#mVq2!xLw8zR", words: [])
        #expect(throws: PasswordRefusal.tooShort(minimum: 15)) {
            try PasswordRules.check("kT9#mVq2!xLw8z", words: [])
        }
    }

    @Test("what stands in the operator's list is refused in any capitals")
    func blocklist() throws {
        let file = "ilovemycatmittens77\r\nshort one\n\nёлочка в снегу зимой\n八月の静かな海辺で小さな舟が揺れる"
        let list = try #require(PasswordBlocklist(file: Array(file.utf8)))
        #expect(list.count == 3)
        for password in ["iLoveMyCatMittens77", "Ёлочка в снегу зимой"] {
            try PasswordRules.check(password, words: [])
            #expect(throws: PasswordRefusal.common) {
                try PasswordRules.check(password, words: [], blocklist: list)
            }
        }
        try PasswordRules.check("iLoveMyCatMittens78", words: [], blocklist: list)
        #expect(PasswordBlocklist(file: Array("a line with a bad byte ".utf8) + [0xff]) == nil)
        #expect(PasswordBlocklist(file: [])?.count == 0)
    }

    @Test("128 characters are taken, 129 are not")
    func long() throws {
        let text = (0..<43).map { "x\($0 * 7919 % 97)q" }.joined() + "kT9#mVq2!xLw8zR"
        try PasswordRules.check(String(text.prefix(128)), words: [])
        #expect(throws: PasswordRefusal.tooLong(maximum: 128)) {
            try PasswordRules.check(String(text.prefix(129)), words: [])
        }
    }

    @Test(
        "a few characters over and over are refused, and rows of keys",
        arguments: [
            "aaaaaaaaaaaaaaa", "ababababababababab", "xk7xk7xk7xk7xk7xk7", "123456789012345",
            "qwertyuiopasdfgh",
            "abcdefghijklmnopq", "zyxwvutsrqponmlk", "111112222233333",
        ])
    func repetitive(password: String) {
        #expect(throws: PasswordRefusal.repetitive) { try PasswordRules.check(password, words: []) }
    }

    @Test(
        "what is tried first is refused, however it is dressed",
        arguments: [
            "passwordpassword", "P@ssw0rdP@ssw0rd!", "Password12345678", "correct horse battery staple",
            "Winter2026Winter2026", "Countersign2026!!", "welcome-welcome-1", "letmeinletmein99",
        ])
    func common(password: String) {
        #expect(throws: PasswordRefusal.common) { try PasswordRules.check(password, words: []) }
    }

    @Test(
        "the person's and the client's names are refused as passwords",
        arguments: [
            "Northwind2026!!!", "adaquimby19880412", "N0rthw1nd-L0gistics", "quimby.quimby.7",
            "northwind.example1",
        ])
    func personal(password: String) {
        #expect(throws: PasswordRefusal.personal) { try PasswordRules.check(password, words: words) }
    }

    @Test("another person may use those names")
    func others() throws {
        try PasswordRules.check("adaquimby19880412", words: ["Ben Ortiz"])
    }
}
