/// What was asked and what was promised, as somebody outside knows it: the model that the disk is held to.
final class Ledger {
    struct Author: Hashable {
        let slug: String
        let name: String
    }

    struct Key: Hashable {
        let author: Author
        let deed: Deed
    }

    /// How often each thing was asked for. The same form sent again is not asking again.
    private(set) var asked: [Key: Int] = [:]
    /// What was acknowledged, by each author in their order.
    private(set) var promised: [Author: [Deed]] = [:]
    /// Hours that came in and were confirmed, by client; and all that came in.
    private(set) var confirmed: [String: Set<Hours>] = [:]
    private(set) var fed: [String: Set<Hours>] = [:]
    private(set) var endedSessions: [(author: Author, token: String)] = []
    private(set) var removed: Set<Author> = []
    /// What went wrong, in words.
    private(set) var findings: [String] = []

    func ask(_ deed: Deed, by author: Author) { asked[Key(author: author, deed: deed), default: 0] += 1 }

    func promise(_ deed: Deed, to author: Author) { promised[author, default: []].append(deed) }

    func feed(_ hours: Hours, to slug: String) { fed[slug, default: []].insert(hours) }

    func confirm(_ hours: Hours, of slug: String) { confirmed[slug, default: []].insert(hours) }

    func endSession(_ token: String, of author: Author) { endedSessions.append((author, token)) }

    func remove(_ author: Author) { removed.insert(author) }

    /// Whether somebody was asked to let them go, even if nobody heard what came of it.
    func mayBeRemoved(_ author: Author) -> Bool {
        author.name == Roster.guest
            && asked.keys.contains { key in
                guard case .remove = key.deed else { return false }
                return key.author.slug == author.slug
            }
    }

    func judge(_ found: [String], after life: Int) { findings += found.map { "after life \(life): \($0)" } }

    func find(_ words: String) { findings.append(words) }
}
