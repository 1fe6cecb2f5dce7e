import Formats
import Staffing

extension French: InvoiceSentences {
    package var onPaper: any PaperWords { FrenchPaper() }
    package var ofInvoices: any InvoiceWords { FrenchInvoices() }
}

struct FrenchPaper: PaperWords {
    let formats = FormatLanguage.frenchCA
    let invoice = "Facture"
    let billTo = "Facturé à"
    let worksite = "Lieu de travail"
    let issued = "Émise le"
    let due = "Échéance"
    let period = "Période de travail"
    let number = "Numéro"
    let amountDue = "Montant dû"
    let worker = "Travailleur"
    let job = "Poste"
    let purchaseOrder = "Bon de comm."
    let hoursType = "Type"
    let hours = "Heures"
    let rate = "Taux"
    let subtotal = "Sous-total"
    let restsOnApprovals = """
        Chaque ligne repose sur une feuille de temps approuvée par votre entreprise. Le portail client \
        montre qui l’a approuvée, et quand.
        """

    func title(_ number: String) -> String { "Facture \(number)" }
    func amount(in currency: String) -> String { "Montant (\(currency))" }

    func name(of type: HourType) -> String {
        switch type {
        case .regular: "Normal"
        case .overtime: "Suppl."
        case .doubleTime: "Double"
        }
    }

    func hours(of type: HourType) -> String {
        switch type {
        case .regular: "Heures normales"
        case .overtime: "Heures supplémentaires"
        case .doubleTime: "Heures à temps double"
        }
    }

    /// `9–15 nov. 2026`, and no more words than the two dates need.
    func days(_ first: CivilDate, through last: CivilDate) -> String {
        first.text(through: last, .frenchCA)
    }

    func payBy(_ date: String, number: String) -> String {
        "Veuillez payer au plus tard le \(date) en indiquant le numéro de facture \(number)."
    }

    func page(_ number: Int, of count: Int) -> String { "Page \(number) de \(count)" }
}

struct FrenchInvoices: InvoiceWords {
    let open = "à payer"
    let nothingOpen = "Rien n’est dû."
    let statement = "Relevé (CSV)"
    let search = "Recherche"
    let searchHint = "Numéro, lieu, travailleur"
    let status = "État"
    let filter = "Filtrer"
    let everything = "Toutes"
    let openInvoices = "À payer"
    let overdue = "En retard"
    let paid = "Payée"
    let amount = "Montant"
    let total = "Total"
    let download = "Télécharger"
    let caption = "Factures, les plus récentes impayées d’abord"
    let noneYet = "Aucune facture pour l’instant"
    let noneYetExplanation = "La première paraîtra ici quand des heures approuvées auront été facturées."
    let noneFound = "Aucune facture trouvée"
    let showAll = "Afficher toutes les factures"
    let lines = "Lignes"
    let evidence = "Preuve"
    let timesheet = "Feuille de temps"
    let linesAsTable = "Lignes (CSV)"

    func overdue(_ amount: String, since date: String) -> String { "\(amount) en retard depuis le \(date)" }
    func overdue(days: Int) -> String { "En retard de \(French.counted(days, "jour", "jours"))" }

    func due(inDays days: Int) -> String {
        switch days {
        case 0: "Échéance aujourd’hui"
        case 1: "Échéance demain"
        default: "Échéance dans \(days) jours"
        }
    }

    func paid(on date: String) -> String { "Payée le \(date)" }
    func week(of date: String) -> String { "Semaine du \(date)" }
    func ofInvoice(_ number: String) -> String { "de la facture \(number)" }
    func of(worker: String) -> String { "de \(worker)" }
    func approved(by name: String, on date: String) -> String { "Approuvée par \(name), le \(date)" }
}
