/// What is tried first where fifteen characters are asked for: the words of the well-known lists, our own
/// name, and the long passwords that became famous.
enum CommonPasswords {
    static let words: [[Unicode.Scalar]] = texts.map { Array($0.unicodeScalars) }

    private static let texts = [
        "password", "passwort", "passwd", "passphrase", "motdepasse", "contrasena", "secret", "geheim",
        "welcome", "willkommen", "bienvenue", "letmein", "changeme", "default", "temporary", "qwerty",
        "qwertz", "azerty", "asdfgh", "zxcvbn", "iloveyou", "loveme", "sunshine", "princess", "dragon",
        "monkey", "football", "baseball", "basketball", "hockey", "soccer", "master", "superman", "batman",
        "starwars", "pokemon", "shadow", "michael", "jennifer", "jordan", "hunter", "killer", "trustno",
        "whatever", "freedom", "computer", "internet", "server", "login", "admin", "administrator",
        "root", "user", "guest", "test", "testing", "demo", "example", "company", "business", "office",
        "winter", "spring", "summer", "autumn", "january", "february", "march", "april", "june", "july",
        "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday",
        "thursday", "friday", "saturday", "sunday", "toronto", "montreal", "vancouver", "canada", "america",
        "newyork", "chicago", "countersign", "timesheet", "staffing", "agency", "portal", "invoice",
        "correcthorsebatterystaple", "thequickbrownfox", "jumpsoverthelazydog", "abcdef", "abc",
        "onetwothree",
        "tobeornottobe", "thatisthequestion", "maytheforcebewithyou", "nevergonnagiveyouup", "opensesame",
    ]
}
