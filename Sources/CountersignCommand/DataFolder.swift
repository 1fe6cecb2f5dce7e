import Access
import Journal
import Mail
import Portal
import Unix

/// The folder in which everything is kept: `tenants`, `agency`, `access`, `checkpoints`, `keys`, `tls`,
/// `outbox`, `mail`.
struct DataFolder: Sendable {
    let path: String

    private static let keyFile = 4 * 1024

    /// Whether an installation has been begun here.
    var isPrepared: Bool { (try? FileDescriptor.directory(at: path + "/agency")) != nil }

    /// Bytes that may still be written; nothing where the system does not say.
    var freeBytes: Int? { try? DiskRoom.free(at: path) }

    func open() throws(Complaint) -> FileDisk {
        do {
            try WholeFile.makeFolders(path)
            return try FileDisk(root: path)
        } catch let failure as DiskFailure {
            throw unusable(failure.explanation)
        } catch {
            throw unusable("\(error)")
        }
    }

    /// The key that signs the checkpoints; made at the first start.
    func installationKey() throws(Complaint) -> InstallationKey {
        if let key = try knownKey() { return key }
        return try makeKey(keyPath)
    }

    private var keyPath: String { path + "/keys/installation.key" }

    /// Nothing where no key was made yet.
    func knownKey() throws(Complaint) -> InstallationKey? {
        let file = keyPath
        do {
            return try InstallationKey(file: WholeFile.read(file, atMost: Self.keyFile))
        } catch let error as Errno where error == .missing {
            return nil
        } catch is InstallationKey.Unreadable {
            throw Complaint(
                "\(file) is not a key of an installation.",
                why:
                    "It was changed after it was made. The checkpoints were signed with the key that "
                    + "stood there.",
                next: "Put the file back from a backup.")
        } catch {
            throw unusable("\(file): \(error)")
        }
    }

    private func makeKey(_ file: String) throws(Complaint) -> InstallationKey {
        let key = InstallationKey.generate()
        do throws(Errno) {
            try WholeFile.makeFolders(path + "/keys")
            try WholeFile.write(key.file, to: file)
        } catch {
            throw unusable(error.description)
        }
        return key
    }

    /// Where nobody is configured to send mails, they are kept as files.
    func outbox(_ run: @escaping RunBlocking) -> Outbox {
        let folder = path + "/outbox"
        return Outbox { mail in
            await blocking(run) {
                do throws(Errno) {
                    try WholeFile.makeFolders(folder)
                    try WholeFile.write(mail.bytes, to: folder + "/" + mail.fileName)
                    return true
                } catch {
                    return false
                }
            }
        }
    }

    /// Mails on their way to a mail server.
    func mailQueue() throws(Complaint) -> MailQueue {
        do throws(Errno) { return try MailQueue(DiskMailFolder(path + "/mail")) } catch {
            throw unusable("mail: \(error.description)")
        }
    }

    func complaint(_ failure: StoreFailure) -> Complaint {
        let what = "The records in \(path) cannot be opened."
        switch failure {
        case .locked:
            return Complaint(
                what, why: failure.explanation + ".",
                next: "Stop the server that uses this folder, or name another with --data.")
        case .damaged, .missingEntries, .rewritten, .foreign, .unreadable, .unknownFormat, .missingDocument,
            .damagedDocument:
            return Complaint(
                what, why: failure.explanation + ".",
                next:
                    "Nothing was changed. Run countersign verify --data \(path), then restore from a backup.")
        case .disk, .full, .busy, .tooLarge, .outcomeUnknown, .stopped:
            return unusable(failure.explanation)
        }
    }

    private func unusable(_ why: String) -> Complaint {
        Complaint(
            "The data folder \(path) cannot be used.", why: "\(why).",
            next:
                "Make it writable for this user and see that its disk has room, or name another with --data.")
    }
}
