/// French as it is written in Québec, for the people of clients. It says "vous" to everybody.
///
/// The words of the trade, always the same ones:
///
/// | English | French | | English | French |
/// |---|---|---|---|---|
/// | timesheet | feuille de temps | | worksite | lieu de travail |
/// | approve | approuver | | send back | renvoyer |
/// | worker | travailleur | | job | poste |
/// | assignment | affectation | | agency | agence |
/// | purchase order | bon de commande | | cost center | centre de coûts |
/// | overtime | heures supplémentaires | | double time | temps double |
/// | clean sheet | feuille conforme | | exception | anomalie |
/// | client admin | admin du client | | stand-in | remplaçant |
/// | email | courriel | | link | lien |
/// | passkey | clé d’accès | | authenticator app | application d’authentification |
/// | sign in | ouvrir une session | | session | session |
/// | invoice | facture | | receipt | attestation |
/// | access log | journal des accès | | bill rate | taux de facturation |
///
/// A no-break space (U+00A0) stands before a colon and inside « quotation marks », none before other marks
/// (Office québécois de la langue française); a test looks for ordinary ones there. Zero takes the singular,
/// as one does.
package struct French: Sentences {
    package init() {}
}
