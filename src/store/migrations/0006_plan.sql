-- Half-days that the planner must leave as they are, and rules about a half-day of the week (wishes, days of tours).

CREATE TABLE plan_lock (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    stint INTEGER NOT NULL REFERENCES stint (id),
    on_date TEXT NOT NULL CONSTRAINT on_date CHECK (length(on_date) = 10),
    slot TEXT NOT NULL CONSTRAINT slot CHECK (slot IN ('am', 'pm', 'night'))
) STRICT;
CREATE UNIQUE INDEX plan_lock_cell ON plan_lock (stint, on_date, slot);

ALTER TABLE rota_rule ADD COLUMN weekday INTEGER CONSTRAINT weekday CHECK (weekday BETWEEN 1 AND 7);
ALTER TABLE rota_rule ADD COLUMN slot TEXT CONSTRAINT slot CHECK (slot IN ('am', 'pm', 'night'));
UPDATE journal_row SET old = json_insert(old, '$[#]', NULL, '$[#]', NULL)
    WHERE table_name = 'rota_rule' AND old IS NOT NULL;
UPDATE journal_row SET new = json_insert(new, '$[#]', NULL, '$[#]', NULL)
    WHERE table_name = 'rota_rule' AND new IS NOT NULL;
