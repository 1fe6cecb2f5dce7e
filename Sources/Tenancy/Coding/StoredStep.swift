package import Journal
package import Staffing

/// What one command caused: one entry of the journal, so that it is there whole or not at all.
package struct StoredStep<Event: StorableEvent> {
    package let events: [Recorded<Event>]

    /// Nothing to store where nothing happened.
    init?(_ events: [Event], at moment: Moment, by caller: Caller) {
        guard !events.isEmpty else { return nil }
        self.events = events.map {
            Recorded(
                event: $0, at: moment, by: caller.viewer.person, name: caller.viewer.name,
                request: caller.request)
        }
    }

    package init(from bytes: [UInt8]) throws(Damaged) {
        var events: [Recorded<Event>] = []
        try Self.read(RecordReader(bytes)) { events.append($0) }
        self.events = events
    }

    /// The same for a replay, which keeps no list of them.
    static func read(_ bytes: RecordReader, _ body: (Recorded<Event>) -> Void) throws(Damaged) {
        var reader = bytes
        let at: Moment = try reader.read()
        let by: Viewer.Person = try reader.read()
        let name = try reader.readText()
        let request = try reader.readNumber()
        for _ in 0..<(try reader.readNumber()) {
            let event = try Event(named: try reader.readName(), from: &reader)
            body(Recorded(event: event, at: at, by: by, name: name, request: request))
        }
        guard reader.isAtEnd else { throw Damaged("an entry with more fields than this program knows") }
    }

    var bytes: [UInt8] {
        var writer = RecordWriter()
        writer.write(events[0].at)
        writer.write(events[0].by)
        writer.write(events[0].name)
        writer.write(events[0].request)
        writer.write(UInt64(events.count))
        for recorded in events {
            writer.write(recorded.event.storedName)
            recorded.event.writeFields(to: &writer)
        }
        return writer.bytes
    }
}
