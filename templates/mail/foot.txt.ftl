
-- 
${reason}
${say("mail.preferences")}: ${preferences}
${say("mail.unsubscribe")}: ${unsubscribe}
