import Formats
import Staffing

extension French: ReceiptSentences {
    package var ofReceipts: any ReceiptWords { FrenchReceipts() }
}

struct FrenchReceipts: ReceiptWords {
    let receipt = "Attestation"
    let explanation = """
        Ce qui a été décidé, pour quelles heures, par qui et quand. Le fichier est signé : personne ne peut \
        le modifier sans que cela se voie, ni vous ni nous.
        """
    let paper = "Fichier PDF"
    let file = "Fichier signé (JSON)"
    let fileTitle = "La même attestation, signée"
    let client = "Entreprise cliente"
    let agency = "Agence"
    let worker = "Travailleur"
    let decided = "Décision prise"
    let content = "Contenu"
    let checking = "Comment la vérifier"
    let checkingExplanation = """
        Enregistrez le fichier signé et la clé. Prenez la clé à un endroit digne de confiance, non auprès \
        de la personne qui vous remet une attestation. L’une de ces commandes dit alors si l’attestation \
        est telle qu’elle a été signée :
        """
    let checkingByProgram = "Avec Countersign, sans connexion à aucun serveur :"
    let checkingByOpenSSL = "Avec OpenSSL 3 et jq seulement :"
    let key = "La clé"
    let names = """
        Les noms du travailleur, du poste et du lieu de travail sont ceux d’aujourd’hui dans les dossiers; \
        les heures, les décisions et les moments sont ceux d’alors.
        """
    let signature = "Signature"

    func insideThePaper(_ file: String) -> String {
        """
        Ce document contient l’attestation signée, dans le fichier \(file). Les lecteurs de PDF proposent de \
        l’enregistrer; le portail client explique comment la vérifier avec OpenSSL.
        """
    }

    func title(isApproval: Bool) -> String {
        isApproval ? "Attestation d’approbation" : "Attestation de renvoi d’heures"
    }

    func statement(
        _ decision: TimesheetEntry, by name: String, _ minutes: Int, worker: String, week: Day
    ) -> String {
        let hours = FrenchTimesheets().hours(minutes)
        let span = FrenchPaper().days(week.civil, through: week.adding(days: 6).civil)
        let what = "\(hours) de \(worker), semaine du \(span)"
        return switch decision.what {
        case .rejected(let reason, _):
            "\(name) a renvoyé \(what) : \(FrenchTimesheetRules().name(reason))."
        case .received, .changed, .approved, .approvedFirst, .approvalWithdrawn, .commented, .invoiced:
            "\(name) a approuvé \(what)."
        }
    }
}
