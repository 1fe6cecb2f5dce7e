import Markup
import Staffing

/// What the worker said of hours that they sent by their personal link.
struct AttestationNote {
    let attestation: Attestation
    let worker: String
    let clock: LocalClock
    let say: any Sentences

    /// Nothing for hours that nobody attested.
    init?(_ attestation: Attestation?, of worker: Worker, _ clock: LocalClock, _ say: any Sentences) {
        guard let attestation else { return nil }
        self.attestation = attestation
        self.worker = worker.name
        self.clock = clock
        self.say = say
    }

    var html: Markup {
        let text = say.ofExpected.attested(
            by: worker, on: clock.stamp(attestation.at),
            restsMissed: attestation.restsMissed.map { say.ofTimesheets.day($0) })
        return "<p class=\"small muted\">\(text)</p>"
    }
}
