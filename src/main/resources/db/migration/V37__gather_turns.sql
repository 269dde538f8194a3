-- Whose turn it is: without this, each claim reads every source. Those that are stopped have no turn.
CREATE INDEX source_turn ON source (next_due, key) WHERE state <> 'stopped';
