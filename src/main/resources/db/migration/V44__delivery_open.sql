-- Whoever leaves is looked for in the issues that have letters waiting, among the letters in couriers' hands, and among those
-- in doubt. An index of all open letters by subscriber cost each new letter more than its row: no two of an issue came to
-- lie together.
DROP INDEX letter_open;
DROP INDEX letter_claimed;
CREATE INDEX letter_claimed ON letter (subscriber, node) WHERE state = 'CLAIMED';
CREATE INDEX letter_in_doubt ON letter (subscriber) WHERE state = 'IN_DOUBT';

-- Issues that have letters which are due, now or later; found by steps through the index, however many letters there are.
CREATE VIEW waiting_issue AS
WITH RECURSIVE waiting AS (
    (SELECT priority, issue_id FROM letter WHERE due_at IS NOT NULL
      ORDER BY priority, issue_id LIMIT 1)
    UNION ALL
    SELECT next.priority, next.issue_id
      FROM waiting, LATERAL (
           SELECT priority, issue_id FROM letter
            WHERE due_at IS NOT NULL AND (priority, issue_id) > (waiting.priority, waiting.issue_id)
            ORDER BY priority, issue_id LIMIT 1) AS next)
SELECT priority, issue_id FROM waiting;
