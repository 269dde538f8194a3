${city}

${say("mail.confirmation.heading")}

${say("mail.confirmation.text", city)}

${say("mail.confirmation.button")}: ${link}

${say("mail.confirmation.expiry")}
${say("mail.confirmation.ignore")}
