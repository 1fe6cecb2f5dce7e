/// An event under the name that it keeps for ever. A changed shape takes the next number.
package protocol StorableEvent: Hashable, Sendable {
    var storedName: String { get }
    func writeFields(to writer: inout RecordWriter)
    init(named name: String, from reader: inout RecordReader) throws(Damaged)
}
