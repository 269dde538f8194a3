-- A letter's issue exists, as the one statement that writes letters has it in its hands, and no issue is ever deleted. To
-- look at it once more for each letter cost more than the letter's row.
ALTER TABLE letter DROP CONSTRAINT letter_issue_id_fkey;
