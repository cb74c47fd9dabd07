-- Whether an activity is being on call (值班), for those that a hospital adds itself; the built-in one always is.

ALTER TABLE activity ADD COLUMN is_duty INTEGER NOT NULL DEFAULT 0 CONSTRAINT is_duty CHECK (is_duty IN (0, 1));
UPDATE activity SET is_duty = 1 WHERE code = 'duty';
UPDATE journal_row SET old = json_insert(old, '$[#]', iif(json_extract(old, '$[1]') = 'duty', 1, 0))
    WHERE table_name = 'activity' AND old IS NOT NULL;
UPDATE journal_row SET new = json_insert(new, '$[#]', iif(json_extract(new, '$[1]') = 'duty', 1, 0))
    WHERE table_name = 'activity' AND new IS NOT NULL;
