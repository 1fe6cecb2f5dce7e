/// What `countersign --help` says.
enum HelpText {
    static let overview = """
        countersign: the client portal of a staffing agency

        Usage: countersign COMMAND [OPTIONS]

          demo      seed a demonstration agency and serve it over HTTPS
          init      begin an installation: folder, keys, certificate, first member of staff
          serve     serve an installation
          tenant    list | add SLUG: the client companies
          person    invite EMAIL | password EMAIL: let somebody in
          import    setup FOLDER | timesheets FILE: read files of the agency's other systems
          mail      test ADDRESS: send one mail, and say what the mail server said
          rules     list | show | choose | preview: which rules split overtime
          verify    walk every chain of records and say what was found
          journal   show TENANT: what a client's records say, entry by entry
          receipt   verify FILE: whether a receipt is as it was signed; key: what checks it

        Options of every command
          --data DIR        the folder with all records (default /var/lib/countersign)
          --settings FILE   settings; Deploy/countersign.conf explains every key
          --help            what one command takes

        Exit status: 0 done, 1 not done (standard error says what, why and what next), 2 wrong words.
        """

    static func of(_ command: String) -> String {
        switch command {
        case "demo":
            """
            countersign demo [--port N] [--operations ADDRESS:PORT] [--data DIR] [--json]
              Serves a demonstration agency with three clients; seeds DIR (default ./data-demo) at first.
              --port N         default 8443; a taken one falls to a free one and says so
              --operations …   also answers /livez, /readyz and /metrics there, over plain HTTP
              --json           prints one line for scripts once it serves
            """
        case "init":
            """
            countersign init --name NAME --email ADDRESS [--data DIR] [--settings FILE]
              Begins an installation and prints the one-time link by which its first ops admin chooses a \
              password.
            """
        case "serve":
            """
            countersign serve [--settings FILE] [--data DIR] [--port N] [--operations ADDRESS:PORT]
              SIGHUP reads the certificate files again; SIGTERM finishes what is in flight and stops.
            """
        case "tenant":
            """
            countersign tenant list [--data DIR]
            countersign tenant add SLUG --name NAME --currency USD|CAD --zone ZONE --prefix LETTERS
                               [--week-starts monday|sunday] [--terms-days N] [--data DIR]
            """
        case "person":
            """
            countersign person invite EMAIL --name NAME --role ROLE[,ROLE…]
                               [--tenant SLUG [--worksite CODE]]
              Prints a link that is good for seven days. Without --tenant the person belongs to the agency.
            countersign person password EMAIL [--tenant SLUG]
              Reads a new password from standard input and ends the person's sessions.
            """
        case "import":
            """
            countersign import setup FOLDER [--dry-run]
              Reads tenants.csv, worksites.csv, contacts.csv, staff.csv and assignments.csv.
            countersign import timesheets FILE --tenant SLUG --mapping FILE [--dry-run] [--refused FILE]
              Says row by row what was refused and why; --refused writes those rows as a file.
            """
        default: later(command)
        }
    }

    private static func later(_ command: String) -> String {
        switch command {
        case "mail":
            """
            countersign mail test ADDRESS --settings FILE
              Sends one mail by the mail-server of the settings, as the server would, and prints what that \
              server said. Touches no records, so a server may be at work.
            """
        case "rules":
            """
            countersign rules list [--json]
            countersign rules show PACK [--json]
              The rules of overtime and breaks that this program knows, each with its version and source.
            countersign rules choose PACK|none --tenant SLUG --worksite CODE
              Which of them split the hours that come in for a worksite from now on.
            countersign rules preview PACK --tenant SLUG --worksite CODE
              The sheets that nobody has approved and that these rules would split in another way.
            """
        case "journal":
            """
            countersign journal show TENANT|agency [--from N] [--last N] [--json] [--data DIR]
              Prints each entry: its number, when, who, and what happened; at the end how far the chain is \
              sound, and its head. Only reads, so a server may be at work. Exit status 1 when something is \
              not sound; what stands before it is printed.
              --from N   from that entry on
              --last N   only the last N of them
              --json     one JSON object a line; the last one is about the whole
            """
        case "receipt":
            """
            countersign receipt verify FILE [--key FILE] [--data DIR] [--json]
              Says whether the receipt is as it was signed, and what it says. Needs no server and no \
              network. Exit status 1 when it is not.
              --key FILE   the public key, as “receipt key” or the portal gives it, instead of DIR
              --json       what was signed, as it stands in the receipt
            countersign receipt key [--data DIR]
              Prints the public key of the installation, for whoever is to check its receipts.
            """
        default:
            """
            countersign verify [--data DIR] [--checkpoints DIR]
              One line for each chain, held against the signed checkpoints there and in a folder outside; \
              exit status 1 when something is not sound.
            """
        }
    }
}
