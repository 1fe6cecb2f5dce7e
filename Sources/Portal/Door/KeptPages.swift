import Access
import HTTP
import Locking
import Staffing

/// Pages as they were last sent, for whoever asks for the same once more before anything has changed.
///
/// A page belongs to one session, one address, one revision of the client's records and one of the roles, and
/// one day there, and it is kept only when that revision is on disk. So it can be given away without a look
/// at who may see what: the same person would get the same bytes. It is asked for after session, standing and
/// permission.
final class KeptPages: Sendable {
    struct Key: Hashable, Sendable {
        let tenant: TenantID
        let session: SessionID
        let person: Viewer.Person
        let path: String
        let query: Query

        /// An address may be as long as a request line.
        var bytes: Int {
            query.fields.reduce(path.utf8.count) { $0 + $1.name.utf8.count + $1.value.utf8.count }
        }
    }

    /// What a page was made of, besides its key.
    struct Base: Hashable, Sendable {
        let revision: UInt64
        /// Of the role book: what somebody may see changes with it, and nothing at the client does.
        let roles: UInt64
        /// Of how the clients' portals look.
        let look: UInt64
        let today: Day
        let language: Language
    }

    private struct Page: Sendable {
        let base: Base
        let response: Response
    }

    private struct State: Sendable {
        /// Half of the room is for the pages asked for lately, half for those before them.
        let half: Int
        var recent: [Key: Page] = [:]
        var bytes = 0
        var earlier: [Key: Page] = [:]

        mutating func keep(_ page: Page, for key: Key) {
            let size = page.response.body.count + key.bytes
            guard size <= half else { return }
            if let old = recent.removeValue(forKey: key) { bytes -= old.response.body.count + key.bytes }
            if bytes + size > half { (earlier, recent, bytes) = (recent, [:], 0) }
            recent[key] = page
            bytes += size
        }
    }

    static let defaultBytes = 32 * 1024 * 1024
    private let state: Lock<State>

    init(mostBytes: Int = KeptPages.defaultBytes) { state = Lock(State(half: mostBytes / 2)) }

    func page(_ key: Key, on base: Base) -> Response? {
        state.withLock { state in
            if let page = state.recent[key] { return page.base == base ? page.response : nil }
            guard let page = state.earlier.removeValue(forKey: key), page.base == base else { return nil }
            state.keep(page, for: key)
            return page.response
        }
    }

    func keep(_ response: Response, for key: Key, on base: Base) {
        guard response.status == .ok else { return }
        state.withLock { $0.keep(Page(base: base, response: response), for: key) }
    }
}

extension KeptPages.Key {
    /// Nothing for an address whose page is not kept.
    init?(_ knock: Knock, _ tenant: TenantID, _ viewer: Viewer) {
        let head = knock.request.head
        guard let session = knock.session, head.method == .get, knock.endpoint.keeps.applies(to: head.query)
        else { return nil }
        self.init(
            tenant: tenant, session: session.id, person: viewer.person, path: head.path, query: head.query)
    }
}
