extension DiskFile {
    /// A disk that cannot tell what would take its time is one that takes none.
    package func readAtOnce(
        at offset: Int, count: Int, into bytes: inout [UInt8]
    ) throws(DiskFailure) -> Int? {
        let read = try read(at: offset, count: count)
        bytes += read
        return read.count
    }

    /// Writes everything, however many calls it takes.
    func writeAll(_ bytes: [UInt8], at offset: Int) throws(DiskFailure) {
        var written = 0
        while written < bytes.count {
            let taken = try write(bytes, from: written, at: offset + written)
            guard taken > 0 else { throw .failed("the disk takes no more bytes and gives no reason") }
            written += taken
        }
    }

    /// Writes whole sectors, from the beginning of one. Where the disk takes a part that ends within one,
    /// that sector is finished and made durable before anything behind it is written. Else a power cut could
    /// leave half of a sector in the middle, and nobody could tell the unfinished write from damage.
    func writeSectors(_ bytes: [UInt8], at offset: Int) throws(DiskFailure) {
        var written = 0
        while written < bytes.count {
            let taken = try write(bytes, from: written, at: offset + written)
            guard taken > 0 else { throw .failed("the disk takes no more bytes and gives no reason") }
            written += taken
            let end = min(Sector.roundUp(written), bytes.count)
            guard end != written else { continue }
            try writeAll(Array(bytes[written..<end]), at: offset + written)
            try sync()
            written = end
        }
    }

    package func readAll(atMost limit: Int) throws(DiskFailure) -> [UInt8] {
        let size = try size()
        guard size <= limit else { throw .failed("\(size) bytes are more than the \(limit) expected") }
        return try read(at: 0, count: size)
    }
}

extension Disk {
    /// Writes a whole file so that its name stands either for all of it, durably, or for what was there
    /// before.
    package func replace(_ name: String, in directory: String, with bytes: [UInt8], through temporary: String)
        throws(DiskFailure)
    {
        do throws(DiskFailure) {
            let file = try open(temporary, for: .createNew)
            try file.writeAll(bytes, at: 0)
            try file.sync()
            try rename(temporary, to: name)
        } catch {
            try? remove(temporary)
            throw error
        }
        try syncDirectory(directory)
    }
}
