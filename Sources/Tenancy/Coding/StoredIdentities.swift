package import Journal
package import Staffing

extension Identity: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(contact)
        writer.write(worker)
    }

    package init(from reader: inout RecordReader) throws(Damaged) {
        self.init(contact: try reader.read(), worker: try reader.read())
    }
}
