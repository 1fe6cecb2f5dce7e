package import Journal
package import Staffing

extension Branding: Storable {
    package func write(to writer: inout RecordWriter) {
        writer.write(name ?? "")
        writer.write(accent?.hex ?? "")
        writer.write(logo == nil ? 0 as UInt8 : 1)
        guard let logo else { return }
        writer.write(logo.content)
        writer.write(logo.width)
        writer.write(logo.height)
    }

    package init(from reader: inout RecordReader) throws(Damaged) {
        let name = try reader.readText()
        let accent = try reader.readText()
        let color = Color(hex: accent)
        guard accent.isEmpty || color?.hex == accent else { throw Damaged("not a color") }
        var logo: Logo?
        if try reader.readByte() == 1 {
            logo = Logo(
                content: try reader.read(), width: try reader.readInt(), height: try reader.readInt())
        }
        self.init(name: name.isEmpty ? nil : name, accent: color, logo: logo)
    }
}
