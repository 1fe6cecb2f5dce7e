import Mail
import Portal
import Reactor
import Staffing
import Telemetry
import Unix

/// Where mails go: through a queue on disk to the mail server, or, where none is configured, into a folder.
struct MailRoom: Sendable {
    let outbox: Outbox
    let postman: Postman?

    /// How long a mail that is on its way may hold up the end of the server.
    private static let stopPatience = Duration.seconds(10)
    private static let stopStep = Duration.milliseconds(50)

    static func open(
        _ settings: ServerSettings, _ folder: DataFolder, run: @escaping RunBlocking,
        now: @escaping @Sendable () -> Moment, _ log: Log, _ metrics: Metrics
    ) throws(Complaint) -> MailRoom {
        guard let server = try settings.mail.server(name: settings.baseDomain) else {
            return MailRoom(outbox: folder.outbox(run), postman: nil)
        }
        let queue = try folder.mailQueue()
        let book = MailLog(log, metrics, queue, now: { now().seconds })
        let thread: WorkerPool
        do throws(Errno) { thread = try WorkerPool(name: "mail", threads: 1, queueLimit: 1) } catch {
            throw Complaint(
                "No thread could be started for mail.", why: error.description,
                next: "Raise this user's limit of processes (ulimit -u).")
        }
        let postman = Postman(
            queue, SMTPCarrier(server), now: { now().seconds },
            // A round begins only when none is under way, so there is room for it.
            run: { job in do throws(WorkerPool.Full) { try thread.run(job) } catch { job() } },
            report: { book.note($0) })
        let outbox = Outbox(queue: queue) { mail in await blocking(run) { queue.put(mail) } }
        return MailRoom(outbox: outbox, postman: postman)
    }

    /// Begins no mail any more, and waits a little for the one on its way: ended in the middle, it might be
    /// sent twice.
    func close() async {
        guard let postman else { return }
        var waited = Duration.zero
        while !postman.stop(), waited < Self.stopPatience {
            try? await Task.sleep(for: Self.stopStep)
            waited += Self.stopStep
        }
    }
}
