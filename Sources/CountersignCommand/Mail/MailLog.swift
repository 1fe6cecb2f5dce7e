import Crypto
import Mail
import Telemetry

/// Counts and logs what becomes of mails, without addresses, and without the words of other servers, which
/// may repeat them.
struct MailLog: Sendable {
    private let log: Log
    private let sent: Counter
    private let delayed: Counter
    private let failed: Counter
    private let unrecorded: Counter

    init(_ log: Log, _ metrics: Metrics, _ queue: MailQueue, now: @escaping @Sendable () -> Int64) {
        self.log = log
        func counter(_ outcome: String) -> Counter {
            metrics.counter(
                "mail_attempts_total", "Attempts to send a mail, by their outcome.", ["outcome": outcome])
        }
        (sent, delayed, failed) = (counter("sent"), counter("delayed"), counter("failed"))
        unrecorded = metrics.counter(
            "mail_not_recorded_total", "Outcomes that could not be written down; a restart may repeat them.")
        metrics.gauge("mail_waiting", "Mails that wait to be sent.") { queue.all.count { $0.isWaiting } }
        metrics.gauge("mail_oldest_waiting_seconds", "Age of the mail that waits for longest.") {
            queue.all.last { $0.isWaiting }.map { Int(clamping: max(0, now() - $0.written)) } ?? 0
        }
        metrics.gauge("mail_files_unreadable", "Files of the queue that nobody could read at the start.") {
            queue.strangers.count
        }
        if !queue.strangers.isEmpty {
            log.error("mail.files-unreadable", ["count": .number(queue.strangers.count)])
        }
    }

    func note(_ settled: MailQueue.Settled) {
        let entry = settled.entry
        switch entry.standing {
        case .sent:
            sent.add()
            log.info("mail.sent", ["mail": .text(name(entry)), "attempts": .number(entry.attempts)])
        case .waiting:
            delayed.add()
            log.warning("mail.delayed", fields(entry))
        case .ended:
            failed.add()
            log.error("mail.failed", fields(entry))
        }
        guard !settled.isRecorded else { return }
        unrecorded.add()
        log.error("mail.not-recorded", ["mail": .text(name(entry))])
    }

    private func fields(_ entry: MailEntry) -> LogFields {
        [
            "mail": .text(name(entry)), "attempts": .number(entry.attempts),
            "why": .text(entry.trouble?.kind.rawValue ?? ""), "code": .number(entry.trouble?.code ?? 0),
        ]
    }

    private func name(_ entry: MailEntry) -> String { Base32Crockford.encode(entry.id) }
}
